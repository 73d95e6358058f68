/// A path at which two trees differ.
package struct TreeChange: Hashable, Sendable {
  /// What stands at the path on one side.
  package struct Version: Hashable, Sendable {
    package let id: ObjectID
    package let mode: EntryMode

    package init(id: ObjectID, mode: EntryMode) {
      self.id = id
      self.mode = mode
    }
  }

  /// From the repository's top.
  package let path: GitPath
  /// Nil where the path was added.
  package let old: Version?
  /// Nil where the path was removed.
  package let new: Version?

  package init(path: GitPath, old: Version?, new: Version?) {
    self.path = path
    self.old = old
    self.new = new
  }
}
