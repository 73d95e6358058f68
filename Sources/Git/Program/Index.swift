/// What git would commit, below one folder.
package struct Index: Hashable, Sendable {
  /// The staged files, links and submodules, sorted by path; not those in conflict, nor those that
  /// `git add --intent-to-add` only announces: git commits neither.
  package let files: [FileEntry]
  /// Paths that a stopped merge has left in conflict, sorted.
  package let conflicts: [GitPath]
  /// Paths that are announced only, sorted.
  package let intendedToAdd: [GitPath]

  package init(files: [FileEntry], conflicts: [GitPath] = [], intendedToAdd: [GitPath] = []) {
    self.files = files
    self.conflicts = conflicts
    self.intendedToAdd = intendedToAdd
  }
}

extension Repository {
  /// The index that git is about to commit from, in any format: `GIT_INDEX_FILE`, or the repository's own.
  ///
  /// - Parameter path: from the repository's top; empty for all.
  package func index(under path: String = "") throws(GitError) -> Index {
    let folder = GitPath(path)
    if let known = answers.indexes[folder] { return known }
    let index = try askForIndex(under: folder)
    answers.indexes[folder] = index
    return index
  }

  private func askForIndex(under folder: GitPath) throws(GitError) -> Index {
    var files: [FileEntry] = []
    var conflicts: [GitPath] = []
    for file in try listedFiles(under: folder) {
      if file.stage != 0 {
        if conflicts.last != file.path { conflicts.append(file.path) }
      } else if let entry = file.entry {
        files.append(entry)
      }
    }
    // git gives the id of the empty file to what is only announced.
    let isMaybeAnnounced = files.contains { $0.id == .emptyBlob }
    let announced = isMaybeAnnounced ? try announcedPaths(under: folder) : []
    return Index(
      files: files.filter { !announced.contains($0.path) }, conflicts: conflicts,
      intendedToAdd: announced.sorted())
  }
}

extension ObjectID {
  /// The id of a file without bytes.
  static let emptyBlob = ObjectID(hex: "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
}
