import Clibgit2

extension Repository {
  /// Opens the repository that contains `directory`, as git would find it.
  ///
  /// Finds work trees, bare repositories, linked work trees and `.git` files, upwards from
  /// `directory`, unless `GIT_DIR` is set.
  ///
  /// - Throws: no repository, one that git rejects, or one that libgit2 cannot read.
  package static func open(
    at directory: String, environment: Environment
  ) throws(GitError) -> Repository {
    try Library.start()
    guard let start = FileStatus.realPath(directory) else {
      throw GitError(
        code: GitError.Code.unreadable,
        message: "cannot change to '\(directory)': No such file or directory", function: "realpath")
    }
    let git = GitProgram(in: start, environment: environment)
    let handle = try find(git)
    try OpeningRefusal.checkFormat(of: handle, git)
    return try Repository(handle, git: git)
  }

  /// libgit2's repository object. Asks git about a repository that libgit2 rejects for its owner
  /// (`safe.directory`), and about a bare one that was not named explicitly
  /// (`safe.bareRepository`).
  private static func find(_ git: GitProgram) throws(GitError) -> Handle {
    let isNamed = git.environment.gitDirectory != nil
    do {
      let handle = try openHandle(git)
      if isNamed || git_repository_is_bare(handle.pointer) == 0 { return handle }
    } catch {}
    do {
      let handle = try Library.withoutOwnerCheck { () throws(GitError) in try openHandle(git) }
      try OpeningRefusal.ask(git, code: GitError.Code.unowned)
      return handle
    } catch {
      // git has already rejected it.
      if [GitError.Code.unowned, GitError.Code.program].contains(error.code) { throw error }
      try OpeningRefusal.explain(error, git)
    }
  }

  private static func openHandle(_ git: GitProgram) throws(GitError) -> Handle {
    var path = git.folder
    var flags: UInt32 = 0
    if let explicit = git.environment.gitDirectory {
      path = absolute(explicit, from: git.folder)
      flags = GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue | GIT_REPOSITORY_OPEN_NO_DOTGIT.rawValue
    }
    return try Handle(
      "open the repository at '\(path)'", "git_repository_open_ext", freedBy: git_repository_free
    ) { git_repository_open_ext(&$0, path, flags, git.environment.ceilingDirectories) }
  }
}
