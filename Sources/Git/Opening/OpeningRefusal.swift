import Clibgit2

/// Puts libgit2's reasons not to open a repository into git's words, with what helps.
enum OpeningRefusal {
  /// - Parameter path: `GIT_DIR`, if that was where to look.
  static func explain(_ error: GitError, path: String?, start: String) -> GitError {
    if let name = text(after: "unsupported extension name extensions.", in: error.message) {
      return unsupportedExtension(name)
    }
    if let version = text(after: "unsupported repository version ", in: error.message) {
      return GitError(
        code: GitError.Code.unsupported,
        message: "expected git repo version <= 1, found \(version.prefix { $0 != ";" })",
        function: error.function,
        hint: "this repository was made for a newer git than cvgit knows")
    }
    if error.isNotFound {
      return GitError(
        code: error.code,
        message: path.map { "not a git repository: '\($0)'" }
          ?? "not a git repository (or any of the parent directories): .git",
        function: error.function, hint: path == nil ? "run 'git init' in \(start)" : nil)
    }
    return error
  }

  private static func unsupportedExtension(_ name: String) -> GitError {
    let advice =
      switch name.lowercased() {
      case "objectformat":
        (
          "this repository uses SHA-256 object names, which libgit2 cannot read",
          "a copy with SHA-1 names is made with 'git init --object-format=sha1' and "
            + "'git fast-export --all | git -C COPY fast-import'"
        )
      case "refstorage":
        (
          "this repository keeps its references as a reftable, which libgit2 cannot read",
          "run 'git refs migrate --ref-format=files'"
        )
      case "relativeworktrees":
        (
          "this repository links its work trees by relative paths, which libgit2 cannot follow",
          "run 'git worktree repair --no-relative-paths' and "
            + "'git config --unset extensions.relativeWorktrees'"
        )
      default:
        (
          "unknown repository extension found: \(name)",
          "see 'git config --get extensions.\(name)'; cvgit cannot read such a repository"
        )
      }
    return GitError(
      code: GitError.Code.unsupported, message: advice.0, function: "git_repository_open_ext",
      hint: advice.1)
  }

  private static func text(after prefix: String, in message: String) -> String? {
    var rest = Substring(message)
    while !rest.isEmpty {
      if rest.hasPrefix(prefix) { return String(rest.dropFirst(prefix.count)) }
      rest.removeFirst()
    }
    return nil
  }
}
