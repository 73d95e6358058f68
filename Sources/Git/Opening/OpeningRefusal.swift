import Clibgit2

/// Puts libgit2's reasons not to open a repository into git's words, with what helps.
enum OpeningRefusal {
  /// - Parameter path: `GIT_DIR`, if that was where to look.
  static func explain(_ error: GitError, path: String?) -> GitError {
    if let name = text(after: "unsupported extension name extensions.", in: error.message) {
      return unsupportedExtension(name)
    }
    if let version = text(after: "unsupported repository version ", in: error.message) {
      return GitError(
        code: GitError.Code.unsupported,
        message: "expected git repo version <= 1, found \(version.prefix { $0 != ";" })",
        function: error.function,
        hint: "this repository was made for a git that cvgit does not know")
    }
    if error.isNotFound {
      return GitError(
        code: error.code,
        message: path.map { "not a git repository: '\($0)'" }
          ?? "not a git repository (or any of the parent directories): .git",
        function: error.function, hint: path == nil ? "run 'git init' to make one" : nil)
    }
    return error
  }

  /// Refuses the values of extensions that libgit2 cannot follow; their other value is the usual
  /// format, under its name.
  static func check(_ configuration: Configuration) throws(GitError) {
    for (name, usual) in [("objectformat", "sha1"), ("refstorage", "files")] {
      guard let value = configuration.string("extensions." + name) else { continue }
      guard value.lowercased() == usual else { throw unsupportedExtension(name) }
    }
  }

  private static func unsupportedExtension(_ name: String) -> GitError {
    let (message, hint) =
      switch name.lowercased() {
      case "objectformat":
        (
          "this repository uses SHA-256 object names, which libgit2 cannot read",
          "make a copy with SHA-1 names: 'git init --object-format=sha1 COPY', then "
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
          "this repository was made for a git that cvgit does not know"
        )
      }
    return GitError(
      code: GitError.Code.unsupported, message: message, function: "git_repository_open_ext",
      hint: hint)
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
