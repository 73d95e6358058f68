/// The inline markup of a text: `**bold**`, `*italic*`, `` `code` ``, `[text](url)`, `$math$`; all else is literal.
package indirect enum Inline: Hashable, Sendable {
  case text(String)
  case strong([Inline])
  case emphasis([Inline])
  case code(String)
  case math(String)
  case link([Inline], url: String)
}

extension Inline {
  /// Reads a text; a mark without its partner is literal.
  ///
  /// An opening mark is followed by a character that is no space, a closing one follows such a character, as in
  /// CommonMark. A `$` that opens math is not followed by a digit that ends in a price: `$5 and $6` is literal.
  package static func parse(_ text: String) -> [Inline] {
    guard text.hasByte(where: InlineParser.isMark) else {
      return text.isEmpty ? [] : [.text(text)]
    }
    var parser = InlineParser(Array(text.utf8))
    return parser.parse(depth: 0)
  }

  /// The words alone, without any mark.
  package var plainText: String {
    switch self {
    case .text(let text), .code(let text), .math(let text): text
    case .strong(let inner), .emphasis(let inner), .link(let inner, _): inner.plainText
    }
  }
}

extension [Inline] {
  package var plainText: String { count == 1 ? self[0].plainText : map(\.plainText).joined() }

  /// Where its links lead.
  var addresses: [String] {
    flatMap { inline -> [String] in
      switch inline {
      case .text, .code, .math: []
      case .strong(let inner), .emphasis(let inner): inner.addresses
      case .link(let inner, let url): [url] + inner.addresses
      }
    }
  }
}

/// Splits one text into its inlines; linear in the text but for nested marks, whose depth is bounded.
///
/// Goes by the bytes of UTF-8, in which no mark stands inside another character.
private struct InlineParser {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  /// Marks that no later closing mark ends: a search that failed once is not made again.
  private var unclosed: Set<[UInt8]> = []
  /// The last `]`, end of an address and closing `$` that were found: good for every place before them.
  private var bracket: Int?
  private var addressEnd: Int?
  private var dollar: Int?
  private static let deepest = 4

  init(_ bytes: [UInt8]) { self.init(bytes[...]) }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func parse(depth: Int) -> [Inline] {
    var result: [Inline] = []
    var literal: [UInt8] = []
    func flushed() -> [Inline] {
      literal.isEmpty ? [] : [.text(String(decoding: literal, as: UTF8.self))]
    }
    while position < bytes.endIndex {
      let next = bytes[position...].firstIndex(where: Self.isMark) ?? bytes.endIndex
      literal += bytes[position..<next]
      position = next
      guard position < bytes.endIndex else { break }
      if depth < Self.deepest, let inline = mark(depth: depth) {
        result += flushed()
        literal.removeAll(keepingCapacity: true)
        result.append(inline)
        continue
      }
      if bytes[position] == backslash, position + 1 < bytes.endIndex,
        bytes[position + 1] == UInt8(ascii: "]") || Self.isMark(bytes[position + 1])
      {
        position += 1
      }
      literal.append(bytes[position])
      position += 1
    }
    return result + flushed()
  }

