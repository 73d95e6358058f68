internal import ArgumentParser

/// What a command's own help says of its options: the completions need no list of their own.
struct CommandHelp {
  private let lines: [Substring]

  /// - Parameter command: nil for the options that stand before the command.
  init(_ command: String?) {
    let type = command.flatMap { name in
      CVGitCommand.configuration.subcommands.first { $0._commandName == name }
    }
    let text = type.map { CVGitCommand.helpMessage(for: $0, columns: 1000) }
    lines = (text ?? Self.globalHelp).split(separator: "\n")
  }

  /// Options that are read before a command's name.
  private static var globalHelp: String {
    CVGitCommand.helpMessage(for: SchemaCommand.self, columns: 1000)
      .split(separator: "\n").filter { !$0.contains("--write") }.joined(separator: "\n")
  }

  /// The commands that `cvgit --help` shows.
  static var commands: [Completion.Candidate] {
    CVGitCommand.configuration.subcommands.filter { $0.configuration.shouldDisplay }
      .map { Completion.Candidate(word: $0._commandName, about: $0.configuration.abstract) }
  }

  /// The names of the subcommands of a command that has some.
  var subcommands: [Completion.Candidate] {
    let start = lines.firstIndex { $0.hasPrefix("SUBCOMMANDS") }.map { $0 + 1 } ?? lines.endIndex
    return lines[start...].prefix { $0.hasPrefix("  ") }.compactMap { line in
      let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
      return words.first.map {
        Completion.Candidate(word: String($0), about: words.count > 1 ? Self.trimmed(words[1]) : "")
      }
    }
  }

  /// The long names of all options.
  var options: [Completion.Candidate] {
    lines.compactMap { line in
      guard let name = Self.optionName(line) else { return nil }
      return Completion.Candidate(word: name, about: Self.description(line))
    }
  }

  /// The values that an option takes, where the help lists them.
  func values(of option: String) -> [Completion.Candidate] {
    let line = lines.first { line in
      line.hasPrefix("  -") && line.split { $0 == " " || $0 == "," }.contains(option[...])
    }
    return line.map(Self.listedValues) ?? []
  }

  /// The values of the first argument, where the help lists them.
  var firstArgument: [Completion.Candidate] {
    lines.first { $0.hasPrefix("  <") }.map(Self.listedValues) ?? []
  }

  /// Whether an option is followed by a value: the help names it in angle brackets.
  func takesValue(_ option: String) -> Bool {
    lines.contains { line in
      guard line.hasPrefix("  -") else { return false }
      let words = line.split { $0 == " " || $0 == "," }.prefix {
        $0.hasPrefix("-") || $0.hasPrefix("<")
      }
      return words.contains(option[...]) && words.last?.hasPrefix("<") == true
    }
  }

  private static func optionName(_ line: Substring) -> String? {
    guard line.hasPrefix("  -") else { return nil }
    return line.split { $0 == " " || $0 == "," || $0 == "/" }.first { $0.hasPrefix("--") }.map(
      String.init)
  }

  /// The words behind the names.
  private static func description(_ line: Substring) -> String {
    let parts = line.drop { $0 == " " }
    guard let gap = parts.indices.first(where: { parts[$0...].hasPrefix("  ") }) else { return "" }
    return trimmed(parts[gap...])
  }

  private static func trimmed(_ text: Substring) -> String { String(text.drop { $0 == " " }) }

  /// `(values: text, json; default: text)`.
  private static func listedValues(_ line: Substring) -> [Completion.Candidate] {
    guard let start = line.indices.first(where: { line[$0...].hasPrefix("(values: ") }) else {
      return []
    }
    let list = line[line.index(start, offsetBy: 9)...].prefix { $0 != ";" && $0 != ")" }
    return list.split(separator: ",").map { Completion.Candidate(word: trimmed($0)) }
  }
}

/// The words of a command line before the one that is being written, taken apart.
struct TypedCommand {
  private(set) var command: String?
  /// The arguments that are no options.
  private(set) var arguments: [String] = []
  /// An option whose value is being written.
  private(set) var pendingOption: String?

  init(_ words: [String]) {
    var help = CommandHelp(nil)
    for word in words {
      if pendingOption != nil {
        pendingOption = nil
      } else if word.hasPrefix("-"), word != "-", word != "--" {
        if help.takesValue(word) { pendingOption = word }
      } else if command == nil {
        command = word
        help = CommandHelp(word)
      } else {
        arguments.append(word)
      }
    }
  }
}
