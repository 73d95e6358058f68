import Clibgit2

extension Repository {
  /// Opens the repository that `directory` is in, as git would find it.
  ///
  /// Work trees, bare repositories, linked work trees and `.git` files are found, upwards from
  /// `directory`, unless `GIT_DIR` says where.
  ///
  /// - Throws: no repository, one of another user's, or one that libgit2 cannot read.
  package static func open(
    at directory: String, environment: Environment
  ) throws(GitError) -> Repository {
    try Library.start(home: environment.home)
    guard let start = FileStatus.realPath(directory) else {
      throw GitError(
        code: GitError.Code.unreadable,
        message: "cannot change to '\(directory)': No such file or directory", function: "realpath")
    }
    let handle = try find(from: start, environment)
    if environment.gitDirectory == nil {
      try Ownership(environment: environment).check(handle)
    }
    let configuration = try configure(handle, environment)
    try OpeningRefusal.check(configuration)
    try placeWorkTree(of: handle, from: start, configuration, environment)
    return try Repository(
      handle, startingFolder: start, environment: environment, configuration: configuration)
  }

  /// libgit2's repository object, with nothing trusted yet.
  private static func find(
    from start: String, _ environment: Environment
  ) throws(GitError) -> Handle {
    var path = start
    var flags: UInt32 = 0
    if let explicit = environment.gitDirectory {
      path = absolute(explicit, from: start)
      flags = GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue | GIT_REPOSITORY_OPEN_NO_DOTGIT.rawValue
    }
    do {
      return try Handle(
        "open the repository at '\(path)'", "git_repository_open_ext",
        freedBy: git_repository_free
      ) { git_repository_open_ext(&$0, path, flags, environment.ceilingDirectories) }
    } catch {
      throw OpeningRefusal.explain(error, path: environment.gitDirectory)
    }
  }

  /// Gives libgit2 the settings that git would read, instead of those it found itself.
  private static func configure(
    _ handle: borrowing Handle, _ environment: Environment
  ) throws(GitError) -> Configuration {
    let gitDirectory = folder(git_repository_path(handle.pointer)) ?? ""
    let files = try ConfigurationFiles.of(
      handle, commonDirectory: folder(git_repository_commondir(handle.pointer)) ?? gitDirectory,
      gitDirectory: gitDirectory, environment: environment)
    try attempt("set the configuration", "git_repository_set_config") {
      [repository = handle.pointer, configuration = files.handle.pointer] in
      git_repository_set_config(repository, configuration)
    }
    return try files.configuration()
  }

  /// A path of the environment, from the folder that git was started in.
  static func absolute(_ path: String, from start: String) -> String {
    path.hasPrefix("/") ? path : start + "/" + path
  }
}
