/// The words before the current one, parsed as a command line.
struct TypedCommand {
  private(set) var command: String?
  /// The second word of a command such as `snapshot export`.
  private(set) var subcommand: String?
  /// The arguments that are not options.
  private(set) var arguments: [String] = []
  /// The option whose value is being completed.
  private(set) var pendingOption: String?
  /// The command whose options and arguments come next.
  private(set) var description: CommandDescription
  /// The folders of `-C`, and the CV's folder.
  private(set) var directories: [String] = []
  private(set) var root: String?

  init(_ words: [String], of program: CommandDescription) {
    description = program
    for word in words {
      if let option = pendingOption {
        if option == "-C" { directories.append(word) }
        if option == "--root" { root = word }
        pendingOption = nil
      } else if word.hasPrefix("-"), word != "-", word != "--" {
        if word.hasPrefix("--root=") { root = String(word.dropFirst("--root=".count)) }
        let option =
          description.option(word)
          ?? description.subcommand("make")?.option(word) ?? program.option(word)
        if option?.takesValue ?? false { pendingOption = word }
      } else if command == nil {
        command = word
        description = program.subcommand(word) ?? program
      } else if subcommand == nil, arguments.isEmpty, let found = description.subcommand(word) {
        (subcommand, description) = (word, found)
      } else {
        arguments.append(word)
      }
    }
  }
}
