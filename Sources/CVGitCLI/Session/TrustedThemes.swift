internal import Git

/// The setting that allows the themes of a repository to run. It is local to the clone, so that no
/// commit can set it.
enum TrustedThemes {
  static let setting = "cvgit.themes"
  private static let value = "trusted"

  static func isSet(in repository: Repository) throws(GitError) -> Bool {
    try repository.configuration.string(setting)?.lowercased() == value
  }

  /// Trusts the themes of a repository, for its owner who just created one.
  static func set(in repository: Repository) throws(GitError) {
    try repository.write(setting: setting, value)
  }

  static let warning = """
    warning: the theme "themes/classic" is not used: themes are programs, and run only if they are trusted
    hint: read it, then run "git config cvgit.themes trusted", or name it with "--theme classic"
    """
}
