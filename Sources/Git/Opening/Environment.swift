/// The variables through which git is told where to look and who commits.
///
/// The library reads no environment itself; whoever opens a repository passes it in.
package struct Environment: Sendable {
  private let variables: [String: String]

  package init(_ variables: [String: String]) { self.variables = variables }

  /// A variable's value; git takes an empty one for the paths below as unset.
  package subscript(_ name: String) -> String? { variables[name] }

  private func nonempty(_ name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  package var gitDirectory: String? { nonempty("GIT_DIR") }
  package var workTree: String? { nonempty("GIT_WORK_TREE") }
  package var indexFile: String? { nonempty("GIT_INDEX_FILE") }
  package var home: String? { nonempty("HOME") }

  /// A path of a setting, which may begin with `~/`; nil for one of another form.
  func path(ofSetting written: String) -> String? {
    if written.hasPrefix("/") { return written }
    return written.hasPrefix("~/") ? home.map { $0 + written.dropFirst() } : nil
  }

  /// Folders at which the search for a repository stops.
  package var ceilingDirectories: String? { nonempty("GIT_CEILING_DIRECTORIES") }

  /// Where a user's other files stand: `$XDG_CONFIG_HOME/git`, by default `~/.config/git`.
  package var userFolder: String? {
    if let folder = nonempty("XDG_CONFIG_HOME") { return folder + "/git" }
    return home.map { $0 + "/.config/git" }
  }

  /// The machine's configuration, unless `GIT_CONFIG_NOSYSTEM` turns it off.
  package var systemConfiguration: String? {
    let off = variables["GIT_CONFIG_NOSYSTEM"].map { !Setting.isFalse($0) } ?? false
    return off ? nil : variables["GIT_CONFIG_SYSTEM"] ?? "/etc/gitconfig"
  }

  /// The user's configuration files, the weaker first.
  package var userConfigurations: [String] {
    if let file = variables["GIT_CONFIG_GLOBAL"] { return [file] }
    return [userFolder.map { $0 + "/config" }, home.map { $0 + "/.gitconfig" }].compactMap(\.self)
  }

  /// The user who called `sudo`: root reads that user's repositories as its own, as git does.
  var sudoUser: UInt32? { nonempty("SUDO_UID").flatMap { UInt32($0) } }
}
