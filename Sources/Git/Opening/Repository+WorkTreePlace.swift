import Clibgit2

extension Repository {
  /// Puts the work tree where git would: libgit2 heeds neither `GIT_WORK_TREE`, nor that an
  /// explicit `GIT_DIR` makes the current folder the top, nor `config.worktree`.
  static func placeWorkTree(
    of handle: borrowing Handle, from start: String, _ configuration: Configuration,
    _ environment: Environment
  ) throws(GitError) {
    if let explicit = environment.workTree {
      return try setWorkTree(of: handle, to: absolute(explicit, from: start))
    }
    let isLinked = git_repository_is_worktree(handle.pointer) != 0
    if !isLinked, try configuration.bool("core.bare") ?? false {
      return try attempt("open a bare repository", "git_repository_set_bare") {
        [repository = handle.pointer] in git_repository_set_bare(repository)
      }
    }
    if !isLinked, let configured = configuration.string("core.worktree") {
      let gitDirectory = folder(git_repository_path(handle.pointer)) ?? start
      return try setWorkTree(of: handle, to: absolute(configured, from: gitDirectory))
    }
    if environment.gitDirectory != nil {
      try setWorkTree(of: handle, to: start)
    }
  }

  private static func setWorkTree(
    of handle: borrowing Handle, to path: String
  ) throws(GitError) {
    try attempt("use the work tree '\(path)'", "git_repository_set_workdir") {
      [repository = handle.pointer] in git_repository_set_workdir(repository, path, 0)
    }
  }
}
