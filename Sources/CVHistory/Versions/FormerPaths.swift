internal import Git

/// The former paths of a source. A file is followed as `git log --follow` does, a folder by most of
/// its files.
struct FormerPaths {
  let repository: Repository

  /// The paths of a source before the current one, newest first.
  func paths(before path: String) throws(GitError) -> [String] {
    guard let head = try repository.headCommit() else { return [] }
    let today = GitPath(path)
    if let mode = try repository.entry(at: today, in: head.tree)?.mode {
      return try former(today, mode, head).compactMap(\.string)
    }
    guard let origin = try stagedOrigin(of: today),
      let mode = try repository.entry(at: origin, in: head.tree)?.mode
    else { return [] }
    return ([origin] + (try former(origin, mode, head))).compactMap(\.string)
  }

  private func former(
    _ path: GitPath, _ mode: EntryMode, _ head: Commit
  ) throws(GitError) -> [GitPath] {
    guard mode == .tree else { return try repository.formerPaths(of: path, from: head.id) }
    guard let folder = path.string else { return [] }
    return try FormerFolders(repository, root: folder).paths()
  }

  /// The path in `HEAD` of a file, or of most files of a folder, that is moved in the index.
  private func stagedOrigin(of path: GitPath) throws(GitError) -> GitPath? {
    var counts: [GitPath: Int] = [:]
    for rename in try repository.stagedRenames() where rename.new.isUnder(path) {
      let rest = rename.new.bytes.dropFirst(path.bytes.count)
      guard rename.old.bytes.reversed().starts(with: rest.reversed()) else { continue }
      counts[GitPath(bytes: Array(rename.old.bytes.dropLast(rest.count))), default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
