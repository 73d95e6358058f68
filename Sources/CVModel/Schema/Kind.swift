/// A field of a kind: its name, its type, and whether a record must have it.
package struct Field: Hashable, Sendable {
  package let name: String
  package let type: FieldType
  package let isRequired: Bool
  /// True for a field that identifies the entry to other programs: it is in no document, and a change of it is cosmetic.
  package let isBookkeeping: Bool

  package init(
    _ name: String, _ type: FieldType, isRequired: Bool = false, isBookkeeping: Bool = false
  ) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.isBookkeeping = isBookkeeping
  }

  static func required(_ name: String, _ type: FieldType) -> Field {
    Field(name, type, isRequired: true)
  }
}

/// A kind of entry: one folder, its fields, and which of them name, date and people it.
package struct Kind: Hashable, Sendable {
  /// The folder's name.
  package let name: String
  /// What one entry is called: `publication`.
  package let singular: String
  /// What several are called: `publications`.
  package let plural: String
  /// The heading where `cv.yaml` gives none.
  package let heading: String
  /// The fields that make an entry's one-line name, in their order.
  package let nameFields: [String]
  /// The field that dates an entry, where it is no period.
  package let dateField: String?
  /// The field with the people who made it.
  package let peopleField: String?
  /// The fields of its own, in the order `fmt` writes; then those that every entry takes.
  package let fields: [Field]
  /// What the kind is for: entries stand in a section, the others are the CV's own records.
  package let role: Role

  package enum Role: Hashable, Sendable {
    /// Listed in the document: a folder of entries.
    case entries
    /// A folder of records that the document does not list: `people`, `kinds`.
    case records
    /// One file at the top: `cv.yaml`, `profile.yaml`.
    case file(String)
  }

  /// Where the fields stand that a record must have.
  let requiredIndices: [Int]

  /// The fields that list people.
  let peopleFields: [Field]

  /// The fields that name another entry.
  let referenceFields: [Field]

  /// The fields that hold the label of another one, by that one's name: `thesis-label` by `thesis`.
  let labelFields: [String: Field]

  let indexByName: [String: Int]

  package init(
    _ name: String, one singular: String, many plural: String, heading: String? = nil,
    name nameFields: [String], date dateField: String? = nil, people peopleField: String? = nil,
    role: Role = .entries, fields own: [Field]
  ) {
    self.name = name
    self.singular = singular
    self.plural = plural
    self.heading = heading ?? plural.capitalizedFirst
    self.nameFields = nameFields
    self.dateField = dateField
    self.peopleField = peopleField
    self.role = role
    fields = own + Self.commonFields.filter { common in !own.contains { $0.name == common.name } }
    var (required, people, references): ([Int], [Field], [Field]) = ([], [], [])
    var labels: [String: Field] = [:]
    var indexByName: [String: Int] = [:]
    indexByName.reserveCapacity(fields.count)
    for (index, field) in fields.enumerated() {
      if field.isRequired { required.append(index) }
      if field.type == .people { people.append(field) }
      if case .reference = field.type { references.append(field) }
      if field.name.hasSuffix(Self.labelSuffix) {
        let labelled = String(field.name.dropLast(Self.labelSuffix.count))
        if labels[labelled] == nil { labels[labelled] = field }
      }
      if indexByName[field.name] == nil { indexByName[field.name] = index }
    }
    requiredIndices = required
    peopleFields = people
    referenceFields = references
    labelFields = labels
    self.indexByName = indexByName
  }

  private static let labelSuffix = "-label"

  /// What every entry takes.
  static let commonFields = [
    Field("url", .url), Field("links", .links), Field("tags", .tags),
    Field("note", .paragraphs), Field("order", .integer),
    Field("visibility", .choice(["public", "private"])), Field("private", .fieldNames),
  ]

  /// The field of a name; an `x-` name is a field of the user's own; nil for an unknown key.
  package func field(named name: String) -> Field? {
    if let index = indexByName[name] { return fields[index] }
    return name.hasPrefix("x-") ? Field(name, .any) : nil
  }

  /// Whether there is a field of a name, besides those of the user's own.
  func hasField(_ name: String) -> Bool { indexByName[name] != nil }

  /// What a finding says of a field that there is none of: `publications have no field "titel"`.
  func lacksField(_ name: String) -> String {
    let subject = if case .file(let file) = role { "\(file) has" } else { "\(plural) have" }
    return "\(subject) no field \(quoted(name))"
  }

  /// The field that someone most likely meant by a name.
  func field(meantBy name: String) -> String? {
    suggestion(for: name, among: fields.lazy.map(\.name))
  }

  /// Where a field stands in the order of writing; the user's own come last.
  package func index(ofField name: String) -> Int { indexByName[name] ?? fields.count }

  /// True where the kind has `start`, `end` and `expected`.
  package var hasPeriod: Bool { indexByName["start"].map { fields[$0].type } == .date }

  /// The field with the kind's lifecycle, nil where it has none.
  package var lifecycle: Lifecycle? {
    for field in fields {
      if case .status(let lifecycle) = field.type { return lifecycle }
    }
    return nil
  }

  /// The one-line name of an entry: its name fields joined by commas, without markup; its id where they are empty.
  package func title(of entry: Entry) -> String {
    let parts = nameFields.compactMap { name -> String? in
      guard let value = entry[name] else { return nil }
      let texts = value.items.compactMap(\.text).filter { !$0.isEmpty }
      return texts.isEmpty ? nil : texts.joined(separator: " & ")
    }
    let name = Inline.parse(parts.joined(separator: ", ")).plainText
    return name.isEmpty ? entry.key.id : name
  }
}

extension String {
  /// With a capital first letter; all else as it is.
  package var capitalizedFirst: String {
    // Not the rest as it comes: a substring is appended letter by letter.
    prefix(1).uppercased() + String(dropFirst())
  }
}
