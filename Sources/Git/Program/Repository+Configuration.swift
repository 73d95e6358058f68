extension Repository {
  /// git's settings, with every include and condition, those of the environment and of `-c` included; asked for once.
  package var configuration: Configuration {
    get throws(GitError) {
      if let known = answers.configuration { return known }
      let configuration = try Configuration(of: git)
      answers.configuration = configuration
      return configuration
    }
  }

  /// The folder that git runs hooks from: `core.hooksPath`, or `hooks` in the repository.
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
  /// Asks git for all settings that apply in its folder.
  init(of git: GitProgram) throws(GitError) {
    // The option changes nothing, and a git older than 2.30 does not know it: so the check of the version costs nothing.
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
  /// The text without the line break at its end.
  var line: String { text.hasSuffix("\n") ? String(text.dropLast()) : text }
}
