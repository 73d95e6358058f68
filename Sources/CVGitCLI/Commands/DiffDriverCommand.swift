internal import ArgumentParser
internal import CVModel

/// `cvgit diff-driver`, which `git diff` runs for each record.
struct DiffDriverCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff-driver",
    abstract: "Tell what changed in one record, for git diff",
    discussion: """
      git gives the path, then file, id and mode of either side; for a rename the new path and what \
      git says of it; for an unmerged file the path alone. It asks no repository, and its exit \
      status is 0 whatever it finds. See 'cvgit hooks install --attributes'.
      """,
    shouldDisplay: false)

  @OptionGroup var global: GlobalOptions

  @Argument(parsing: .captureForPassthrough, help: "What git gives its diff drivers.")
  var arguments: [String] = []

  func run(in session: inout Session) throws -> ExitStatus {
    try Self.compare(arguments, in: &session)
    return .done
  }

  fileprivate static func compare(_ arguments: [String], in session: inout Session) throws {
    switch arguments.count {
    case 1: session.print("* Unmerged path \(arguments[0].terminalSafe)\n")
    case 7...:
      let files = FilePair(arguments)
      session.print(files.header(isColored: session.isColoredForGit))
      session.print(try RecordComparison(files, session).text)
    default:
      throw Failure(
        "git gives a diff driver 1, 7 or 9 arguments, not \(arguments.count)",
        hint: "this command is run by git: see \"cvgit hooks install --attributes\"")
    }
  }
}

extension CVGitProgram {
  private static let noOptions = Result { try GlobalOptions.parse([]) }

  /// Runs the diff driver on arguments that are read already, for the fuzzer: argument-parser takes most of a run's time.
  package static func runDiffDriver(_ arguments: [String], _ surroundings: Surroundings) -> Run {
    do {
      var session = Session(surroundings, global: try noOptions.get())
      try DiffDriverCommand.compare(arguments, in: &session)
      return Run(output: session.output, messages: session.messages, status: .done)
    } catch {
      return Run(messages: ErrorText(error).text + "\n", status: .failure)
    }
  }
}

extension Session {
  /// A diff driver's output goes where git's goes: into its pager most often.
  var isColoredForGit: Bool {
    let isPaged = surroundings.environment["GIT_PAGER_IN_USE"] == "true"
    return isColored() || isPaged && (surroundings.environment["NO_COLOR"] ?? "").isEmpty
  }
}
