/// A file or link in the work tree.
package struct WorkTreeFile: Hashable, Sendable {
  /// From the top of the repository.
  package let path: GitPath
  /// ``EntryMode/file``, ``EntryMode/executable`` or ``EntryMode/symlink``.
  package let mode: EntryMode
  /// The blob in the index, if the file is unchanged; nil for a changed or new file.
  package let id: ObjectID?

  package init(path: GitPath, mode: EntryMode, id: ObjectID?) {
    self.path = path
    self.mode = mode
    self.id = id
  }

  /// The bytes of the file on the disk, or the target of the link.
  ///
  /// - Parameter top: the top of the work tree.
  /// - Throws: a file longer than `limit` bytes (``GitError/isTooLarge``).
  package func bytesOnDisk(below top: String, limit: Int) throws(GitError) -> [UInt8] {
    let place = NativePath(path, in: top)
    if mode == .symlink { return try FileBytes.target(ofLink: place) }
    return try FileBytes.content(of: place, limit: limit)
  }

  /// The size on the disk in bytes.
  package func size(below top: String) -> Int {
    FileStatus(of: NativePath(path, in: top), followingLinks: false)?.size ?? 0
  }

  /// Whether the file exists on the disk: a sparse checkout skips files.
  package func isOnDisk(below top: String) -> Bool {
    FileStatus(of: NativePath(path, in: top), followingLinks: false) != nil
  }
}
