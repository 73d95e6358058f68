/// A simple formula, as in prose: letters, digits, signs, Greek, `^`, `_` and braces.
package struct MathText: Hashable, Sendable {
  package let pieces: [Piece]

  /// One part of a formula.
  package indirect enum Piece: Hashable, Sendable {
    /// Letters, set in italics.
    case letters(String)
    /// Digits, signs and spaces, set upright.
    case plain(String)
    case superscript([Piece])
    case `subscript`([Piece])
  }

  /// Nil for any other formula, which is printed as written.
  package init?(_ source: String) {
    var reader = MathReader(source)
    guard let pieces = reader.pieces(depth: 0), reader.isAtEnd, !pieces.isEmpty else { return nil }
    self.pieces = pieces
  }

  /// As LaTeX.
  package var tex: String { tex(isMarkup: false) }

  /// As TeX that is safe in any markup: `<` and `>` are written as commands, which MathJax and
  /// KaTeX support.
  package var markupTeX: String { tex(isMarkup: true) }

  private func tex(isMarkup: Bool) -> String {
    var result = ""
    for part in Self.texParts(pieces, isMarkup: isMarkup) {
      // A letter directly after a command would become part of its name.
      let last = result.split(separator: "\\", omittingEmptySubsequences: false).last ?? ""
      let endsInCommand = result.contains("\\") && last.allSatisfy { $0.isASCII && $0.isLetter }
      let beginsWithLetter = part.first.map { $0.isASCII && $0.isLetter } ?? false
      result += (endsInCommand && beginsWithLetter ? " " : "") + part
    }
    return result
  }

  private static func texParts(_ pieces: [Piece], isMarkup: Bool) -> [String] {
    pieces.flatMap { piece -> [String] in
      switch piece {
      case .letters(let text), .plain(let text): text.map { texSign($0, isMarkup: isMarkup) }
      case .superscript(let inner): ["^{"] + texParts(inner, isMarkup: isMarkup) + ["}"]
      case .subscript(let inner): ["_{"] + texParts(inner, isMarkup: isMarkup) + ["}"]
      }
    }
  }

  private static func texSign(_ character: Character, isMarkup: Bool) -> String {
    if character == "−" { return "-" }
    if "<>".contains(character), !isMarkup { return String(character) }
    return MathSigns.commandBySign[String(character)].map { "\\\($0)" } ?? String(character)
  }

  /// With Unicode's superscript and subscript digits if possible: `10⁻¹⁰`, `x^(n+k)`.
  package var plain: String { Self.plain(pieces) }

  private static func plain(_ pieces: [Piece]) -> String {
    pieces.map { piece in
      switch piece {
      case .letters(let text), .plain(let text): text
      case .superscript(let inner): shifted(plain(inner), MathSigns.raised, mark: "^")
      case .subscript(let inner): shifted(plain(inner), MathSigns.lowered, mark: "_")
      }
    }.joined()
  }

  private static func shifted(
    _ text: String, _ table: [(plain: Character, shifted: Character)], mark: String
  ) -> String {
    let shifted = text.compactMap { sign in table.first { $0.plain == sign }?.shifted }
    if shifted.count == text.count { return String(shifted) }
    return text.count == 1 ? mark + text : "\(mark)(\(text))"
  }
}

/// Parses a formula from left to right.
private struct MathReader {
  private let source: [Character]
  private var position = 0

  init(_ source: String) { self.source = Array(source) }

  var isAtEnd: Bool { position == source.count }

  /// Pieces up to a closing brace; `depth` counts nested scripts.
  mutating func pieces(depth: Int) -> [MathText.Piece]? {
    var result: [MathText.Piece] = []
    while position < source.count, source[position] != "}" {
      guard let piece = piece(depth: depth) else { return nil }
      switch (result.last, piece) {
      case (.letters(let text)?, .letters(let more)):
        result[result.count - 1] = .letters(text + more)
      case (.plain(let text)?, .plain(let more)): result[result.count - 1] = .plain(text + more)
      default: result.append(piece)
      }
    }
    return result
  }

  private mutating func piece(depth: Int) -> MathText.Piece? {
    let character = source[position]
    position += 1
    switch character {
    case "^": return argument(depth: depth).map { .superscript($0) }
    case "_": return argument(depth: depth).map { .subscript($0) }
    case "\\": return command()
    case "-": return .plain("−")
    case _ where MathSigns.upright.contains(character) || character.isASCII && character.isNumber:
      return .plain(String(character))
    case _
    where character.isASCII && character.isLetter
      || MathSigns.greek.values.contains(String(character)):
      return .letters(String(character))
    default: return nil
    }
  }

  /// The argument of `^` or `_`: one sign, or a group in braces.
  private mutating func argument(depth: Int) -> [MathText.Piece]? {
    // With or without braces: our own TeX has them, and must be readable again.
    guard position < source.count, depth < 3 else { return nil }
    guard source[position] == "{" else {
      return source[position] == "^" || source[position] == "_"
        ? nil : piece(depth: depth).map { [$0] }
    }
    position += 1
    guard let inner = pieces(depth: depth + 1), !inner.isEmpty, position < source.count else {
      return nil
    }
    position += 1
    return inner
  }

  private mutating func command() -> MathText.Piece? {
    let start = position
    while position < source.count, source[position].isASCII, source[position].isLetter {
      position += 1
    }
    let name = String(source[start..<position])
    guard let letter = MathSigns.greek[name] else {
      return MathSigns.signs[name].map { .plain($0) }
    }
    // TeX treats a space after a command as its end, and sets its own space around a sign.
    if position < source.count, source[position] == " " { position += 1 }
    return .letters(letter)
  }
}

/// The signs that formulas may contain.
enum MathSigns {
  static let greek: [String: String] = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
    "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "chi": "χ",
    "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ",
    "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
  ]

  static let signs: [String: String] = [
    "times": "×", "cdot": "·", "pm": "±", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠",
    "ne": "≠", "approx": "≈", "sim": "∼", "equiv": "≡", "infty": "∞", "rightarrow": "→", "to": "→",
    "in": "∈", "partial": "∂", "nabla": "∇", "sum": "∑", "int": "∫", "prod": "∏", "propto": "∝",
    "ldots": "…", "dots": "…", "ll": "≪", "gg": "≫", "lt": "<", "gt": ">",
  ]

  static let upright: Set<Character> = Set(" +=<>()[],./|!':;*×·±≤≥≠≈∼≡∞→∈∂∇∑∫∏∝…≪≫−")

  /// The command for a sign or a Greek letter.
  static let commandBySign: [String: String] = {
    let all = greek.merging(signs) { letter, _ in letter }.sorted { $0.key < $1.key }
    return Dictionary(all.map { ($1, $0) }) { first, _ in first }
  }()

  /// Small enough for a linear search, and faster to create than a dictionary of characters.
  static let raised: [(plain: Character, shifted: Character)] = Array(
    zip("0123456789+−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"))

  static let lowered: [(plain: Character, shifted: Character)] = Array(
    zip("0123456789+−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"))
}
