/// A person's name taken apart, to tell a re-spelling from another person.
package struct PersonName: Hashable, Sendable {
  /// Folded: lower case, no accents, no points.
  package let family: String
  package let given: [String]

  /// Reads `Given Names Family` or `Family, Given Names`; hyphens stay with their words, and particles such as `van der`,
  /// which are written small, with the family.
  package init(_ written: String) {
    // By bytes: to walk a text by its characters costs ten times as much, and every paper has its authors.
    let bytes = Array(written.utf8)
    let parts = bytes.split(separator: UInt8(ascii: ","), maxSplits: 1)
    if parts.count == 2 {
      family = String(decoding: parts[0], as: UTF8.self).wordFolded
      given = String(decoding: parts[1], as: UTF8.self).foldedWords
    } else {
      let words = bytes.split(separator: UInt8(ascii: " "))
        .map { String(decoding: $0, as: UTF8.self) }
      let particles = words.dropFirst().dropLast().reversed().prefix {
        $0.first?.isLowercase == true
      }
      let familyCount = min(words.count, particles.count + 1)
      family = words.suffix(familyCount).joined(separator: " ").wordFolded
      given = words.dropLast(familyCount).flatMap(\.foldedWords)
    }
  }

  /// The words of the name in the order of speech: equal for names that differ in points, accents, case or hyphens, and for
  /// `Family, Given`.
  package var spelling: String { (given + [family]).joined(separator: " ") }

  /// The family name and the first initial, which compatible names share.
  var familyAndInitial: String { "\(family) \(given.first?.prefix(1) ?? "")" }

  /// The letters of all given names.
  var givenLength: Int { given.reduce(0) { $0 + $1.count } }

  /// True where both may be one person: one family name, and each given name or initial fits the one in its place.
  package func isCompatible(with other: PersonName) -> Bool {
    guard family == other.family, !family.isEmpty, !given.isEmpty, !other.given.isEmpty else {
      return false
    }
    return zip(given, other.given).allSatisfy { Self.fits($0, $1) }
  }

  private static func fits(_ left: String, _ right: String) -> Bool {
    left == right || left.count == 1 && right.hasPrefix(left)
      || right.count == 1 && left.hasPrefix(right)
  }
}
