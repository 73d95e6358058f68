/// What two edited versions of one entry make together.
package struct EntryMerge: Hashable, Sendable {
  /// The merged fields. Where the sides conflict, the value is that of the preferred side.
  package internal(set) var fields: Fields
  /// What both sides changed in ways that do not go together, by the smallest part of a field.
  package internal(set) var conflicts: [Disagreement] = []
  /// What gave way without a conflict: an earlier status, a date that says less.
  package internal(set) var superseded: [Disagreement] = []

  /// A part of a field in which the two sides differ.
  package struct Disagreement: Hashable, Sendable {
    /// The field, then the keys and items that lead to the part: `["links", "Code"]`.
    package let path: [String]
    /// The value that both sides began with; nil if there was none, or if it is not known.
    package let base: Plain?
    package let ours: Plain?
    package let theirs: Plain?
  }

  /// A side of a merge.
  package enum Side: Hashable, Sendable {
    case ours
    case theirs
  }
}

/// Merges two edited versions of one entry, field by field.
///
/// What one side changed is taken, and what both changed alike is taken once. If both changed a
/// field, lists are merged by item, people by who they are, and mappings by key; of two statuses
/// that both moved forward, the further one is taken, and of two dates the one that says more.
/// Everything else is a conflict.
package struct EntryMerger: Sendable {
  private let kind: Kind?
  private let people: PeopleDirectory
  private let preferred: EntryMerge.Side

  /// - Parameters:
  ///   - kind: of the entry; nil for an unknown one, whose fields are merged by their shape.
  ///   - people: who is who.
  ///   - preferred: the side whose value a conflict leaves in the merged fields.
  package init(kind: Kind?, people: PeopleDirectory, preferring preferred: EntryMerge.Side = .ours)
  {
    self.kind = kind
    self.people = people
    self.preferred = preferred
  }

  /// Merges the fields of an entry.
  ///
  /// - Parameter base: the fields that both sides began with. Nil if they are not known: then only
  ///   what a side lacks is taken from the other, and what differs is a conflict. Lists of private
  ///   fields are united, as nothing that a side hides may show.
  package func merge(base: Fields?, ours: Fields, theirs: Fields) -> EntryMerge {
    var values = ValueMerge(people: people, preferred: preferred, hasBase: base != nil)
    var fields = Fields()
    for name in Set(ours.sortedNames + theirs.sortedNames).sorted() {
      let type = kind?.field(named: name)?.type ?? .any
      fields[name] = values.merged(
        [name], type, base: base?[name], ours: ours[name], theirs: theirs[name])
    }
    return EntryMerge(
      fields: fields, conflicts: values.conflicts, superseded: values.superseded)
  }
}
