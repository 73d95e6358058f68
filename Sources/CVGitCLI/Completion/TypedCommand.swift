/// The words of a command line before the one that is being written, taken apart.
struct TypedCommand {
  private(set) var command: String?
  /// The arguments that are no options.
  private(set) var arguments: [String] = []
  /// An option whose value is being written.
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
