internal import CVModel

extension Markdown {
  /// Neutralizes what a forge would act on in a whole Markdown text: mentions, issue numbers, bare
  /// URLs, images.
  ///
  /// This is the last step for every Markdown text, because it depends on what surrounds a
  /// character: in link texts and code, forges do not act. A backslash does not stop a forge, which
  /// looks for `@name` after processing escapes; an invisible word joiner (U+2060) does.
  package static func finished(_ text: String) -> String {
    var writer = MarkdownFinisher(Array(text.utf8))
    return writer.finished
  }
}

/// Processes a Markdown text from beginning to end.
private struct MarkdownFinisher {
  private let bytes: [UInt8]
  private var position = 0
  private var output: [UInt8] = []
  /// The number of open square brackets.
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    output.reserveCapacity(bytes.count + 64)
  }

  var finished: String {
    mutating get {
      while position < bytes.count { step() }
      return String(decoding: output, as: UTF8.self)
    }
  }

  private mutating func step() {
    switch bytes[position] {
    case UInt8(ascii: "\\"):
      copy(1)
      if position < bytes.count, bytes[position] < 0x80 { copySign() }
    case UInt8(ascii: "`"): copyCode()
    case UInt8(ascii: "["):
      depth += 1
      copy(1)
    case UInt8(ascii: "]"):
      depth = max(0, depth - 1)
      copy(1)
      if next("(") { copy(through: UInt8(ascii: ")")) }
    case UInt8(ascii: "\n"):
      copy(1)
      // Brackets do not extend past a paragraph.
      if next("\n") { depth = 0 }
    case UInt8(ascii: "!") where isAt("![") && !isEscaped:
      output.append(UInt8(ascii: "\\"))
      copy(1)
    default: copySign()
    }
  }

  /// Copies one byte, separated from a neighbor with which it would form a mention or URL.
  private mutating func copySign() {
    let byte = bytes[position]
    guard depth == 0 else { return copy(1) }
    switch byte {
    case UInt8(ascii: "@") where !followsWord && isWord(at: position + 1): copy(1, joining: true)
    case UInt8(ascii: "#") where isDigit(at: position + 1): copy(1, joining: true)
    case UInt8(ascii: "G"), UInt8(ascii: "g"):
      let isIssue = !followsWord && isAt("gh-") && isDigit(at: position + 3)
      copy(isIssue ? 3 : 1, joining: isIssue)
    case UInt8(ascii: ":") where isAt("://") && followsWord:
      output.append(UInt8(ascii: "\\"))
      copy(1)
    case UInt8(ascii: "W"), UInt8(ascii: "w"):
      guard !followsWord, isAt("www.") else { return copy(1) }
      copy(3)
      output.append(UInt8(ascii: "\\"))
      copy(1)
    default: copy(1)
    }
  }

  /// Copies a code span, if the run of backticks that begins here is closed by one of the same
  /// length.
  private mutating func copyCode() {
    let mark = UInt8(ascii: "`")
    let start = position
    let length = bytes[start...].prefix { $0 == mark }.count
    var run = 0
    for index in (start + length)..<bytes.count + 1 {
      if index < bytes.count, bytes[index] == mark {
        run += 1
        continue
      }
      if run == length { return copy(index - start) }
      run = 0
      if index + 1 < bytes.count, bytes[index] == 10, bytes[index + 1] == 10 { break }
    }
    copy(length)
  }

  private mutating func copy(_ count: Int, joining: Bool = false) {
    output += bytes[position..<position + count]
    position += count
    if joining { output += "\u{2060}".utf8 }
  }

  /// Copies the text through the next occurrence of a character on this line.
  private mutating func copy(through sign: UInt8) {
    let rest = bytes[position...].prefix { $0 != 10 }
    copy((rest.firstIndex(of: sign) ?? rest.endIndex - 1) + 1 - position)
  }

  private func next(_ sign: Unicode.Scalar) -> Bool {
    position < bytes.count && bytes[position] == UInt8(ascii: sign)
  }

  /// Whether this ASCII text, in lower case, is next.
  private func isAt(_ text: String) -> Bool {
    bytes[position...].prefix(text.utf8.count).elementsEqual(text.utf8) { byte, wanted in
      (65...90).contains(byte) ? byte + 32 == wanted : byte == wanted
    }
  }

  private var isEscaped: Bool { output.last == UInt8(ascii: "\\") }

  private var followsWord: Bool { position > 0 && Self.isWord(bytes[position - 1]) }

  private func isWord(at index: Int) -> Bool { index < bytes.count && Self.isWord(bytes[index]) }

  private func isDigit(at index: Int) -> Bool {
    index < bytes.count && (48...57).contains(bytes[index])
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }
}
