internal import Git

extension CVRepository {
  /// The files of the CV that differ between two versions that git holds: commits, the index, or nothing at all.
  func treeChanges(
    from old: CVVersion, to new: CVVersion
  ) throws(GitError) -> [TreeChange] {
    if new != .index, old != .index {
      return try repository.changes(from: old.commit?.tree, to: new.commit?.tree, under: root)
    }
    let before = try versions(of: old)
    let after = try versions(of: new)
    let paths = Set(before.keys).union(after.keys).sorted()
    return paths.compactMap { path in
      before[path] == after[path]
        ? nil : TreeChange(path: path, old: before[path], new: after[path])
    }
  }

  /// The files of a version that git holds.
  func versions(
    of version: CVVersion
  ) throws(GitError) -> [GitPath: TreeChange.Version] {
    let files =
      switch version {
      case .commit(let commit): try repository.files(in: commit.tree, under: root)
      case .index: try repository.index(under: root).files
      case .workTree, .empty: [FileEntry]()
      }
    return Dictionary(files.map { ($0.path, TreeChange.Version(id: $0.id, mode: $0.mode)) }) {
      first, _ in first
    }
  }
}
