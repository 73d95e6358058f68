package import CVModel
package import Git

/// For each field of an entry, the commit that set its current value.
package struct Blame: Sendable {
  package let key: EntryKey
  package let name: String
  package let kind: Kind?
  /// In the order of the kind's fields.
  package private(set) var fields: [Field]
  /// What the history does not contain.
  package private(set) var notes: [String] = []

  /// A field with the commit that set its value.
  package struct Field: Sendable {
    package let name: String
    package let value: Plain
    /// Nil if unknown, beyond the boundary of a shallow clone.
    package fileprivate(set) var occasion: Occasion?
  }

  /// Follows an entry back from a commit, across renames and moves; nil if the commit does not have
  /// the entry.
  package init?(
    _ key: EntryKey, in cv: CVRepository, at commit: Commit
  ) throws(GitError) {
    let reading = try cv.reading(of: .commit(commit))
    guard let entry = reading.cv[key] else { return nil }
    let kind = reading.cv.schema[key.kind]
    self.key = key
    self.kind = kind
    name = reading.cv.schema.title(of: entry)
    fields = entry.fields.map { Field(name: $0, value: $1, occasion: nil) }
      .sorted {
        (kind?.index(ofField: $0.name) ?? 0, $0.name)
          < (kind?.index(ofField: $1.name) ?? 0, $1.name)
      }
    var log = try HistoryLog(
      cv, from: commit, until: nil, EntrySelection(entries: [key]), entersMerges: true)
    while fields.contains(where: { $0.occasion == nil }), let step = try log.next() {
      for change in step.diff.changes { assign(change, step.occasion) }
    }
    notes = log.notes
  }

  /// The blame with each occasion replaced.
  func mapOccasions(
    _ map: (Occasion) throws(GitError) -> Occasion
  ) throws(GitError) -> Blame {
    var blame = self
    for index in fields.indices {
      if let occasion = fields[index].occasion { blame.fields[index].occasion = try map(occasion) }
    }
    return blame
  }

  /// Assigns a commit to the fields that it set, unless a newer commit set them.
  private mutating func assign(_ change: EntryChange, _ occasion: Occasion) {
    for index in fields.indices where fields[index].occasion == nil {
      if change.gives(fields[index].name) { fields[index].occasion = occasion }
    }
  }
}

extension EntryChange {
  /// Whether this change set a field's value, even if it only rewrote it in other words.
  func gives(_ field: String) -> Bool {
    switch change {
    case .added: return true
    case .removed: return false
    case .modified(let fields):
      return fields.contains { change in
        if change.path == field { return true }
        guard change.path == FieldChange.periodPath, Period.fieldNames.contains(field) else {
          return false
        }
        return change.from?[field] != change.to?[field]
      }
    }
  }
}
