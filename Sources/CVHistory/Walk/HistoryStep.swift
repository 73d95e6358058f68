package import Git

/// One commit compared with its first parent: the differing files of the CV.
package struct HistoryStep: Sendable {
  package let occasion: Occasion
  /// The number of commits before it on the walk's line.
  let place: Int
  /// The first parent; nil if there is none.
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
