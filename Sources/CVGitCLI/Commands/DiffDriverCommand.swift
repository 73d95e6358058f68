internal import ArgumentParser
internal import CVModel
internal import Git
internal import Text

/// `cvgit diff-driver`, which `git diff` runs for each record.
struct DiffDriverCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff-driver",
    abstract: "Show what changed in one record, for git diff",
    discussion: """
      git passes the path, then the file, ID and mode of each side; for a rename, also the new path \
      and git's description; for an unmerged file, only the path. It does not open a repository, and \
      its exit status is always 0. See 'cvgit hooks install --attributes'.
      """,
    shouldDisplay: false)

  @OptionGroup var global: GlobalOptions

  @Argument(parsing: .captureForPassthrough, help: "Arguments that git passes to diff drivers")
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
      let isColored = try session.isColoredForGit
      session.print(files.header(isColored: isColored))
      session.print(try RecordComparison(files, session, isColored: isColored).text)
    default:
      throw Failure(
        "expected 1, 7 or 9 arguments, as git passes to a diff driver, found \(arguments.count)",
        hint: "git runs this command: see \"cvgit hooks install --attributes\"")
    }
  }
}

extension CVGitProgram {
  private static let noOptions = Result { try GlobalOptions.parse([]) }

  /// Runs the diff driver without argument-parser, which takes most of the time, for the fuzzer.
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
  /// Whether git's own output is colored: it usually goes to git's pager.
  var isColoredForGit: Bool {
    get throws {
      let variables = surroundings.environment
      guard global.color == nil, (variables["NO_COLOR"] ?? "").isEmpty,
        ["", "0"].contains(variables["CLICOLOR_FORCE"] ?? "")
      else { return isColored() }
      let git = GitProgram(in: directory, environment: Environment(variables))
      let isTerminal = surroundings.isTerminal || variables["GIT_PAGER_IN_USE"] == "true"
      return try git.run(["config", "--get-colorbool", "color.diff", "\(isTerminal)"]).text
        == "true\n"
    }
  }
}
