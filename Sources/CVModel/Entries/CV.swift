/// A CV as a value: its entries and their kinds.
///
/// `cv.yaml` is the entry `document/cv`, `profile.yaml` is `profile/profile`, people are
/// `people/ID`, and custom kinds are `kinds/NAME`.
package struct CV: Equatable, Sendable {
  package private(set) var entries: [EntryKey: Entry]

  /// The built-in kinds, and the custom ones from `kinds/`.
  package var schema: Schema

  package init(entries: some Sequence<Entry> = [], schema: Schema = .builtIn) {
    self.entries = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
    self.schema = schema
  }

  package subscript(key: EntryKey) -> Entry? {
    get { entries[key] }
    set { entries[key] = newValue }
  }

  /// Reserves space for entries.
  mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

  /// The built-in kinds and those that the records in `kinds/` define.
  package var declaredSchema: Schema {
    Schema.builtIn.adding(entries(of: "kinds").compactMap(Kind.init(definedBy:)))
  }

  /// The owner's record.
  package var profile: Entry? { entries[.profile] }

  /// The document's record: sections, headings, groups.
  package var document: Entry? { entries[.document] }

  /// The entries of a kind, sorted by ID.
  package func entries(of kind: String) -> [Entry] {
    entries.values.filter { $0.key.kind == kind }.sorted { $0.key < $1.key }
  }
}

extension EntryKey {
  package static let profile = EntryKey(kind: "profile", id: "profile")
  package static let document = EntryKey(kind: "document", id: "cv")
}
