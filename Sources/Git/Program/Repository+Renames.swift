extension Repository {
  /// The former paths of a file, newest first: `git log --follow` on the first-parent line of a
  /// commit.
  package func formerPaths(
    of path: GitPath, from commit: ObjectID
  ) throws(GitError) -> [GitPath] {
    try renames([
      "log", "--follow", "--first-parent", "--find-renames", "--diff-filter=RC", "--name-status",
      "-z", "--no-show-signature", "--format=", commit.hex, "--", path.pathspec,
    ]).map(\.old)
  }

  /// The renames between `HEAD` and the index.
  package func stagedRenames() throws(GitError) -> [(old: GitPath, new: GitPath)] {
    guard try !isBare else { return [] }
    return try renames([
      "diff-index", "--cached", "--find-renames", "--diff-filter=R", "--name-status", "-z", "HEAD",
    ])
  }

  /// What git lists with `--name-status -z`: `R100`, the old path and the new one, one after
  /// another.
  private func renames(
    _ arguments: [String]
  ) throws(GitError) -> [(old: GitPath, new: GitPath)] {
    let words = try git.answer(GitProgram.readingFiles + arguments).output.split(separator: 0)
    return stride(from: 0, to: words.count - 2, by: 3).map { start in
      (GitPath(bytes: Array(words[start + 1])), GitPath(bytes: Array(words[start + 2])))
    }
  }
}
