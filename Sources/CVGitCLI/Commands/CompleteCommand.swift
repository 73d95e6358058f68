internal import ArgumentParser
internal import CVHistory

/// `cvgit __complete`, which the completions of every shell ask.
struct CompleteCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "__complete",
    abstract: "Tell what may stand at the end of a command line",
    discussion: """
      Prints a candidate a line, with a tab and a description where there is one; a line ":files" \
      where files may stand.
      """,
    shouldDisplay: false)

  @OptionGroup var global: GlobalOptions

  @Option(help: "The command line up to the cursor.")
  var line: String

  func run(in session: inout Session) throws -> ExitStatus {
    let words = CommandLineWords(line)
    let knowledge = CompletionKnowledge(session)
    for candidate in try Completion(words, knowledge).candidates { session.print(candidate.line) }
    return .done
  }
}
