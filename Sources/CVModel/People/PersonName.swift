internal import Text

/// A person's name split into its parts, to distinguish another spelling from another person.
package struct PersonName: Hashable, Sendable {
  /// Folded: lower case, without accents and dots; with its particle.
  package let family: String
  package let given: [String]
  /// `jr`, `iii`; empty if there is none.
  package let suffix: String

  /// Parses a name as `NameParts` does; hyphens stay with their words.
  package init(_ written: String) { self.init(NameParts(written)) }

  package init(_ parts: NameParts) {
    // `Wei (李伟)` is the same name in two scripts.
    let family = Array(parts.family.utf8).split(separator: UInt8(ascii: "("), maxSplits: 1).first
    let last = String(decoding: family ?? [], as: UTF8.self)
    self.family = parts.particle.isEmpty ? last.wordFolded : "\(parts.particle) \(last)".wordFolded
    given = parts.given.foldedWords
    suffix = parts.suffix.wordFolded
  }

  /// The words of the name, given names first: equal for names that differ in dots, accents, case
  /// or hyphens, and for `Family, Given`.
  package var spelling: String {
    (given + [family] + (suffix.isEmpty ? [] : [suffix])).joined(separator: " ")
  }

  /// The family name and the first initial, which compatible names share.
  var familyAndInitial: String { "\(family) \(given.first?.prefix(1) ?? "")" }

  /// The total length of all given names.
  var givenLength: Int { given.reduce(0) { $0 + $1.count } }

  /// Whether both may be the same person: the same family name, no different suffixes, and each
  /// given name or initial is compatible with the one in its place.
  package func isCompatible(with other: PersonName) -> Bool {
    guard family == other.family, !family.isEmpty, !given.isEmpty, !other.given.isEmpty,
      suffix == other.suffix || suffix.isEmpty || other.suffix.isEmpty
    else { return false }
    return zip(given, other.given).allSatisfy { Self.fits($0, $1) }
  }

  private static func fits(_ left: String, _ right: String) -> Bool {
    left == right || left.count == 1 && right.hasPrefix(left)
      || right.count == 1 && left.hasPrefix(right)
  }
}

extension String {
  /// A name as records claim it and lists look it up: folded, and in the order of speech.
  var nameFolded: String {
    // Only a comma changes the order of a name; nearly no name has one.
    utf8.contains(UInt8(ascii: ",")) ? PersonName(self).spelling : wordFolded
  }
}
