/// The words before the current one, parsed as a command line.
struct TypedCommand {
  private(set) var command: String?
  /// The arguments that are not options.
  private(set) var arguments: [String] = []
  /// The option whose value is being completed.
  private(set) var pendingOption: String?

  init(_ words: [String], of program: CommandDescription) {
    var description = program
    for word in words {
      if pendingOption != nil {
        pendingOption = nil
      } else if word.hasPrefix("-"), word != "-", word != "--" {
        if description.option(word)?.takesValue ?? false { pendingOption = word }
      } else if command == nil {
        command = word
        description = program.subcommand(word) ?? program
      } else {
        arguments.append(word)
      }
    }
  }
}
