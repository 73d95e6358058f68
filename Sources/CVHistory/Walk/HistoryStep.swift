package import Git

/// One commit against its first parent: which files of the CV differ.
package struct HistoryStep: Sendable {
  package let occasion: Occasion
  /// The first parent, nil where there is none.
  package let parent: ObjectID?
  /// Sorted by path; never empty.
  package let changes: [TreeChange]
}
