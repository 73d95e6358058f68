/// Reads macros and accents.
extension TeXText {
  // MARK: Macros

  mutating func readMacro() {
    let start = index
    index += 1
    guard index < end else {
      output.append(Sign.backslash)
      return
    }
    guard Sign.isLetter(bytes[index]) else { return readSign(start) }
    var last = index
    while last < end, Sign.isLetter(bytes[last]) { last += 1 }
    let name = String(decoding: bytes[index..<last], as: UTF8.self)
    index = last
    if name == "a", index < end, let mark = TeXSymbols.accents[String(Unicode.Scalar(bytes[index]))]
    {
      // The accents of the tabbing environment: `\a'e`.
      index += 1
      return readAccent(mark, from: start)
    }
    if let mark = TeXSymbols.accents[name] { return readAccent(mark, from: start) }
    if let symbol = TeXSymbols.symbols[name] {
      skipEndOfName()
      return append(symbol)
    }
    if let mark = TeXSymbols.marks[name] {
      skipBlanks()
      guard isAt(index, Sign.openBrace) else { return }
      index += 1
      groups.append(Group())
      return open(mark)
    }
    if let mark = TeXSymbols.declarations[name] {
      skipBlanks()
      return open(mark)
    }
    switch name {
    case "url", "nolinkurl", "path": readAddress(start)
    case "href": readLink(start)
    case "enquote": readEnclosed("“", "”", start)
    case "ensuremath": readEnsuredFormula(start)
    default: keep(name, from: start)
    }
  }

