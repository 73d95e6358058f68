internal import ArgumentParser

/// The arguments of the program in the order that argument-parser reads.
struct SessionArguments {
  /// The hidden option that carries what stands behind `--`.
  static let filterOption = "behind-terminator"

  let ordered: [String]

  /// The first argument, where it is no command of ours.
  var unknownCommand: String? {
    guard let command = ordered.first, !command.hasPrefix("-"), command != "help",
      !Self.commandNames.contains(command)
    else { return nil }
    return command
  }

  /// The names of the commands.
  static var commandNames: [String] {
    CVGitCommand.configuration.subcommands.map { $0._commandName }
  }

  /// git takes `-C DIR` and its like before the command; here they are read behind it.
  init(_ arguments: [String]) {
    var leading: [String] = []
    var rest = arguments[...]
    while let first = rest.first {
      if ["-C", "--root", "--color"].contains(first), rest.count > 1 {
        leading += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if ["--no-pager", "-q", "--quiet"].contains(first) || first.hasPrefix("--root=")
        || first.hasPrefix("--color=")
      {
        leading.append(first)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    guard let command = rest.first, !command.hasPrefix("-") else {
      ordered = leading + rest
      return
    }
    rest = rest.dropFirst()
    var words = [command]
    if let inner = rest.first, Self.innerNames(of: command).contains(inner) {
      words.append(inner)
      rest = rest.dropFirst()
    }
    ordered = words + leading + Self.filtersNamed(rest, of: command)
  }

  /// The commands behind one that has several: `theme eject`.
  private static func innerNames(of command: String) -> [String] {
    let type = CVGitCommand.configuration.subcommands.first { $0._commandName == command }
    return type?.configuration.subcommands.map { $0._commandName } ?? []
  }

  /// For a command that takes filters, each argument behind `--` as the hidden option.
  private static func filtersNamed(
    _ arguments: ArraySlice<String>, of command: String
  ) -> [String] {
    let type = CVGitCommand.configuration.subcommands.first { $0._commandName == command }
    guard let type = type as? any SessionCommand.Type, type.takesFilters,
      let terminator = arguments.firstIndex(of: "--")
    else { return Array(arguments) }
    return arguments[..<terminator]
      + arguments[(terminator + 1)...].map { "--\(filterOption)=\($0)" }
  }
}
