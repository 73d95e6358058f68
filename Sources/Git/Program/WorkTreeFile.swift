/// A file or link in the work tree.
package struct WorkTreeFile: Hashable, Sendable {
  /// From the repository's top.
  package let path: GitPath
  /// ``EntryMode/file``, ``EntryMode/executable`` or ``EntryMode/symlink``.
  package let mode: EntryMode
  /// Its blob in the index, if git finds no difference; nil for a changed or new file.
  package let id: ObjectID?

  package init(path: GitPath, mode: EntryMode, id: ObjectID?) {
    self.path = path
    self.mode = mode
    self.id = id
  }

  /// The bytes of the file as they are on the disk, or the text of the link.
  ///
  /// - Parameter top: the work tree's.
  /// - Throws: what ``GitError/isTooLarge`` tells apart if it is longer than `limit` bytes.
  package func bytesOnDisk(below top: String, limit: Int) throws(GitError) -> [UInt8] {
    let place = NativePath(path, in: top)
    if mode == .symlink { return try FileBytes.target(ofLink: place) }
    return try FileBytes.content(of: place, limit: limit)
  }

  /// The size on the disk in bytes.
  package func size(below top: String) -> Int {
    FileStatus(of: NativePath(path, in: top), followingLinks: false)?.size ?? 0
  }

  /// Whether the disk has the file: a sparse checkout leaves files out.
  package func isOnDisk(below top: String) -> Bool {
    FileStatus(of: NativePath(path, in: top), followingLinks: false) != nil
  }
}
