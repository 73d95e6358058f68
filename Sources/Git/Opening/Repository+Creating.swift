import Clibgit2

extension Repository {
  /// Makes an empty repository with a work tree at `directory`, and the folder if need be; one that
  /// is there already is opened.
  ///
  /// The first branch is `init.defaultBranch`, else `master`, as with git 2.39.
  package static func create(
    at directory: String, environment: Environment
  ) throws(GitError) -> Repository {
    try Library.start(home: environment.home)
    let settings = try ConfigurationFiles.protected(by: environment).configuration()
    let branch = settings.string("init.defaultBranch") ?? "master"
    var options = git_repository_init_options()
    try attempt("prepare a repository", "git_repository_init_options_init") {
      git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION))
    }
    options.flags = GIT_REPOSITORY_INIT_MKPATH.rawValue | GIT_REPOSITORY_INIT_MKDIR.rawValue
    try branch.utf8CString.withUnsafeBufferPointer { (branch) throws(GitError) in
      options.initial_head = branch.baseAddress
      _ = try Handle(
        "create a repository at '\(directory)'", "git_repository_init_ext",
        freedBy: git_repository_free
      ) { git_repository_init_ext(&$0, directory, &options) }
    }
    return try open(at: directory, environment: environment)
  }
}
