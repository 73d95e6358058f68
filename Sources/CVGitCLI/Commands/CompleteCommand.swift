internal import ArgumentParser
internal import CVHistory

/// `cvgit __complete`, which the completion scripts of every shell call.
struct CompleteCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "__complete",
    abstract: "Print completions for a command line",
    discussion: """
      Prints one candidate per line, followed by a tab and a description if there is one, and a \
      line ":files" if file names are candidates.
      """,
    shouldDisplay: false)

  @OptionGroup var global: GlobalOptions

  @Option(help: "Command line up to the cursor")
  var line: String

  func run(in session: inout Session) throws -> ExitStatus {
    let words = CommandLineWords(line)
    let typed = TypedCommand(words.before, of: try CommandDescription.program())
    var global = session.global
    global.directories += typed.directories
    global.root = typed.root ?? global.root
    let knowledge = CompletionKnowledge(Session(session.surroundings, global: global))
    for candidate in try Completion(words, knowledge).candidates {
      session.print(verbatim: candidate.line)
    }
    return .done
  }
}
