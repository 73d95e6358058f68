/// The inline markup of a text: `**bold**`, `*italic*`, `` `code` ``, `[text](url)`, `$math$`;
/// everything else is literal.
package indirect enum Inline: Hashable, Sendable {
  case text(String)
  case strong([Inline])
  case emphasis([Inline])
  case code(String)
  case math(String)
  case link([Inline], url: String)
}

extension Inline {
  /// Parses a text; an unpaired mark is literal.
  ///
  /// Which `*` opens and which closes is decided as in CommonMark: `C*-algebras` and `2 * 3` are
  /// literal. A `$` is math if the next one closes it, and what is between them can be a formula:
  /// `$1,000 to $2,000 in US$` is literal.
  package static func parse(_ text: String) -> [Inline] {
    guard text.unicodeScalars.contains(where: InlineParser.isMark) else {
      return text.isEmpty ? [] : [.text(text)]
    }
    var parser = InlineParser(Array(text.unicodeScalars)[...])
    return parser.parse(depth: 0)
  }

  /// The text without any marks.
  package var plainText: String {
    switch self {
    case .text(let text), .code(let text), .math(let text): text
    case .strong(let inner), .emphasis(let inner), .link(let inner, _): inner.plainText
    }
  }
}

extension [Inline] {
  package var plainText: String { count == 1 ? self[0].plainText : map(\.plainText).joined() }

  /// The targets of its links.
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

/// Splits a text into its inlines, in linear time except for nested marks, whose depth is limited.
private struct InlineParser {
  private let scalars: ArraySlice<Unicode.Scalar>
  private var position: Int
  /// Marks without a closing mark, so that a failed search is not repeated.
  private var unclosed: Set<[Unicode.Scalar]> = []
  /// The last `]`, end of a URL and `$` found: valid for every position before them.
  private var bracket: Int?
  private var addressEnd: Int?
  private var dollar: Int?
  /// The run of asterisks that was looked at last: its length is found once, not at each of its
  /// signs.
  private var run = 0..<0
  private static let deepest = 4

  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    self.scalars = scalars
    position = scalars.startIndex
  }

  mutating func parse(depth: Int) -> [Inline] {
    var result: [Inline] = []
    var literal = String.UnicodeScalarView()
    func flushed() -> [Inline] {
      literal.isEmpty ? [] : [.text(String(literal))]
    }
    while position < scalars.endIndex {
      let next = scalars[position...].firstIndex(where: Self.isMark) ?? scalars.endIndex
      literal += scalars[position..<next]
      position = next
      guard position < scalars.endIndex else { break }
      if depth < Self.deepest, let inline = mark(depth: depth) {
        result += flushed()
        literal.removeAll()
        result.append(inline)
        continue
      }
      if scalars[position] == "\\", position + 1 < scalars.endIndex,
        scalars[position + 1] == "]" || Self.isMark(scalars[position + 1])
      {
        position += 1
      }
      literal.append(scalars[position])
      position += 1
    }
    return result + flushed()
  }

