import Clibgit2

/// libgit2's object of settings, put together from the files that git would read.
struct ConfigurationFiles: ~Copyable {
  let handle: Handle

  private init() throws(GitError) {
    handle = try Handle(
      "start a configuration", "git_config_new", freedBy: git_config_free
    ) { git_config_new(&$0) }
  }

  /// The settings outside any repository: the machine's, the user's and the environment's.
  /// They are what git trusts before it trusts a repository.
  static func protected(by environment: Environment) throws(GitError) -> ConfigurationFiles {
    let files = try ConfigurationFiles()
    if let file = environment.systemConfiguration {
      try files.add(file, as: GIT_CONFIG_LEVEL_SYSTEM, of: nil)
    }
    let levels = [GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_XDG]
    for (file, level) in zip(environment.userConfigurations.reversed(), levels) {
      try files.add(file, as: level, of: nil)
    }
    let strongest = git_config_level_t(rawValue: GIT_CONFIG_LEVEL_APP.rawValue + 1)
    try MemorySettings.add(try environment.settings(), to: files.handle, as: strongest)
    return files
  }

  /// The same, and those of the repository and of its work tree.
  static func of(
    _ repository: borrowing Handle, commonDirectory: String, gitDirectory: String,
    environment: Environment
  ) throws(GitError) -> ConfigurationFiles {
    let files = try protected(by: environment)
    try files.addDefaultIgnoreFile(environment)
    try files.add(commonDirectory + "/config", as: GIT_CONFIG_LEVEL_LOCAL, of: repository.pointer)
    if try files.configuration().bool("extensions.worktreeConfig") ?? false {
      let file = gitDirectory + "/config.worktree"
      try files.add(file, as: GIT_CONFIG_LEVEL_APP, of: repository.pointer)
    }
    return files
  }

  private func add(
    _ file: String, as level: git_config_level_t, of repository: OpaquePointer?
  ) throws(GitError) {
    guard FileStatus(of: NativePath(file))?.isRegularFile == true else { return }
    try attempt("read the configuration '\(file)'", "git_config_add_file_ondisk") {
      git_config_add_file_ondisk(handle.pointer, file, level, repository, 0)
    }
  }

  /// git reads `ignore` in the user's folder when nothing else is set; libgit2 is told where.
  private func addDefaultIgnoreFile(_ environment: Environment) throws(GitError) {
    guard let folder = environment.userFolder else { return }
    let setting = Setting(name: "core.excludesfile", value: folder + "/ignore")
    try MemorySettings.add([setting], to: handle, as: GIT_CONFIG_LEVEL_PROGRAMDATA)
  }

  /// Everything that is set, as a value.
  func configuration() throws(GitError) -> Configuration {
    let iterator = try Handle(
      "read the configuration", "git_config_iterator_new",
      freedBy: { git_config_iterator_free($0.map { UnsafeMutablePointer($0) }) }
    ) { pointer in
      var iterator: UnsafeMutablePointer<git_config_iterator>?
      let code = git_config_iterator_new(&iterator, handle.pointer)
      pointer = iterator.map { OpaquePointer($0) }
      return code
    }
    var settings: [Setting] = []
    var entry: UnsafeMutablePointer<git_config_entry>?
    while true {
      let code = git_config_next(&entry, UnsafeMutablePointer(iterator.pointer))
      if code == GIT_ITEROVER.rawValue { return Configuration(settings) }
      guard code >= 0, let entry else {
        throw .latest(code, from: "git_config_next", to: "read the configuration")
      }
      settings.append(
        Setting(
          name: String(cString: entry.pointee.name),
          value: entry.pointee.value.map { String(cString: $0) }))
    }
  }
}
