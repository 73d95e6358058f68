internal import CVModel
internal import Text

/// Parses a list of names with BibTeX's own algorithm.
///
/// Source: Oren Patashnik, "Designing BibTeX Styles", 1988, section 4, and bibtex.web.
struct BibTeXNames {
  /// The names; nil for people who are left out.
  private(set) var names: [NameParts?] = []
  /// Names with too many commas, as written.
  private(set) var invalid: [String] = []
  private(set) var unknownMacros: [String] = []

  init(_ list: ArraySlice<UInt8>) {
    for range in Self.split(list) {
      let name = list[range]
      if name.isEmpty { continue }
      if Self.isOthers(name) { names.append(nil) } else { names.append(read(name)) }
    }
  }

  /// The list in the form of records.
  var plain: Plain {
    .list(
      names.map { name in
        guard let name, !name.spoken.isEmpty else { return "..." }
        return name.plain
      })
  }

  private static func isOthers(_ name: ArraySlice<UInt8>) -> Bool {
    name.count == 6 && name.elementsEqual("others".utf8)
  }

  // MARK: Splitting

  /// Where words and names may end: spaces, commas and tildes outside braces.
  private static func separators(in text: ArraySlice<UInt8>) -> [Int] {
    var result: [Int] = []
    var depth = 0
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == Sign.backslash {
        index += 1
      } else if byte == Sign.openBrace {
        depth += 1
      } else if byte == Sign.closeBrace {
        depth = max(0, depth - 1)
      } else if depth == 0, Sign.isSpace(byte) || byte == Sign.tilde || byte == Sign.comma {
        result.append(index)
      }
      index += 1
    }
    return result
  }

  /// The names separated by `and` outside braces, trimmed.
  private static func split(_ list: ArraySlice<UInt8>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = list.startIndex
    for index in separators(in: list) where index >= start && isAnd(list[index...]) {
      result.append(trimmed(list, start..<index))
      start = index + 4
    }
    result.append(trimmed(list, start..<list.endIndex))
    return result
  }

  /// True for `and` between spaces.
  private static func isAnd(_ text: ArraySlice<UInt8>) -> Bool {
    let word = Array(text.prefix(5))
    return word.count == 5 && Sign.isSpace(word[0]) && Sign.isSpace(word[4])
      && word[1...3].map { $0 | 32 }.elementsEqual("and".utf8)
  }

  private static func trimmed(_ list: ArraySlice<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < last, Sign.isSpace(list[first]) || list[first] == Sign.comma { first += 1 }
    while last > first, Sign.isSpace(list[last - 1]) { last -= 1 }
    return first..<last
  }

  /// The parts of a name between commas, and the words of each, outside braces.
  private static func parts(_ name: ArraySlice<UInt8>) -> [[ArraySlice<UInt8>]] {
    var parts: [[ArraySlice<UInt8>]] = [[]]
    var start = name.startIndex
    for index in separators(in: name) + [name.endIndex] {
      if index > start { parts[parts.count - 1].append(name[start..<index]) }
      start = index + 1
      if index < name.endIndex, name[index] == Sign.comma { parts.append([]) }
    }
    return parts
  }

  // MARK: One name

  private mutating func read(_ name: ArraySlice<UInt8>) -> NameParts {
    if let inner = Self.group(name) {
      return NameParts(family: decode(inner), isGroup: true)
    }
    var parts = Self.parts(name)
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    if parts.count > 3 {
      invalid.append(String(decoding: name, as: UTF8.self))
      parts[2] = Array(parts[2...].joined())
    }
    var result = NameParts()
    if parts.count == 1 {
      let words = parts[0]
      let last = words.count - 1
      if let first = words.dropLast().firstIndex(where: Self.isLowercase) {
        let end = words.dropLast().lastIndex(where: Self.isLowercase) ?? first
        result.given = joined(words[..<first])
        result.particle = joined(words[first...end])
        result.family = joined(words[(end + 1)...])
      } else if last >= 0 {
        result.given = joined(words[..<last])
        result.family = joined(words[last...])
      }
      return result
    }
    let lasts = parts[0]
    let particles = lasts.dropLast().lastIndex(where: Self.isLowercase).map { $0 + 1 } ?? 0
    result.particle = joined(lasts[..<particles])
    result.family = joined(lasts[particles...])
    result.given = joined(parts[parts.count > 2 ? 2 : 1][...])
    if parts.count > 2 { result.suffix = joined(parts[1][...]) }
    return result
  }

  /// The content of a name that is in braces as a whole, unless it is an accented letter.
  private static func group(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard name.first == Sign.openBrace, name.last == Sign.closeBrace,
      name.dropFirst().first != Sign.backslash
    else { return nil }
    var depth = 0
    for (index, byte) in zip(name.indices, name) {
      if byte == Sign.openBrace { depth += 1 }
      if byte == Sign.closeBrace { depth -= 1 }
      if depth == 0, index < name.endIndex - 1 { return nil }
    }
    return name.dropFirst().dropLast()
  }

  /// Whether the first letter outside braces is in lower case. A letter with a TeX accent, `{\"o}`,
  /// counts.
  private static func isLowercase(_ word: ArraySlice<UInt8>) -> Bool {
    var index = word.startIndex
    var depth = 0
    while index < word.endIndex {
      let byte = word[index]
      if byte == Sign.openBrace {
        depth += 1
        if depth == 1, index + 1 < word.endIndex, word[index + 1] == Sign.backslash {
          return isLowercaseMacro(word[(index + 1)...])
        }
      } else if byte == Sign.closeBrace {
        depth -= 1
      } else if depth == 0, byte == Sign.backslash {
        return isLowercaseMacro(word[index...])
      } else if depth == 0, Sign.isLetter(byte) {
        return byte >= 97
      } else if depth == 0, byte >= 0xC0 {
        let text = String(decoding: word[index...].prefix(4), as: UTF8.self)
        return text.unicodeScalars.first?.properties.isLowercase ?? false
      }
      index += 1
    }
    return false
  }

  /// Whether the letter of a macro is in lower case: `\"o`, `\o`, `\'{E}`.
  private static func isLowercaseMacro(_ word: ArraySlice<UInt8>) -> Bool {
    let name = word.dropFirst().prefix(while: Sign.isLetter)
    if !name.isEmpty, TeXSymbols.symbols[String(decoding: name, as: UTF8.self)] != nil {
      return name.first.map { $0 >= 97 } ?? false
    }
    let rest = name.isEmpty ? word.dropFirst(2) : word[name.endIndex...]
    return rest.first(where: Sign.isLetter).map { $0 >= 97 } ?? false
  }

  private mutating func joined(_ words: ArraySlice<ArraySlice<UInt8>>) -> String {
    words.map { decode($0) }.joined(separator: " ")
  }

  private mutating func decode(_ bytes: ArraySlice<UInt8>) -> String {
    let (text, unknown) = TeXText.decode(bytes, as: .plain)
    for name in unknown where !unknownMacros.contains(name) { unknownMacros.append(name) }
    return text
  }
}
