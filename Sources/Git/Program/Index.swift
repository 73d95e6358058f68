/// What git would commit, below one folder.
package struct Index: Hashable, Sendable {
  /// The staged files, links and submodules, sorted by path. Excludes paths in conflict and those
  /// added with `git add --intent-to-add`: git commits neither.
  package let files: [FileEntry]
  /// Paths with unresolved merge conflicts, sorted.
  package let conflicts: [GitPath]
  /// Paths added with `--intent-to-add`, sorted.
  package let intendedToAdd: [GitPath]

  package init(files: [FileEntry], conflicts: [GitPath] = [], intendedToAdd: [GitPath] = []) {
    self.files = files
    self.conflicts = conflicts
    self.intendedToAdd = intendedToAdd
  }
}

extension Repository {
  /// The index from which git is about to commit, in any format: `GIT_INDEX_FILE`, or the
  /// repository's own.
  ///
  /// - Parameter path: from the top of the repository; empty for all.
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
    // git uses the ID of the empty blob for paths added with `--intent-to-add`.
    let isMaybeAnnounced = files.contains { $0.id == .emptyBlob }
    let announced = isMaybeAnnounced ? try announcedPaths(under: folder) : []
    return Index(
      files: files.filter { !announced.contains($0.path) }, conflicts: conflicts,
      intendedToAdd: announced.sorted())
  }
}

extension ObjectID {
  /// The ID of the empty blob.
  static let emptyBlob = ObjectID(hex: "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
}
