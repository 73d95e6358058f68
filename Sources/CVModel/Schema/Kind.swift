internal import Text

/// A kind of entry: one folder, its fields, and which of them are its name, date and people.
package struct Kind: Hashable, Sendable {
  /// The folder's name.
  package let name: String
  /// The word for one entry: `publication`.
  package let singular: String
  /// The word for several entries: `publications`.
  package let plural: String
  /// The default heading in the document.
  package let heading: String
  /// The fields that form an entry's one-line name, in order.
  package let nameFields: [String]
  /// The field with the date, for entries without a period.
  package let dateField: String?
  /// The field with the people who made it.
  package let peopleField: String?
  /// Whether the entries are works: the same title is the same work wherever it appears.
  ///
  /// Talks, courses, service and positions recur with the same title, and are distinguished by date
  /// and place.
  package let isOfWorks: Bool
  /// Whether a published entry has to say where it appeared.
  let needsPlace: Bool
  /// The kind's own fields in the order of `fmt`, then the common fields.
  package let fields: [Field]
  /// What the kind is for: entries are listed in the document; other records describe the CV
  /// itself.
  package let role: Role

  package enum Role: Hashable, Sendable {
    /// Listed in the document: a folder of entries.
    case entries
    /// A folder of records that the document does not list: `people`, `kinds`.
    case records
    /// One file at the top: `cv.yaml`, `profile.yaml`.
    case file(String)
  }

  /// The indices of the required fields.
  let requiredIndices: [Int]

  /// The fields that list people.
  let peopleFields: [Field]

  /// The fields that refer to another entry.
  let referenceFields: [Field]

  /// The fields with the label of another field, by that field's name: `thesis-label` by `thesis`.
  let labelFields: [String: Field]

  /// The fields that hold where an entry appeared, in order: `venue`, then `publisher`.
  ///
  /// A field that is a part of the name is not one of them.
  package let placeFields: [String]

  /// The field with the status of the kind's lifecycle.
  package let statusField: String?

  let indexByName: [String: Int]

  package init(
    _ name: String, one singular: String, many plural: String, heading: String? = nil,
    name nameFields: [String], date dateField: String? = nil, people peopleField: String? = nil,
    isOfWorks: Bool = false,
    needsPlace: Bool = false, role: Role = .entries, fields own: [Field]
  ) {
    self.name = name
    self.singular = singular
    self.plural = plural
    self.heading = heading ?? plural.capitalizedFirst
    self.nameFields = nameFields
    self.dateField = dateField
    self.peopleField = peopleField
    self.isOfWorks = isOfWorks
    self.needsPlace = needsPlace
    self.role = role
    fields = own + Self.commonFields.filter { common in !own.contains { $0.name == common.name } }
    var (required, people, references): ([Int], [Field], [Field]) = ([], [], [])
    var places: [String] = []
    var status: String?
    var labels: [String: Field] = [:]
    var indexByName: [String: Int] = [:]
    indexByName.reserveCapacity(fields.count)
    for (index, field) in fields.enumerated() {
      if field.isRequired { required.append(index) }
      if field.type == .people { people.append(field) }
      if case .reference = field.type { references.append(field) }
      if case .status = field.type, status == nil { status = field.name }
      if field.role == .place, !nameFields.contains(field.name) { places.append(field.name) }
      if field.name.hasSuffix(Self.labelSuffix) {
        let labelled = String(field.name.dropLast(Self.labelSuffix.count))
        if labels[labelled] == nil { labels[labelled] = field }
      }
      if indexByName[field.name] == nil { indexByName[field.name] = index }
    }
    requiredIndices = required
    peopleFields = people
    referenceFields = references
    placeFields = places
    statusField = status
    labelFields = labels
    self.indexByName = indexByName
  }

  private static let labelSuffix = "-label"

  /// The fields that every entry may have.
  static let commonFields = [
    Field("url", .url), Field("links", .links), Field("tags", .tags),
    Field("note", .paragraphs), Field("order", .integer, role: .bookkeeping),
    Field("visibility", .choice(["public", "private"])), Field("private", .fieldNames),
  ]

  /// The field with a name; any `x-` name is a custom field; nil for an unknown key.
  package func field(named name: String) -> Field? {
    if let index = indexByName[name] { return fields[index] }
    return name.hasPrefix("x-") ? Field(name, .any) : nil
  }

  /// Whether there is a field with a name, not counting custom fields.
  func hasField(_ name: String) -> Bool { indexByName[name] != nil }

  /// The message for a field that does not exist: `publications have no field "titel"`.
  func lacksField(_ name: String) -> String {
    let subject = if case .file(let file) = role { "\(file) has" } else { "\(plural) have" }
    return "\(subject) no field \(quoted(name))"
  }

  /// The field that was most likely meant by a name.
  func field(meantBy name: String) -> String? {
    field(calledElsewhere: name) ?? suggestion(for: name, among: fields.lazy.map(\.name))
  }

  /// The position of a field in the order of `fmt`; custom fields come last.
  package func index(ofField name: String) -> Int { indexByName[name] ?? fields.count }

  /// Whether the kind has `start`, `end` and `expected`.
  package var hasPeriod: Bool { indexByName["start"].map { fields[$0].type } == .date }

  /// The kind's lifecycle; nil if it has none.
  package var lifecycle: Lifecycle? { statusField.flatMap(field)?.type.lifecycle }

  /// The status of an entry, as written.
  package func status(of entry: Entry) -> String? { statusField.flatMap { entry[$0]?.text } }

  /// Whether a change is one of the kind's status.
  package func isStatus(_ change: FieldChange) -> Bool { change.fieldName == statusField }

  /// The one-line name of an entry: its name fields, without markup and separated by commas; its ID
  /// if they are empty.
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
  /// The text with its first letter capitalized.
  package var capitalizedFirst: String {
    // Convert the rest to a string first: a substring is appended character by character.
    prefix(1).uppercased() + String(dropFirst())
  }
}
