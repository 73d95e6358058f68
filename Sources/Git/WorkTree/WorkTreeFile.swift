/// A file or link in the work tree.
package struct WorkTreeFile: Hashable, Sendable {
  /// From the repository's top.
  package let path: GitPath
  /// ``EntryMode/file``, ``EntryMode/executable`` or ``EntryMode/symlink``.
  package let mode: EntryMode
  /// In bytes.
  package let size: Int

  package init(path: GitPath, mode: EntryMode, size: Int) {
    self.path = path
    self.mode = mode
    self.size = size
  }
}