  /// What may begin a mark; all else is literal.
  static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case star, tick, dollarSign, UInt8(ascii: "["), backslash: true
    default: false
    }
  }

  /// The inline that begins here, with the position moved behind it; nil where none does.
  private mutating func mark(depth: Int) -> Inline? {
    switch bytes[position] {
    case star where isAt(position + 1, star):
      return spanned(by: [star, star]).map { .strong(inner($0, depth)) }
    case star: return spanned(by: [star]).map { .emphasis(inner($0, depth)) }
    case tick: return spanned(by: [tick]).map { .code(text($0)) }
    case dollarSign: return math()
    case UInt8(ascii: "["): return link(depth: depth)
    default: return nil
    }
  }

  private func isAt(_ index: Int, _ byte: UInt8) -> Bool {
    index < bytes.endIndex && bytes[index] == byte
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func inner(_ range: Range<Int>, _ depth: Int) -> [Inline] {
    var parser = InlineParser(bytes[range])
    return parser.parse(depth: depth + 1)
  }

  /// The character that begins here.
  private func scalar(at index: Int) -> Unicode.Scalar? {
    let byte = bytes[index]
    if byte < 0x80 { return Unicode.Scalar(byte) }
    return text(index..<min(index + 4, bytes.endIndex)).unicodeScalars.first
  }

  /// Whether the character that begins here, or that ends before here, is white space.
  private func isSpace(at index: Int) -> Bool {
    scalar(at: index)?.properties.isWhitespace ?? false
  }

  private func isSpace(before index: Int) -> Bool {
    var start = index - 1
    while start > bytes.startIndex, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return isSpace(at: start)
  }

  /// What stands between an opening mark here and its closing one.
  private mutating func spanned(by mark: [UInt8]) -> Range<Int>? {
    let first = position + mark.count
    guard first < bytes.endIndex, !isSpace(at: first), !unclosed.contains(mark) else { return nil }
    var index = first + 1
    while index + mark.count <= bytes.endIndex {
      guard bytes[index] == mark[0] else {
        index += 1
        continue
      }
      let isClosing =
        (mark.count == 1 || bytes[index + 1] == star)
        && !isSpace(before: index) && bytes[index - 1] != backslash
        && !(mark == [star] && isAt(index + 1, star))
        // Of three marks the first closes what is inside: `**a *b***`.
        && !(mark.count == 2 && isAt(index + 2, star))
      if isClosing {
        position = index + mark.count
        return first..<index
      }
      index += mark == [star] && isAt(index + 1, star) ? 2 : 1
    }
    unclosed.insert(mark)
    return nil
  }

  private mutating func math() -> Inline? {
    let first = position + 1
    guard first < bytes.endIndex, !isSpace(at: first) else { return nil }
    if dollar.map({ $0 <= first }) ?? true {
      dollar = bytes.indices[(first + 1)...].first(where: isClosingDollar) ?? bytes.endIndex
    }
    guard let close = dollar, close < bytes.endIndex else { return nil }
    let isPrice =
      close + 1 < bytes.endIndex && scalar(at: close + 1)?.properties.numericType != nil
    if isPrice { return nil }
    position = close + 1
    return .math(text(first..<close))
  }

  private func isClosingDollar(_ index: Int) -> Bool {
    bytes[index] == dollarSign && !isSpace(before: index) && bytes[index - 1] != backslash
  }

  private mutating func link(depth: Int) -> Inline? {
    if bracket.map({ $0 < position }) ?? true {
      bracket = bytes[position...].firstIndex(of: UInt8(ascii: "]")) ?? bytes.endIndex
    }
    guard let close = bracket, isAt(close + 1, UInt8(ascii: "(")), close > position + 1 else {
      return nil
    }
    if addressEnd.map({ $0 < close + 2 }) ?? true {
      addressEnd =
        bytes[(close + 2)...].firstIndex { $0 == closingBracket || $0 == space } ?? bytes.endIndex
    }
    guard let first = addressEnd, first > close + 2, isAt(first, closingBracket) else {
      return nil
    }
    let end = pairedEnd(from: close + 2) ?? first
    let url = text(close + 2..<end)
    let label = inner(position + 1..<close, depth)
    position = end + 1
    return .link(label, url: url)
  }

  /// The `)` that ends an address whose own round brackets come in pairs, as in CommonMark; nil where they do not.
  private func pairedEnd(from start: Int) -> Int? {
    var depth = 0
    for index in start..<bytes.endIndex {
      switch bytes[index] {
      case space: return nil
      case UInt8(ascii: "("): depth += 1
      case closingBracket where depth == 0: return index
      case closingBracket: depth -= 1
      default: break
      }
    }
    return nil
  }
}

private let star = UInt8(ascii: "*")
private let tick = UInt8(ascii: "`")
private let dollarSign = UInt8(ascii: "$")
private let backslash = UInt8(ascii: "\\")
private let closingBracket = UInt8(ascii: ")")
private let space = UInt8(ascii: " ")
