/// Converts TeX to Unicode text.
///
/// Decodes accents, named letters and symbols, quotes and dashes; `\emph`, `\textbf` and `\texttt`
/// become the markup of records; formulas in dollar signs are kept. Any other macro is kept as
/// written, with its arguments, and reported.
struct TeXText {
  /// The target of the conversion.
  enum Style {
    /// One paragraph with markup.
    case text
    /// Several paragraphs with markup.
    case paragraphs
    /// Words without markup: a name, a date.
    case plain
  }

  let bytes: ArraySlice<UInt8>
  let style: Style
  var index: Int
  let end: Int
  var output: [UInt8] = []
  var groups: [Group] = []
  /// The closing dollar sign found last, valid for every position before it.
  var dollar = -1
  var hasUnclosedFormula = false
  var openQuotes = 0
  var needsComposing = false
  let escapesDollars: Bool
  /// The macros that are kept as written, without repetition.
  var unknownMacros: [String] = []

  /// An open group, with the mark to write when it is closed.
  struct Group {
    var mark: [UInt8] = []
    /// The length of the output at the opening mark.
    var start = 0
  }

  /// The text, and its unknown macros.
  static func decode(_ bytes: ArraySlice<UInt8>, as style: Style) -> (String, [String]) {
    if let text = decodePlain(bytes, as: style) { return (text, []) }
    var decoder = TeXText(bytes, style)
    return (decoder.decode(), decoder.unknownMacros)
  }

  static func decode(_ text: String, as style: Style = .text) -> String {
    decode(Array(text.utf8)[...], as: style).0
  }

