package import Git

/// One commit against its first parent: which files of the CV differ.
package struct HistoryStep: Sendable {
  package let occasion: Occasion
  /// How many commits of the walk's line stand before it.
  let place: Int
  /// The first parent, nil where there is none.
  package let parent: ObjectID?
  /// Sorted by path; never empty.
  package let changes: [TreeChange]

  init(occasion: Occasion, place: Int = 0, parent: ObjectID?, changes: [TreeChange]) {
    self.occasion = occasion
    self.place = place
    self.parent = parent
    self.changes = changes
  }
}
