extension Repository {
  /// Writes a setting to the repository's own file, which all its work trees share.
  ///
  /// ``configuration`` stays as it was when it was read.
  ///
  /// - Parameter value: nil removes the setting, however often it is there.
  package func write(setting name: String, _ value: String?) throws(GitError) {
    if let value {
      _ = try git.answer(["config", "--local", "--replace-all", name, value])
    } else {
      let command = ["config", "--local", "--unset-all", name]
      let run = try git.run(command)
      // 5: there is no such setting.
      guard run.status == 0 || run.status == 5 else { throw git.failure(run, command) }
    }
  }
}
