internal import CVModel
internal import Text

/// A JSON value whose objects keep the order of their keys.
indirect enum JSONValue {
  case text(String)
  case number(Int)
  case list([JSONValue])
  case object([(String, JSONValue?)])

  /// A text; nil if it is empty, since JSON Resume omits missing values.
  init?(_ text: String?) {
    guard let text, !text.isEmpty else { return nil }
    self = .text(text)
  }

  init?(_ texts: [String]) {
    if texts.isEmpty { return nil }
    self = .list(texts.map(JSONValue.text))
  }

  /// A value as it is written in a record, without characters that could steer a terminal.
  init(_ plain: Plain) {
    switch plain {
    case .scalar(let text):
      // Line ends are part of a text of several paragraphs.
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      self = .text(lines.map { String($0).terminalSafe }.joined(separator: "\n"))
    case .list(let items): self = .list(items.map { JSONValue($0) })
    case .map(let pairs):
      self = .object(pairs.sorted { $0.key < $1.key }.map { ($0.terminalSafe, JSONValue($1)) })
    }
  }

  /// The same as a record would have it.
  var plain: Plain {
    switch self {
    case .text(let text): .scalar(text)
    case .number(let number): .scalar(String(number))
    case .list(let items): .list(items.map(\.plain))
    case .object(let pairs):
      .map(Dictionary(pairs.compactMap { name, value in value.map { (name, $0.plain) } }) { $1 })
    }
  }

  /// Indented by two spaces.
  func written() -> String {
    var result = ""
    write(to: &result, depth: 0)
    return result
  }

  /// In one line.
  func writtenInOneLine() -> String {
    switch self {
    case .text(let text): return Self.quote(text)
    case .number(let number): return String(number)
    case .list(let items):
      return "[" + items.map { $0.writtenInOneLine() }.joined(separator: ", ") + "]"
    case .object(let pairs):
      let members = pairs.compactMap { name, value in
        value.map { "\(Self.quote(name)): \($0.writtenInOneLine())" }
      }
      return "{" + members.joined(separator: ", ") + "}"
    }
  }

  private func write(to result: inout String, depth: Int) {
    switch self {
    case .text(let text): result += Self.quote(text)
    case .number(let number): result += String(number)
    case .list(let items):
      Self.write(items.map { (nil, $0) }, between: "[", "]", to: &result, depth: depth)
    case .object(let pairs):
      let members = pairs.compactMap { key, value in value.map { (key, $0) } }
      Self.write(members, between: "{", "}", to: &result, depth: depth)
    }
  }

  /// Writes members, with or without names, one per line.
  private static func write(
    _ members: [(name: String?, value: JSONValue)], between open: String, _ close: String,
    to result: inout String, depth: Int
  ) {
    result += open
    for (index, member) in members.enumerated() {
      result += index > 0 ? ",\n" : "\n"
      result += String(repeating: " ", count: 2 * depth + 2)
      if let name = member.name { result += "\(quote(name)): " }
      member.value.write(to: &result, depth: depth + 1)
    }
    if !members.isEmpty { result += "\n" + String(repeating: " ", count: 2 * depth) }
    result += close
  }

  /// Source: RFC 8259, 7.
  private static func quote(_ text: String) -> String {
    let inner = text.escaping { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\n": "\\n"
      case _ where scalar.value < 0x20: scalar.jsonEscape
      default: nil
      }
    }
    return "\"\(inner)\""
  }
}
