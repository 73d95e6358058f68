internal import Git

/// The setting that lets the themes of a repository run: it is this clone's own, so that no commit can bring it.
enum TrustedThemes {
  static let setting = "cvgit.themes"
  private static let value = "trusted"

  static func isSet(in repository: Repository) throws(GitError) -> Bool {
    try repository.configuration.string(setting)?.lowercased() == value
  }

  /// Trusts the themes of a repository, as its owner makes one.
  static func set(in repository: Repository) throws(GitError) {
    try repository.write(setting: setting, value)
  }

  static let warning = """
    warning: the theme "themes/classic" is not used: themes are programs, and run only if they are trusted
    hint: read it, then run "git config cvgit.themes trusted", or name it with "--theme classic"
    """
}
