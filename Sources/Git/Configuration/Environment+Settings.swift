extension Environment {
  /// The settings that the environment itself carries, the weaker first: `GIT_CONFIG_COUNT` with
  /// its keys and values, then what `git -c NAME=VALUE` hands to the commands that it runs.
  func settings() throws(GitError) -> [Setting] {
    try countedSettings() + parameterSettings()
  }

  private func countedSettings() throws(GitError) -> [Setting] {
    guard let text = self["GIT_CONFIG_COUNT"], !text.isEmpty else { return [] }
    guard let count = Int32(text), count >= 0 else {
      throw bad("bogus count in GIT_CONFIG_COUNT")
    }
    var settings: [Setting] = []
    for number in 0..<count {
      guard let key = self["GIT_CONFIG_KEY_\(number)"], !key.isEmpty else {
        throw bad("missing config key GIT_CONFIG_KEY_\(number)")
      }
      guard let value = self["GIT_CONFIG_VALUE_\(number)"] else {
        throw bad("missing config value GIT_CONFIG_VALUE_\(number)")
      }
      settings.append(Setting(name: key, value: value))
    }
    return settings
  }

  /// `'name'='value'` or, from before git 2.31, `'name=value'`, with spaces between.
  private func parameterSettings() throws(GitError) -> [Setting] {
    guard let text = self["GIT_CONFIG_PARAMETERS"] else { return [] }
    var rest = Substring(text).drop { $0 == " " }
    var settings: [Setting] = []
    while !rest.isEmpty {
      let name = try Self.takeQuoted(&rest)
      if rest.first == "=" {
        rest.removeFirst()
        let hasValue = rest.first == "'"
        settings.append(Setting(name: name, value: hasValue ? try Self.takeQuoted(&rest) : nil))
      } else if let equals = name.firstIndex(of: "=") {
        let value = String(name[name.index(after: equals)...])
        settings.append(Setting(name: String(name[..<equals]), value: value))
      } else {
        settings.append(Setting(name: name, value: nil))
      }
      rest = rest.drop { $0 == " " }
    }
    return settings
  }

  /// Takes a word in a shell's single quotes off the front of `text`; `\'` and `\!` stand between
  /// two quoted parts.
  private static func takeQuoted(_ text: inout Substring) throws(GitError) -> String {
    var word = ""
    guard text.first == "'" else { throw bad("bogus format in GIT_CONFIG_PARAMETERS") }
    while text.first == "'" {
      text.removeFirst()
      guard let end = text.firstIndex(of: "'") else {
        throw bad("bogus format in GIT_CONFIG_PARAMETERS")
      }
      word += text[..<end]
      text = text[text.index(after: end)...]
      if text.hasPrefix("\\'") || text.hasPrefix("\\!") {
        word.append(text[text.index(after: text.startIndex)])
        text = text.dropFirst(2)
      }
    }
    return word
  }

  private static func bad(_ message: String) -> GitError {
    GitError(code: GitError.Code.badSetting, message: message, function: "Environment.settings")
  }

  private func bad(_ message: String) -> GitError { Self.bad(message) }
}