  /// Whether it may begin a mark; everything else is literal.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "`", "$", "[", "\\": true
    default: false
    }
  }

  /// The inline that begins here, with the position moved past it; nil if there is none.
  private mutating func mark(depth: Int) -> Inline? {
    switch scalars[position] {
    case "*" where isAt(position + 1, "*"):
      return spanned(by: ["*", "*"]).map { .strong(inner($0, depth)) }
    case "*": return spanned(by: ["*"]).map { .emphasis(inner($0, depth)) }
    case "`": return spanned(by: ["`"]).map { .code(text($0)) }
    case "$": return math()
    case "[": return link(depth: depth)
    default: return nil
    }
  }

  private func isAt(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    index < scalars.endIndex && scalars[index] == scalar
  }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  private func inner(_ range: Range<Int>, _ depth: Int) -> [Inline] {
    var parser = InlineParser(scalars[range])
    return parser.parse(depth: depth + 1)
  }

  private func isSpace(at index: Int) -> Bool { scalars[index].properties.isWhitespace }

  /// The text between an opening mark here and its closing mark.
  private mutating func spanned(by mark: [Unicode.Scalar]) -> Range<Int>? {
    let first = position + mark.count
    guard first < scalars.endIndex, !isSpace(at: first), !unclosed.contains(mark),
      mark[0] != "*" || flanks(position).left
    else { return nil }
    var index = first + 1
    while index + mark.count <= scalars.endIndex {
      guard scalars[index] == mark[0] else {
        index += 1
        continue
      }
      let isClosing =
        (mark.count == 1 || scalars[index + 1] == "*")
        && !isSpace(at: index - 1) && scalars[index - 1] != "\\"
        && !(mark == ["*"] && isAt(index + 1, "*"))
        && (mark[0] != "*" || flanks(index).right)
        // The first of three marks closes the inner one: `**a *b***`.
        && !(mark.count == 2 && isAt(index + 2, "*"))
      if isClosing {
        position = index + mark.count
        return first..<index
      }
      index += mark == ["*"] && isAt(index + 1, "*") ? 2 : 1
    }
    unclosed.insert(mark)
    return nil
  }

  /// Whether the run of asterisks that an index is in may open, and may close.
  ///
  /// Source: CommonMark 0.31, 6.2: a run is left-flanking if no space follows it, and no
  /// punctuation, unless a space or punctuation is before it; right-flanking is the mirror image.
  private mutating func flanks(_ index: Int) -> (left: Bool, right: Bool) {
    if !run.contains(index) {
      let start = scalars[..<index].lastIndex { $0 != "*" }.map { $0 + 1 } ?? scalars.startIndex
      run = start..<(scalars[index...].firstIndex { $0 != "*" } ?? scalars.endIndex)
    }
    let before =
      run.lowerBound > scalars.startIndex ? Surrounding(scalars[run.lowerBound - 1]) : .space
    let after = run.upperBound < scalars.endIndex ? Surrounding(scalars[run.upperBound]) : .space
    return (
      after != .space && (after != .punctuation || before != .other),
      before != .space && (before != .punctuation || after != .other)
    )
  }

  /// What is beside a run of marks.
  private enum Surrounding {
    case space, punctuation, other

    init(_ scalar: Unicode.Scalar) {
      if scalar.properties.isWhitespace {
        self = .space
        return
      }
      switch scalar.properties.generalCategory {
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
        .modifierSymbol, .otherSymbol:
        self = .punctuation
      default: self = .other
      }
    }
  }

  private mutating func math() -> Inline? {
    let first = position + 1
    guard first < scalars.endIndex, !isSpace(at: first) else { return nil }
    if dollar.map({ $0 < first }) ?? true {
      dollar = scalars.indices[first...].first(where: isDollar) ?? scalars.endIndex
    }
    // A formula holds no `$`: the next one closes it, or nothing does.
    guard let close = dollar, close < scalars.endIndex, close > first, !isSpace(at: close - 1)
    else { return nil }
    let formula = text(first..<close)
    let after = close + 1 < scalars.endIndex ? scalars[close + 1] : " "
    let before = position > scalars.startIndex ? scalars[position - 1] : " "
    guard after.properties.numericType == nil else { return nil }
    let isSure =
      before.properties.isAlphabetic
      ? "\\^_{".unicodeScalars.contains(scalars[first])
      : formula.unicodeScalars.contains { "\\^_{}=".unicodeScalars.contains($0) }
    if !isSure {
      guard !before.properties.isAlphabetic, before.properties.numericType == nil,
        !ProseInMath.isProse(formula)
      else { return nil }
    }
    position = close + 1
    return .math(formula)
  }

  private func isDollar(_ index: Int) -> Bool {
    scalars[index] == "$" && scalars[index - 1] != "\\"
  }

  private mutating func link(depth: Int) -> Inline? {
    if bracket.map({ $0 < position }) ?? true {
      bracket = scalars[position...].firstIndex(of: "]") ?? scalars.endIndex
    }
    guard let close = bracket, isAt(close + 1, "("), close > position + 1 else {
      return nil
    }
    if addressEnd.map({ $0 < close + 2 }) ?? true {
      addressEnd =
        scalars[(close + 2)...].firstIndex { $0 == ")" || $0 == " " } ?? scalars.endIndex
    }
    guard let first = addressEnd, first > close + 2, isAt(first, ")") else {
      return nil
    }
    let end = pairedEnd(from: close + 2) ?? first
    let url = text(close + 2..<end)
    let label = inner(position + 1..<close, depth)
    position = end + 1
    return .link(label, url: url)
  }

  /// The `)` that ends a URL whose own parentheses are balanced, as in CommonMark; nil if they are
  /// not.
  private func pairedEnd(from start: Int) -> Int? {
    var depth = 0
    for index in start..<scalars.endIndex {
      switch scalars[index] {
      case " ": return nil
      case "(": depth += 1
      case ")" where depth == 0: return index
      case ")": depth -= 1
      default: break
      }
    }
    return nil
  }
}
