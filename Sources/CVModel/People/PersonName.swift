/// A person's name split into its parts, to distinguish another spelling from another person.
package struct PersonName: Hashable, Sendable {
  /// Folded: lower case, without accents and dots.
  package let family: String
  package let given: [String]

  /// Parses `Given Names Family` or `Family, Given Names`. Hyphens stay with their words, and
  /// lower-case particles such as `van der` with the family name.
  package init(_ written: String) {
    // Work on bytes: iterating over characters is ten times as slow, and every paper has authors.
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

  /// The words of the name, given names first: equal for names that differ in dots, accents, case
  /// or hyphens, and for `Family, Given`.
  package var spelling: String { (given + [family]).joined(separator: " ") }

  /// The family name and the first initial, which compatible names share.
  var familyAndInitial: String { "\(family) \(given.first?.prefix(1) ?? "")" }

  /// The total length of all given names.
  var givenLength: Int { given.reduce(0) { $0 + $1.count } }

  /// Whether both may be the same person: the same family name, and each given name or initial is
  /// compatible with the one in its place.
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
