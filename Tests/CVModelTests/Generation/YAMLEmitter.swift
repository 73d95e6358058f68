import CVModel
import Text

/// Writes records as YAML in one of the many equivalent ways.
struct YAMLEmitter {
  var random: SplitMix64

  /// The files of a CV in a random order, each formatted in its own way.
  mutating func files(of cv: CV) -> [SourceFile] {
    var files: [SourceFile] = []
    for entry in cv.entries.values.sorted(by: { $0.key < $1.key }) {
      files.append(SourceFile(path: path(of: entry.key), text: text(of: entry)))
    }
    return random.shuffled(files)
  }

  private func path(of key: EntryKey) -> String {
    switch key {
    case .profile: "cv/profile.yaml"
    case .document: "cv/cv.yaml"
    default: "cv/\(key.kind)/\(key.id).yaml"
    }
  }

  private mutating func text(of entry: Entry) -> String {
    var lines = random.percent(30) ? ["# \(entry.key) — a comment"] : []
    if random.percent(15) { lines.append("---") }
    for (name, value) in random.shuffled(Array(entry.fields)) {
      if random.percent(10) { lines.append("  # another one: [") }
      if random.percent(10) { lines.append("") }
      lines += pair(name, value, indent: "")
    }
    if entry.fields.isEmpty { lines.append("{}") }
    let ending = random.percent(10) ? "\r\n" : "\n"
    return (random.percent(10) ? "\u{FEFF}" : "") + lines.joined(separator: ending) + ending
  }

  private mutating func pair(_ name: String, _ value: Plain, indent: String) -> [String] {
    let key = random.percent(20) ? "\"\(name)\":" : "\(name):"
    switch value {
    case .list(let items) where !items.isEmpty && random.percent(60):
      let deeper = indent + (random.percent(50) ? "  " : "")
      return [indent + key] + items.map { "\(deeper)- \(flow($0))" }
    case .map(let pairs) where !pairs.isEmpty && random.percent(60):
      return [indent + key]
        + random.shuffled(pairs.sorted { $0.key < $1.key }).flatMap {
          pair($0.key, $0.value, indent: indent + "   ")
        }
    default:
      let comment = random.percent(10) ? "  # why" : ""
      return ["\(indent)\(key) \(flow(value, isLong: true, indent: indent + "  "))\(comment)"]
    }
  }

  /// A value on one line, or a quoted text over several lines if it may be long.
  private mutating func flow(_ value: Plain, isLong: Bool = false, indent: String = "") -> String {
    switch value {
    case .scalar(let text): return scalar(text, isLong: isLong, indent: indent)
    case .list(let items):
      return "[\(items.map { flow($0) }.joined(separator: random.pick([", ", ",  ", " , "])))]"
    case .map(let pairs):
      let texts = random.shuffled(pairs.sorted { $0.key < $1.key }).map { pair in
        "\(double(pair.key)): \(flow(pair.value))"
      }
      return "{\(texts.joined(separator: ", "))}"
    }
  }

  private mutating func scalar(_ text: String, isLong: Bool, indent: String) -> String {
    let isPlain =
      !text.isEmpty && text.utf8.allSatisfy { (97...122).contains($0) || $0 == 32 }
      && text.split(separator: " ").joined(separator: " ") == text
    let isSingle = !text.isEmpty && !text.contains("\n")
    switch random.below(3) {
    case 0 where isPlain: return isLong ? broken(text, indent: indent) : text
    case 1 where isSingle: return "'\(text.replacing("'", with: "''"))'"
    default: return isLong ? broken(double(text), indent: indent) : double(text)
    }
  }

  /// Replaces some single spaces between letters by line breaks, which YAML reads as spaces.
  private mutating func broken(_ text: String, indent: String) -> String {
    guard random.percent(40) else { return text }
    var result = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let isBetweenWords =
        character == " " && index > 0 && index + 1 < characters.count
        && characters[index - 1].isLetter && characters[index + 1].isLetter
      result += isBetweenWords && random.percent(30) ? "\n\(indent)" : String(character)
    }
    return result
  }

  private func double(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return "\"\(result)\""
  }
}

extension CV {
  /// The CV as read back: without keys that have no value, with lone items as lists, and with
  /// blanks around texts removed.
  var asRead: CV {
    var result = self
    for entry in entries.values {
      for (name, value) in entry.fields {
        let type = schema[entry.key.kind]?.field(named: name)?.type ?? .any
        switch value {
        case .scalar(""), .list([]), .map([:]): result[entry.key]?[name] = nil
        case .scalar(let text) where type.isList:
          result[entry.key]?[name] = .list([.scalar(text.collapsed)])
        case .scalar(let text) where !text.contains("\n"):
          result[entry.key]?[name] = .scalar(text.collapsed)
        default: break
        }
      }
    }
    result.schema = result.declaredSchema
    return result
  }
}
