/// A field of a kind: its name, its type, and whether a record must have it.
package struct Field: Hashable, Sendable {
  package let name: String
  package let type: FieldType
  package let isRequired: Bool
  /// The fields of which one may be given instead, if this one is required: `editors` for
  /// `authors`.
  package let alternatives: [String]
  package let role: Role

  /// What a field means for its entry, beyond its type.
  package enum Role: Hashable, Sendable {
    case content
    /// The key in another program, or the order in a list: never printed in a document, and every
    /// change is cosmetic.
    case bookkeeping
    /// Where the entry appeared: a venue, an event, an issuer.
    case place
    /// Prizes that the entry won: an added one is a headline.
    case honours
    /// Private unless the record's `show` lists it: a date of birth.
    case personal
  }

  package init(
    _ name: String, _ type: FieldType, isRequired: Bool = false, alternatives: [String] = [],
    role: Role? = nil
  ) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.alternatives = alternatives
    self.role = role ?? Self.rolesByName[name] ?? .content
  }

  static func required(
    _ name: String, _ type: FieldType, or alternatives: String...
  ) -> Field {
    Field(name, type, isRequired: true, alternatives: alternatives)
  }

  /// Whether a record with these fields lacks this one.
  func isMissing(among names: some Sequence<String>) -> Bool {
    isRequired && !names.contains { $0 == name || alternatives.contains($0) }
  }

  package var isBookkeeping: Bool { role == .bookkeeping }

  package var isPersonal: Bool { role == .personal }

  /// The roles of names that mean the same in every kind, user-defined ones included.
  private static let rolesByName: [String: Role] = [
    "venue": .place, "event": .place, "issuer": .place, "outlet": .place, "publisher": .place,
    "office": .place, "awards": .honours, "honours": .honours,
  ]
}
