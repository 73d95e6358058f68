/// A path at which two trees differ.
package struct TreeChange: Hashable, Sendable {
  /// The entry at the path on one side.
  package struct Version: Hashable, Sendable {
    package let id: ObjectID
    package let mode: EntryMode

    package init(id: ObjectID, mode: EntryMode) {
      self.id = id
      self.mode = mode
    }
  }

  /// From the top of the repository.
  package let path: GitPath
  /// Nil if the path was added.
  package let old: Version?
  /// Nil if the path was removed.
  package let new: Version?

  package init(path: GitPath, old: Version?, new: Version?) {
    self.path = path
    self.old = old
    self.new = new
  }
}
