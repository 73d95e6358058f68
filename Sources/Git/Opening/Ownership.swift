import Clibgit2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// git's rule about other users' repositories: they are read only if `safe.directory` names them.
///
/// libgit2 1.5 has its own, with a misleading text and without the settings of the environment, so
/// it is turned off.
struct Ownership {
  let environment: Environment

  /// - Throws: a repository that is another user's and not named as safe.
  func check(_ repository: borrowing Handle) throws(GitError) {
    let gitDirectory = Repository.folder(git_repository_path(repository.pointer)) ?? ""
    let suffix = "/.git"
    let top =
      gitDirectory.hasSuffix(suffix)
      ? String(gitDirectory.dropLast(suffix.count))
      : Repository.folder(git_repository_workdir(repository.pointer))
    if git_repository_is_bare(repository.pointer) != 0 { try checkBare(gitDirectory) }
    let owned = [top, top.map { $0 + suffix }, gitDirectory].compactMap(\.self)
    guard !owned.allSatisfy(isOwn) else { return }
    let path = top ?? gitDirectory
    guard try !isSafe(path) else { return }
    throw GitError(
      code: GitError.Code.unowned, message: "detected dubious ownership in repository at '\(path)'",
      function: "Ownership.check",
      hint: "to add an exception for this directory, run "
        + "'git config --global --add safe.directory \(path)'")
  }

  /// `safe.bareRepository=explicit` keeps git from using a bare repository that `GIT_DIR` does not
  /// name, as one that was checked in with other files.
  private func checkBare(_ gitDirectory: String) throws(GitError) {
    let settings = try ConfigurationFiles.protected(by: environment).configuration()
    guard settings.string("safe.bareRepository") == "explicit" else { return }
    throw GitError(
      code: GitError.Code.unowned,
      message: "cannot use bare repository '\(gitDirectory)' (safe.bareRepository is 'explicit')",
      function: "Ownership.check", hint: "name it: GIT_DIR=\(gitDirectory)")
  }

  /// Whether the user who runs this, or who called `sudo` to run it, owns what is at `path`.
  private func isOwn(_ path: String) -> Bool {
    guard let owner = FileStatus(of: NativePath(path), followingLinks: false)?.owner else {
      return true
    }
    let user = geteuid()
    guard user == 0, owner != 0 else { return owner == user }
    return owner == environment.sudoUser
  }

  /// The last of the settings that fits counts; an empty one forgets those before it.
  private func isSafe(_ path: String) throws(GitError) -> Bool {
    let settings = try ConfigurationFiles.protected(by: environment).configuration()
    var isSafe = false
    for value in settings.all("safe.directory") {
      if value.isEmpty { isSafe = false }
      if value == "*" || expanded(value) == path { isSafe = true }
    }
    return isSafe
  }

  private func expanded(_ value: String) -> String {
    guard value.hasPrefix("~/"), let home = environment.home else { return value }
    return home + value.dropFirst()
  }
}