  /// The text if it contains no TeX, in one pass.
  private static func decodePlain(_ bytes: ArraySlice<UInt8>, as style: Style) -> String? {
    var previous: UInt8 = 32
    var isCollapsed = true
    for byte in bytes {
      switch byte {
      case 32:
        if previous == 32 { isCollapsed = false }
      case 9...13:
        if style == .paragraphs { return nil }
        isCollapsed = false
      case 0..<32, 127..., Sign.backslash, Sign.openBrace, Sign.closeBrace, Sign.dollar,
        Sign.tilde, UInt8(ascii: "`"):
        return nil
      case UInt8(ascii: "-"), UInt8(ascii: "'"):
        if previous == byte { return nil }
      default: break
      }
      previous = byte
    }
    if isCollapsed, previous != 32 || bytes.isEmpty {
      return String(decoding: bytes, as: UTF8.self)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      if !Sign.isSpace(byte) {
        result.append(byte)
      } else if let last = result.last, last != 32 {
        result.append(32)
      }
    }
    if result.last == 32 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  private init(_ bytes: ArraySlice<UInt8>, _ style: Style) {
    self.bytes = bytes
    self.style = style
    index = bytes.startIndex
    end = bytes.endIndex
    output.reserveCapacity(bytes.count)
    escapesDollars = style != .plain && bytes.count { $0 == Sign.dollar } > 1
  }

  mutating func decode() -> String {
    while index < end { readOne() }
    for group in groups.reversed() { close(group) }
    while output.last == 32 || output.last == 10 { output.removeLast() }
    let text = String(decoding: output, as: UTF8.self)
    return needsComposing ? text.composed : text
  }

  private mutating func readOne() {
    let byte = bytes[index]
    switch byte {
    case Sign.backslash: readMacro()
    case Sign.openBrace:
      groups.append(Group())
      index += 1
    case Sign.closeBrace:
      if let group = groups.popLast() { close(group) } else { output.append(byte) }
      index += 1
    case Sign.dollar: readFormula()
    case Sign.tilde:
      appendSpace()
      index += 1
    case UInt8(ascii: "-"): readHyphens()
    case UInt8(ascii: "`"), UInt8(ascii: "'"): readQuote(byte)
    case 32, 9...13: readSpace()
    case 0..<32, 127: index += 1
    default:
      if byte >= 0xCC { needsComposing = true }
      output.append(byte)
      index += 1
    }
  }

  // MARK: Characters

  func isAt(_ offset: Int, _ byte: UInt8) -> Bool { offset < end && bytes[offset] == byte }

  mutating func append(_ text: String) { output += text.utf8 }

  mutating func appendSpace() {
    if let last = output.last, last != 32, last != 10 { output.append(32) }
  }

  private mutating func readSpace() {
    var lines = 0
    while index < end, Sign.isSpace(bytes[index]) {
      if bytes[index] == 10 { lines += 1 }
      index += 1
    }
    guard style == .paragraphs, lines > 1, !output.isEmpty else { return appendSpace() }
    if output.last == 32 { output.removeLast() }
    if output.last != 10 { output += [10, 10] }
  }

  private mutating func readHyphens() {
    var count = 0
    while isAt(index, UInt8(ascii: "-")) {
      count += 1
      index += 1
    }
    switch count {
    case 2: append("–")
    case 3: append("—")
    default: output += repeatElement(UInt8(ascii: "-"), count: count)
    }
  }

  private mutating func readQuote(_ byte: UInt8) {
    let isDouble = isAt(index + 1, byte)
    index += isDouble ? 2 : 1
    switch (byte == UInt8(ascii: "`"), isDouble) {
    case (true, true): append("“")
    case (false, true): append("”")
    case (true, false):
      append("‘")
      openQuotes += 1
    case (false, false):
      let isClosing = openQuotes > 0 && !(index < end && Sign.isLetter(bytes[index]))
      if isClosing { openQuotes -= 1 }
      append(isClosing ? "’" : "'")
    }
  }

  private mutating func readFormula() {
    let isDisplayed = isAt(index + 1, Sign.dollar)
    let first = index + (isDisplayed ? 2 : 1)
    if dollar < first {
      dollar = first
      while dollar < end, bytes[dollar] != Sign.dollar {
        dollar += bytes[dollar] == Sign.backslash ? 2 : 1
      }
    }
    guard dollar < end, dollar > first, !isDisplayed || isAt(dollar + 1, Sign.dollar) else {
      appendDollar()
      index += 1
      return
    }
    appendFormula(first..<dollar)
    index = dollar + (isDisplayed ? 2 : 1)
  }

  /// Appends a formula as records write it, with white space collapsed.
  mutating func appendFormula(_ range: Range<Int>) {
    output.append(Sign.dollar)
    for byte in bytes[range] {
      if !Sign.isSpace(byte) {
        output.append(byte)
      } else if output.last != 32, output.last != Sign.dollar {
        output.append(32)
      }
    }
    if output.last == 32 { output.removeLast() }
    output.append(Sign.dollar)
    needsComposing = needsComposing || bytes[range].contains { $0 >= 0xCC }
  }

  mutating func appendDollar() {
    if escapesDollars { output.append(Sign.backslash) }
    output.append(Sign.dollar)
  }

  // MARK: Groups

  mutating func open(_ mark: String) {
    guard style != .plain, !mark.isEmpty else { return }
    let last = groups.count - 1
    guard last >= 0, groups[last].mark.isEmpty else { return }
    append(mark)
    groups[last].mark = Array(mark.utf8)
    groups[last].start = output.count
  }

  mutating func close(_ group: Group) {
    guard !group.mark.isEmpty else { return }
    if output.count == group.start {
      output.removeLast(group.mark.count)
      return
    }
    let hasSpace = output.last == 32
    if hasSpace { output.removeLast() }
    output += group.mark
    if hasSpace { output.append(32) }
  }
}

extension TeXText {
  /// Decodes a URL or other verbatim text: only characters that TeX requires to be escaped are
  /// unescaped.
  static func address(_ bytes: ArraySlice<UInt8>) -> String {
    var text = bytes
    for prefix in ["\\url{", "\\path{", "\\nolinkurl{"]
    where text.starts(with: prefix.utf8) && text.last == Sign.closeBrace {
      text = text.dropFirst(prefix.utf8.count).dropLast()
    }
    while text.first == Sign.openBrace, text.last == Sign.closeBrace,
      !text.dropFirst().dropLast().contains(where: { $0 == Sign.openBrace || $0 == Sign.closeBrace }
      )
    {
      text = text.dropFirst().dropLast()
    }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      let next = index + 1 < text.endIndex ? text[index + 1] : 0
      if byte == Sign.backslash, "_%&#$~{}".utf8.contains(next) {
        result.append(next)
        index += 2
        continue
      }
      if Sign.isSpace(byte) {
        if let last = result.last, last != 32 { result.append(32) }
      } else if byte >= 32, byte != 127 {
        result.append(byte)
      }
      index += 1
    }
    if result.last == 32 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }
}
