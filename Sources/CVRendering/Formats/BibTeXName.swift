internal import CVModel

/// A name as BibTeX writes it, so that it reads again as the same parts.
struct BibTeXName {
  let text: String

  /// `Ada Byron`; `Le Guin, Ursula K.` or `Roe, Jr., Guy L.` where BibTeX would take the spoken
  /// order apart wrongly; `{ATLAS Collaboration}`.
  init(_ parts: NameParts) {
    if parts.isGroup {
      text = "{\(LaTeX.text(parts.family))}"
    } else if Self.isReadAsSpoken(parts) {
      text = LaTeX.text([parts.given, parts.particle, parts.family].joined(separator: " "))
    } else {
      text = Self.sorted(parts)
    }
  }

  /// True if BibTeX finds the same parts: the small words are the particle, and the last word alone
  /// is the family name.
  private static func isReadAsSpoken(_ parts: NameParts) -> Bool {
    let given = Self.words(parts.given)
    let family = Self.words(parts.family)
    let all = given + Self.words(parts.particle) + family
    return parts.suffix.isEmpty && family.count == 1 && !given.contains(where: isSmall)
      && Self.words(parts.particle).allSatisfy(isSmall)
      && !all.contains { $0.contains(",") || $0.lowercased() == "and" }
      && all != ["others"]
  }

  private static func sorted(_ parts: NameParts) -> String {
    let particle = LaTeX.text(parts.particle)
    let family = braced(parts.family, isFamily: true)
    if parts.given.isEmpty, parts.suffix.isEmpty {
      return particle.isEmpty ? "{\(LaTeX.text(parts.family))}" : "\(particle) \(family)"
    }
    if parts.given.isEmpty { return "{\(LaTeX.text(parts.spoken))}" }
    let last = particle.isEmpty ? family : "\(particle) \(family)"
    return [last, braced(parts.suffix), braced(parts.given)].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  /// A part in braces if BibTeX would cut it.
  private static func braced(_ part: String, isFamily: Bool = false) -> String {
    let words = words(part)
    let isCut =
      part.contains(",") || words.contains { $0.lowercased() == "and" }
      || isFamily && words.contains(where: isSmall)
    return isCut ? "{\(LaTeX.text(part))}" : LaTeX.text(part)
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map { String($0) }
  }

  private static func isSmall(_ word: String) -> Bool {
    word.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isLowercase ?? false
  }
}
