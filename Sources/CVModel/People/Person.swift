/// An item in a list of people: a person, or the mark for people left out.
package enum Person: Hashable, Sendable {
  case named(Named)
  /// `...` or `et al.`
  case elision

  /// A person as named in a list.
  package struct Named: Hashable, Sendable {
    /// As one text: as written, or of given parts one that reads as the same parts.
    package var name: String
    /// The parts, if the record gives them: `{given: Ursula K., family: Le Guin}`, `{group: ATLAS
    /// Collaboration}`.
    package var givenParts: NameParts?
    package var isEqual = false
    package var isCorresponding = false
    package var role: String?
    package var note: String?

    package init(
      name: String, givenParts: NameParts? = nil, isEqual: Bool = false,
      isCorresponding: Bool = false, role: String? = nil, note: String? = nil
    ) {
      self.name = name
      self.givenParts = givenParts
      self.isEqual = isEqual
      self.isCorresponding = isCorresponding
      self.role = role
      self.note = note
    }

    package var parts: NameParts { givenParts ?? NameParts(name) }

    /// The name as documents print it: as written, but in the order in which it is spoken.
    package var shownName: String {
      if let givenParts { return givenParts.spoken }
      guard name.utf8.contains(UInt8(ascii: ",")) else { return name }
      let reader = NameReader(name)
      return reader.additions.isEmpty ? reader.parts.spoken : name
    }
  }

  package var name: String? {
    if case .named(let person) = self { person.name } else { nil }
  }

  /// Whether a text means that people are left out.
  package static func isElision(_ text: String) -> Bool {
    text.utf8.count <= 6 && ["...", "…", "et al.", "et al"].contains(text.lowercased())
  }
}
