extension Repository {
  /// Writes a setting to the repository's own configuration file, which all its work trees share.
  ///
  /// ``configuration`` is not read again.
  ///
  /// - Parameter value: nil removes all values of the setting.
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
