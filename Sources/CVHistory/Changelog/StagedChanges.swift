internal import Git

extension CVRepository {
  /// The files of the CV that differ between two versions in git: commits, the index, or the empty
  /// version.
  func treeChanges(
    from old: CVVersion, to new: CVVersion
  ) throws(GitError) -> [TreeChange] {
    if new != .index, old != .index {
      let records = try changes(from: old.commit, to: new.commit)
      return try addingSources(to: records, from: old, to: new)
    }
    let before = try versions(of: old)
    let after = try versions(of: new)
    let paths = Set(before.keys).union(after.keys).sorted()
    return paths.compactMap { path in
      before[path] == after[path]
        ? nil : TreeChange(path: path, old: before[path], new: after[path])
    }
  }

  /// The files of a version in git.
  func versions(
    of version: CVVersion
  ) throws(GitError) -> [GitPath: TreeChange.Version] {
    Dictionary(
      try files(at: version).map { ($0.path, TreeChange.Version(id: $0.id, mode: $0.mode)) }
    ) { first, _ in first }
  }
}
