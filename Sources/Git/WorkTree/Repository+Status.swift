import Clibgit2

extension Repository {
  /// Whether anything at or below `path` is not as in `HEAD`: staged, changed or new. What git
  /// ignores does not count.
  ///
  /// - Parameter path: from the work tree's top; empty for all.
  package func hasChanges(under path: String = "") throws(GitError) -> Bool {
    guard !isBare else { throw Self.needsWorkTree }
    let index = try openIndex()
    try attempt("use the index", "git_repository_set_index") { [index = index.pointer] in
      git_repository_set_index(handle.pointer, index)
    }
    let path = GitPath(path)
    guard path != .top else { return try hasChanges(among: nil) }
    return try hasChanges(among: path)
  }

  private func hasChanges(among path: GitPath?) throws(GitError) -> Bool {
    var options = git_status_options()
    try attempt("prepare a status", "git_status_options_init") {
      git_status_options_init(&options, UInt32(GIT_STATUS_OPTIONS_VERSION))
    }
    options.flags =
      GIT_STATUS_OPT_INCLUDE_UNTRACKED.rawValue | GIT_STATUS_OPT_NO_REFRESH.rawValue
      | GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH.rawValue
    let characters = (path?.bytes ?? []).map { CChar(bitPattern: $0) } + [0]
    return try characters.withUnsafeBufferPointer { (characters) throws(GitError) in
      var name = UnsafeMutablePointer(mutating: characters.baseAddress)
      return try withUnsafeMutablePointer(to: &name) { (names) throws(GitError) in
        options.pathspec = git_strarray(strings: names, count: path == nil ? 0 : 1)
        let list = try Handle(
          "compare the work tree", "git_status_list_new", freedBy: git_status_list_free
        ) { git_status_list_new(&$0, handle.pointer, &options) }
        return git_status_list_entrycount(list.pointer) > 0
      }
    }
  }
}
