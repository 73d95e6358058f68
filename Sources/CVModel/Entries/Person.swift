/// One place in a list of people: a person, or the mark that some are left out.
package enum Person: Hashable, Sendable {
  case named(Named)
  /// `...` or `et al.`
  case elision

  /// A person as a list names them.
  package struct Named: Hashable, Sendable {
    package var name: String
    package var isEqual = false
    package var isCorresponding = false
    package var role: String?
    package var note: String?
  }

  package var name: String? {
    if case .named(let person) = self { person.name } else { nil }
  }

  /// True for the words that leave people out.
  package static func isElision(_ text: String) -> Bool {
    text.utf8.count <= 6 && ["...", "…", "et al.", "et al"].contains(text.lowercased())
  }
}

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

  /// The same letters in another spelling: points, accents, hyphens or case differ, or family and given are turned round.
  package func isSpelledLike(_ other: PersonName) -> Bool {
    family == other.family && given == other.given
  }

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
