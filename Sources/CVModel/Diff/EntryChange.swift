/// The change of one entry between two CVs.
package struct EntryChange: Hashable, Sendable {
  /// The entry's key now; of a removed entry, its old key.
  package var key: EntryKey
  /// The one-line name, from the newer side if possible.
  package var name: String
  package var change: Change
  /// The old key of a modified entry, if it changed.
  package var oldKey: EntryKey?
  /// How the two sides of a modified entry were matched.
  package var matchedBy: Rung?
  package var significance: Significance
  /// Whether the entry is private; for an entry on both sides, on the newer one.
  package var isPrivate: Bool
  /// The source from which the entry was read; for an entry on both sides, on the newer one.
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

  /// The entry's old ID, if it changed.
  package var renamedFrom: String? { oldKey.flatMap { $0.id == key.id ? nil : $0.id } }

  /// The entry's old kind, if it changed.
  package var movedFrom: String? { oldKey.flatMap { $0.kind == key.kind ? nil : $0.kind } }

  /// The changed fields of a modified entry; empty for an added or removed one.
  package var fieldChanges: [FieldChange] {
    if case .modified(let fields) = change { fields } else { [] }
  }

  /// The change of one field; nil if it did not change.
  package func fieldChange(_ path: String) -> FieldChange? {
    fieldChanges.first { $0.path == path }
  }

  /// The change of the kind's status, if it is a headline.
  package func statusChange(in kind: Kind?) -> FieldChange? {
    fieldChanges.first { kind?.isStatus($0) == true && $0.significance == .headline }
  }
}