  /// Reads `\` followed by a character that is not a letter.
  private mutating func readSign(_ start: Int) {
    let byte = bytes[index]
    if let mark = TeXSymbols.accents[String(Unicode.Scalar(byte))], byte < 128 {
      index += 1
      return readAccent(mark, from: start)
    }
    index += 1
    switch byte {
    case Sign.dollar: appendDollar()
    case UInt8(ascii: "&"), Sign.percent, Sign.hash, UInt8(ascii: "_"), Sign.openBrace,
      Sign.closeBrace:
      output.append(byte)
    case 32, 9...13, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ">"),
      Sign.backslash:
      appendSpace()
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "!"): break
    case Sign.openBracket: readBracketedFormula(start, Sign.closeBracket)
    case UInt8(ascii: "["): readBracketedFormula(start, UInt8(ascii: "]"))
    default:
      index -= 1
      output.append(Sign.backslash)
    }
  }

  private mutating func skipBlanks() {
    while index < end, Sign.isSpace(bytes[index]) { index += 1 }
  }

  /// Skips the end of a macro's name: white space, or empty braces.
  private mutating func skipEndOfName() {
    if isAt(index, Sign.openBrace), isAt(index + 1, Sign.closeBrace) {
      index += 2
    } else {
      skipBlanks()
    }
  }

  /// The content of the braces that begin here, with the index moved past them; nil if there are
  /// none.
  private mutating func argument() -> Range<Int>? {
    skipBlanks()
    guard isAt(index, Sign.openBrace), let close = closingBrace(index) else { return nil }
    let range = index + 1..<close
    index = close + 1
    return range
  }

  private func closingBrace(_ open: Int) -> Int? {
    let isBrace = bytes[open] == Sign.openBrace
    let (opening, closing) =
      isBrace ? (Sign.openBrace, Sign.closeBrace) : (UInt8(ascii: "["), UInt8(ascii: "]"))
    var depth = 0
    // Options are short; without a limit, many unclosed ones would each be searched to the end.
    for offset in open..<(isBrace ? end : min(end, open + 200)) {
      if bytes[offset] == opening { depth += 1 }
      if bytes[offset] == closing {
        depth -= 1
        if depth == 0 { return offset }
      }
    }
    return nil
  }

  /// Keeps a macro with its arguments as written.
  private mutating func keep(_ name: String, from start: Int) {
    while index < end, bytes[index] == Sign.openBrace || bytes[index] == UInt8(ascii: "["),
      let close = closingBrace(index)
    {
      index = close + 1
    }
    if index < end, bytes[index] == Sign.openBrace { index = end }
    for byte in bytes[start..<index] {
      if Sign.isSpace(byte) {
        appendSpace()
      } else if byte >= 32, byte != 127 {
        output.append(byte)
      }
    }
    if !unknownMacros.contains(name), unknownMacros.count < 8 { unknownMacros.append(name) }
  }

  private mutating func readAddress(_ start: Int) {
    guard let range = argument() else { return keep("url", from: start) }
    append(TeXText.address(bytes[range]))
  }

  private mutating func readLink(_ start: Int) {
    guard let url = argument() else { return keep("href", from: start) }
    guard let label = argument() else {
      append(TeXText.address(bytes[url]))
      return
    }
    let (text, unknown) = TeXText.decode(bytes[label], as: style == .plain ? .plain : .text)
    for name in unknown where !unknownMacros.contains(name) { unknownMacros.append(name) }
    let address = TeXText.address(bytes[url])
    append(style == .plain || text == address ? text : "[\(text)](\(address))")
  }

  private mutating func readEnclosed(_ opening: String, _ closing: String, _ start: Int) {
    skipBlanks()
    guard isAt(index, Sign.openBrace) else { return keep("enquote", from: start) }
    index += 1
    append(opening)
    groups.append(Group(mark: Array(closing.utf8), start: -1))
  }

  private mutating func readEnsuredFormula(_ start: Int) {
    guard let range = argument() else { return keep("ensuremath", from: start) }
    appendFormula(range)
  }

  private mutating func readBracketedFormula(_ start: Int, _ closing: UInt8) {
    var last = hasUnclosedFormula ? end : index
    while last + 1 < end, !(bytes[last] == Sign.backslash && bytes[last + 1] == closing) {
      last += bytes[last] == Sign.backslash ? 2 : 1
    }
    guard last + 1 < end else {
      hasUnclosedFormula = true
      output += bytes[start..<index]
      return
    }
    appendFormula(index..<last)
    index = last + 2
  }

  // MARK: Accents

  private mutating func readAccent(_ mark: TeXSymbols.Accent, from start: Int) {
    guard let base = accentBase(depth: 0) else {
      index = max(index, start + 1)
      append(mark.alone)
      return
    }
    append(base.letter)
    append(mark.combining)
    append(base.rest)
    needsComposing = true
  }

  /// The letter under an accent: `e`, `{e}`, `\i`, `{\i}`, `{\^e}`; nil for `\'{}`.
  private mutating func accentBase(depth: Int) -> (letter: String, rest: String)? {
    skipBlanks()
    guard index < end, depth < 8 else { return nil }
    switch bytes[index] {
    case Sign.openBrace:
      index += 1
      let base = accentBase(depth: depth + 1)
      skipBlanksBeforeBrace()
      if isAt(index, Sign.closeBrace) { index += 1 } else { groups.append(Group()) }
      return base
    case Sign.closeBrace, Sign.dollar: return nil
    case Sign.backslash: return accentedMacro(depth: depth)
    case let byte:
      let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let last = min(end, index + length)
      let letter = String(decoding: bytes[index..<last], as: UTF8.self)
      index = last
      return (letter, "")
    }
  }

  private mutating func skipBlanksBeforeBrace() {
    var next = index
    while next < end, Sign.isSpace(bytes[next]) { next += 1 }
    if isAt(next, Sign.closeBrace) { index = next }
  }

  private mutating func accentedMacro(depth: Int) -> (letter: String, rest: String)? {
    let start = index
    index += 1
    var last = index
    while last < end, Sign.isLetter(bytes[last]) { last += 1 }
    if last == index, index < end { last += 1 }
    let name = String(decoding: bytes[index..<last], as: UTF8.self)
    index = last
    switch name {
    case "i", "j":
      skipEndOfName()
      return (name, "")
    default: break
    }
    if let mark = TeXSymbols.accents[name], let base = accentBase(depth: depth + 1) {
      return (base.letter + mark.combining, base.rest)
    }
    if let symbol = TeXSymbols.symbols[name] {
      skipEndOfName()
      return (symbol, "")
    }
    index = start
    return nil
  }
}
