import Clibgit2
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Repository {
  /// The index that git is about to commit from: `GIT_INDEX_FILE`, else the repository's own.
  ///
  /// - Parameter path: from the repository's top; empty for all.
  /// - Throws: a sparse or split index, which libgit2 cannot read.
  package func index(under path: String = "") throws(GitError) -> Index {
    try index(under: GitPath(path))
  }

  func index(under folder: GitPath) throws(GitError) -> Index {
    let index = try openIndex()
    var files: [FileEntry] = []
    var conflicts: [GitPath] = []
    var intended: [GitPath] = []
    for position in 0..<git_index_entrycount(index.pointer) {
      guard let entry = git_index_get_byindex(index.pointer, position)?.pointee else { continue }
      let name = UnsafeRawBufferPointer(start: entry.path, count: strlen(entry.path))
      let path = GitPath(bytes: Array(name))
      guard path.isUnder(folder) else { continue }
      if Int32(entry.flags) & Self.stageMask != 0 {
        if conflicts.last != path { conflicts.append(path) }
      } else if UInt32(entry.flags_extended) & GIT_INDEX_ENTRY_INTENT_TO_ADD.rawValue != 0 {
        intended.append(path)
      } else if let mode = EntryMode(bits: entry.mode) {
        files.append(FileEntry(path: path, mode: mode, id: ObjectID(entry.id)))
      }
    }
    return Index(files: files, conflicts: conflicts, intendedToAdd: intended)
  }

  /// The bits of an entry's flags that say which side of a conflict it is.
  private static var stageMask: Int32 { 0x3000 }

  /// Where git keeps the index. A relative `GIT_INDEX_FILE` starts at the work tree's top, where
  /// git goes before it reads it, and where it runs hooks.
  package var indexFile: String {
    guard let file = environment.indexFile else { return gitDirectory + "/index" }
    return Self.absolute(file, from: workTree ?? startingFolder)
  }

  func openIndex() throws(GitError) -> Handle {
    let file = indexFile
    do {
      return try Handle("read the index '\(file)'", "git_index_open", freedBy: git_index_free) {
        git_index_open(&$0, file)
      }
    } catch {
      throw Self.explain(error)
    }
  }

  /// libgit2 names an extension by its four letters only.
  private static func explain(_ error: GitError) -> GitError {
    let refusals = [
      (
        "'sdir'", "the index is sparse, which libgit2 cannot read",
        "run 'git sparse-checkout reapply --no-sparse-index'"
      ),
      (
        "'link'", "the index is split, which libgit2 cannot read",
        "run 'git update-index --no-split-index'"
      ),
    ]
    for (letters, message, hint) in refusals where error.message.contains(letters) {
      return GitError(
        code: GitError.Code.unsupported, message: message, function: error.function, hint: hint)
    }
    return error
  }
}
