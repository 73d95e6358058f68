internal import ArgumentParser

/// The program's arguments, rearranged for argument-parser.
struct SessionArguments {
  /// The hidden option for the arguments after `--`.
  static let filterOption = "behind-terminator"

  let ordered: [String]

  /// The first argument, if it is not a known command.
  var unknownCommand: String? {
    guard let command = ordered.first, !command.hasPrefix("-"), command != "help",
      !Self.commandNames.contains(command)
    else { return nil }
    return command
  }

  /// The names that select a command, such as `snapshot export`; empty for none, or for a command
  /// with subcommands.
  var calledName: String {
    var words: [String] = []
    var type: any ParsableCommand.Type = CVGitCommand.self
    while !type.configuration.subcommands.isEmpty {
      guard words.count < ordered.count,
        let next = type.configuration.subcommands.first(where: {
          $0._commandName == ordered[words.count]
        })
      else { return "" }
      words.append(ordered[words.count])
      type = next
    }
    return words.joined(separator: " ")
  }

  /// The names of the commands.
  static var commandNames: [String] {
    CVGitCommand.configuration.subcommands.map { $0._commandName }
  }

  /// Like git, accepts `-C DIR` and similar options before the command, and moves them after it.
  init(_ arguments: [String]) {
    var rest = arguments[...]
    var leading = Self.takeGlobalOptions(&rest)
    guard let command = rest.first, !command.hasPrefix("-") else {
      ordered = leading + rest
      return
    }
    rest = rest.dropFirst()
    guard let type = Self.type(of: command), !type.configuration.subcommands.isEmpty else {
      ordered = [command] + leading + Self.filtersNamed(Self.counts(rest, of: command), of: command)
      return
    }
    leading += Self.takeGlobalOptions(&rest)
    ordered = [command] + Self.subcommand(of: type, taking: &rest) + leading + rest
  }

  /// git's `-3` and `-n3` as `-n 3`, for the command that limits a number of commits.
  private static func counts(
    _ arguments: ArraySlice<String>, of command: String
  ) -> ArraySlice<String> {
    guard type(of: command) is LogCommand.Type else { return arguments }
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    let options = arguments[..<end].flatMap { argument -> [String] in
      let digits = argument.dropFirst(argument.hasPrefix("-n") ? 2 : 1)
      guard argument.hasPrefix("-"), !digits.isEmpty, digits.allSatisfy({ ("0"..."9") ~= $0 })
      else { return [argument] }
      return ["-n", String(digits)]
    }
    return (options + arguments[end...])[...]
  }

  /// The name of a command's subcommand: the given one, or the default.
  private static func subcommand(
    of type: any ParsableCommand.Type, taking rest: inout ArraySlice<String>
  ) -> [String] {
    let names = type.configuration.subcommands.map { $0._commandName }
    if let first = rest.first, names.contains(first) {
      rest = rest.dropFirst()
      return [first]
    }
    if ["-h", "--help", "help"].contains(rest.first) { return [] }
    return type.configuration.defaultSubcommand.map { [$0._commandName] } ?? []
  }

  private static func takeGlobalOptions(_ rest: inout ArraySlice<String>) -> [String] {
    var taken: [String] = []
    while let first = rest.first {
      if ["-C", "--root", "--source", "--color"].contains(first), rest.count > 1 {
        taken += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if ["--no-pager", "-q", "--quiet"].contains(first) || first.hasPrefix("--root=")
        || first.hasPrefix("--source=")
        || first.hasPrefix("--color=")
      {
        taken.append(first)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    return taken
  }

  private static func type(of command: String) -> (any ParsableCommand.Type)? {
    CVGitCommand.configuration.subcommands.first { $0._commandName == command }
  }

  /// Replaces each argument after `--` by the hidden option, for a command that takes filters.
  private static func filtersNamed(
    _ arguments: ArraySlice<String>, of command: String
  ) -> [String] {
    guard let terminator = arguments.firstIndex(of: "--"),
      let type = type(of: command) as? any SessionCommand.Type, type.takesFilters
    else { return Array(arguments) }
    return arguments[..<terminator]
      + arguments[(terminator + 1)...].map { "--\(filterOption)=\($0)" }
  }
}
