/// A field of a kind: its name, its type, and whether a record must have it.
package struct Field: Hashable, Sendable {
  package let name: String
  package let type: FieldType
  package let isRequired: Bool
  package let role: Role

  /// What a field means for its entry, beyond its type.
  package enum Role: Hashable, Sendable {
    case content
    /// The key in another program, or the order in a list: in no document, and every change is cosmetic.
    case bookkeeping
    /// Where the entry appeared: a venue, an event, an issuer.
    case place
    /// Prizes that the entry won: an added one is a headline.
    case honours
  }

  package init(
    _ name: String, _ type: FieldType, isRequired: Bool = false, role: Role? = nil
  ) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.role = role ?? Self.rolesByName[name] ?? .content
  }

  static func required(_ name: String, _ type: FieldType) -> Field {
    Field(name, type, isRequired: true)
  }

  package var isBookkeeping: Bool { role == .bookkeeping }

  /// The roles of names that mean the same in every kind, user-defined ones included.
  private static let rolesByName: [String: Role] = [
    "venue": .place, "event": .place, "issuer": .place, "outlet": .place, "publisher": .place,
    "office": .place, "awards": .honours, "honours": .honours,
  ]
}
