extension Repository {
  /// git's configuration, with all includes and conditions, the environment and `-c` options; read
  /// only once.
  package var configuration: Configuration {
    get throws(GitError) {
      if let known = answers.configuration { return known }
      let configuration = try Configuration(of: git)
      answers.configuration = configuration
      return configuration
    }
  }

  /// The folder of git's hooks: `core.hooksPath`, or `hooks` in the repository.
  package var hooksFolder: String {
    get throws(GitError) {
      let path = try git.answer(["rev-parse", "--git-path", "hooks"]).line
      var parts: [Substring] = []
      for part in Self.absolute(path, from: startingFolder).split(separator: "/") where part != "."
      {
        if part == ".." { _ = parts.popLast() } else { parts.append(part) }
      }
      return "/" + parts.joined(separator: "/")
    }
  }
}

extension Configuration {
  /// Reads all settings that apply in git's folder.
  init(of git: GitProgram) throws(GitError) {
    // The option has no effect here, but git before 2.30 rejects it, which makes the version check
    // free.
    let run = try git.answer(["config", "--no-fixed-value", "--null", "--list"])
    self.init(
      run.output.split(separator: 0).map { entry in
        let parts = entry.split(
          separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
        return Setting(
          name: String(decoding: parts[0], as: UTF8.self),
          value: parts.count == 2 ? String(decoding: parts[1], as: UTF8.self) : nil)
      })
  }
}

extension ProgramRun {
  /// The text without the final line break.
  var line: String { text.hasSuffix("\n") ? String(text.dropLast()) : text }
}
