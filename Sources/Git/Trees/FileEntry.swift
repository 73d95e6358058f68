/// A file, link or submodule anywhere below a tree, or in the index.
package struct FileEntry: Hashable, Sendable {
  /// From the top of the repository.
  package let path: GitPath
  package let mode: EntryMode
  package let id: ObjectID

  package init(path: GitPath, mode: EntryMode, id: ObjectID) {
    self.path = path
    self.mode = mode
    self.id = id
  }
}
