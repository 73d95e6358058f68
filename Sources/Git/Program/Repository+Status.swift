extension Repository {
  /// Whether anything at or below `path` differs from `HEAD`: staged, changed or untracked. Ignored
  /// files do not count.
  ///
  /// - Parameter path: from the top of the work tree; empty for all.
  package func hasChanges(under path: String = "") throws(GitError) -> Bool {
    try !status(under: GitPath(path), "--untracked-files=all").isEmpty
  }

  /// The paths added with `git add --intent-to-add`.
  func announcedPaths(under folder: GitPath) throws(GitError) -> Set<GitPath> {
    guard try !isBare else { return [] }
    let lines = try status(under: folder, "--untracked-files=no")
    // 1 .A SUBMODULE MODE MODE MODE ID ID PATH
    return Set(
      lines.filter { $0.starts(with: "1 .A ".utf8) }.compactMap { line in
        let words = line.split(
          separator: UInt8(ascii: " "), maxSplits: 8, omittingEmptySubsequences: false)
        return words.count == 9 ? GitPath(bytes: Array(words[8])) : nil
      })
  }

  private func status(
    under folder: GitPath, _ option: String
  ) throws(GitError) -> [ArraySlice<UInt8>] {
    guard try !isBare else { throw Self.needsWorkTree }
    return try git.answer(
      GitProgram.readingFiles + [
        "status", "--porcelain=v2", "-z", option, "--no-renames", "--", folder.pathspec,
      ]
    ).output.split(separator: 0)
  }
}
