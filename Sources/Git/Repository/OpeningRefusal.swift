import Clibgit2

/// Handles a repository that libgit2 does not open: asks git, and reports git's own error if it has
/// one.
enum OpeningRefusal {
  /// - Parameter error: libgit2's reason, which is not the owner.
  /// - Throws: git's error, or libgit2's.
  static func explain(_ error: GitError, _ git: GitProgram) throws(GitError) -> Never {
    guard error.isNotFound else {
      try ask(git, code: GitError.Code.unsupported)
      throw GitError(
        code: GitError.Code.unsupported, message: error.message, function: error.function,
        hint: "git can read this repository, but libgit2 \(Library.version) cannot")
    }
    do throws(GitError) {
      try ask(git, code: error.code)
    } catch {
      guard error.hint == nil, git.environment.gitDirectory == nil else { throw error }
      throw error.hinting("run 'git init' to create one")
    }
    throw error
  }

  /// - Throws: git's error, if it rejects the repository.
  static func ask(_ git: GitProgram, code: Int32) throws(GitError) {
    do throws(GitError) {
      _ = try git.answer(["rev-parse", "--git-dir"])
    } catch {
      guard error.code == GitError.Code.refused else { throw error }
      let isFormat = code == GitError.Code.unsupported
      throw GitError(
        code: code, message: error.message, function: error.function,
        hint: error.hint ?? (isFormat ? "this repository needs a newer git" : nil))
    }
  }

  /// Rejects formats that libgit2 opens but cannot read; git's own error comes first.
  static func checkFormat(of repository: borrowing Handle, _ git: GitProgram) throws(GitError) {
    let settings = try Handle(
      "read the repository's format", "git_repository_config_snapshot", freedBy: git_config_free
    ) { [pointer = repository.pointer] in git_repository_config_snapshot(&$0, pointer) }
    func value(_ name: String) -> String? {
      var value: UnsafePointer<CChar>?
      let code = git_config_get_string(&value, settings.pointer, "extensions." + name)
      return code >= 0 ? value.map { String(cString: $0).lowercased() } : nil
    }
    if let format = value("objectformat"), format != "sha1" {
      try ask(git, code: GitError.Code.unsupported)
      throw GitError(
        code: GitError.Code.unsupported,
        message: "this repository uses SHA-256 object names, which libgit2 cannot read",
        function: "git_repository_open_ext",
        hint: "create a copy with SHA-1 names: 'git init --object-format=sha1 COPY', then "
          + "'git fast-export --all | git -C COPY fast-import'")
    }
    if let storage = value("refstorage"), storage != "files" {
      try ask(git, code: GitError.Code.unsupported)
      throw GitError(
        code: GitError.Code.unsupported,
        message: "this repository keeps its references as a reftable, which libgit2 cannot read",
        function: "git_repository_open_ext",
        hint: "run 'git refs migrate --ref-format=files'")
    }
  }
}
