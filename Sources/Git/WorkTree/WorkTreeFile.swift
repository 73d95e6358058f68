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

  /// What the operating system says of a path; nil for what is neither a file nor a link.
  init?(_ path: GitPath, _ status: FileStatus) {
    guard status.isRegularFile || status.isSymbolicLink else { return nil }
    let mode: EntryMode =
      status.isSymbolicLink ? .symlink : status.isExecutable ? .executable : .file
    self.init(path: path, mode: mode, size: status.size)
  }

  /// The content of the file, or the text of the link.
  ///
  /// - Parameter top: the work tree's.
  /// - Throws: what ``GitError/isTooLarge`` tells apart if it is longer than `limit` bytes.
  package func content(below top: String, limit: Int) throws(GitError) -> [UInt8] {
    let place = NativePath(path, in: top)
    if mode == .symlink { return try FileBytes.target(ofLink: place) }
    return try FileBytes.content(of: place, limit: limit)
  }
}
