/// What happened to one entry between two CVs.
package struct EntryChange: Hashable, Sendable {
  /// The key that the entry has now; that it had, where it was removed.
  package var key: EntryKey
  /// The one-line name, of the newer side where there is one.
  package var name: String
  package var change: Change
  /// The key that a modified entry had, where it was another.
  package var oldKey: EntryKey?
  /// How the two sides of a modified entry were found to be one.
  package var matchedBy: Rung?
  package var significance: Significance
  /// True where the entry is private, on the newer side where it is on both.
  package var isPrivate: Bool
  /// The source in another format that the entry was read from, on the newer side where it is on both.
  package var origin: SourceOrigin?

  package enum Change: Hashable, Sendable {
    case added(Fields)
    case removed(Fields)
    case modified([FieldChange])
  }

  package init(
    key: EntryKey, name: String, change: Change, oldKey: EntryKey? = nil, matchedBy: Rung? = nil,
    significance: Significance, isPrivate: Bool = false
  ) {
    self.key = key
    self.name = name
    self.change = change
    self.oldKey = oldKey == key ? nil : oldKey
    self.matchedBy = matchedBy
    self.significance = significance
    self.isPrivate = isPrivate
  }

  /// The id that the entry had, where it was another.
  package var renamedFrom: String? { oldKey.flatMap { $0.id == key.id ? nil : $0.id } }

  /// The kind that the entry was of, where it was another.
  package var movedFrom: String? { oldKey.flatMap { $0.kind == key.kind ? nil : $0.kind } }

  /// The changes of the fields of a modified entry; none for one added or removed.
  package var fieldChanges: [FieldChange] {
    if case .modified(let fields) = change { fields } else { [] }
  }

  /// The change of one field, nil where it did not change.
  package func fieldChange(_ path: String) -> FieldChange? {
    fieldChanges.first { $0.path == path }
  }
}
