import Clibgit2

extension Repository {
  /// Writes a setting to the repository's own file, which all its work trees share.
  ///
  /// ``configuration`` stays as it was when the repository was opened.
  ///
  /// - Parameter value: nil takes the setting out, however often it stands there.
  package func write(setting name: String, _ value: String?) throws(GitError) {
    let file = commonDirectory + "/config"
    let settings = try Handle(
      "open the configuration '\(file)'", "git_config_open_ondisk", freedBy: git_config_free
    ) { git_config_open_ondisk(&$0, file) }
    guard let value else {
      return try remove(name, from: settings)
    }
    try attempt("set '\(name)' in '\(file)'", "git_config_set_string") {
      [pointer = settings.pointer] in git_config_set_string(pointer, name, value)
    }
  }

  private func remove(_ name: String, from settings: borrowing Handle) throws(GitError) {
    do throws(GitError) {
      try attempt("remove the setting '\(name)'", "git_config_delete_multivar") {
        [pointer = settings.pointer] in git_config_delete_multivar(pointer, name, ".*")
      }
    } catch  where error.isNotFound {
      return
    }
  }
}
