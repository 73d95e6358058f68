internal import ArgumentParser

extension CVGitProgram {
  /// The help of every command, as in `docs/cli.md`: the command's name, and its text at 80
  /// columns.
  package static var manual: [(command: String, help: String)] {
    pages(of: CVGitCommand.self, named: "cvgit")
  }

  private static func pages(
    of command: any ParsableCommand.Type, named name: String
  ) -> [(command: String, help: String)] {
    let help = CVGitCommand.helpMessage(for: command, columns: 80)
    let shown = command.configuration.subcommands.filter { $0.configuration.shouldDisplay }
    return [(name, help)] + shown.flatMap { pages(of: $0, named: "\(name) \($0._commandName)") }
  }
}
