import CVGitCLI
import Fixtures
import Testing

/// Usage errors as our printer shows them: one line with the value at fault, then what to do.
@Suite struct UsageTests {
  /// Plumbing is called by git and shells, which it must not stop, whatever the arguments.
  private static let plumbing = ["__complete", "check-push", "diff-driver", "propose", "textconv"]

  @Test(arguments: CVGitProgram.commandNames.filter { !plumbing.contains($0) })
  func `a command rejects an unknown option`(command: String) {
    // A missing required argument is reported first.
    let needed =
      switch command {
      case "new": ["awards"]
      case "import": ["papers.bib"]
      case "show", "blame", "edit": ["awards/medal"]
      case "set": ["awards/medal", "title=A"]
      case "hooks": ["status"]
      case "completions": ["bash"]
      default: [String]()
      }
    expectUsageError(cvgit([command] + needed + ["--bogus-option"]), quoting: "--bogus-option")
  }

  @Test(arguments: CVGitProgram.commandNames)
  func `a command rejects an option without its value`(command: String) {
    let run = cvgit([command, "--root"])
    expectUsageError(run, quoting: "--root <path>")
  }

  @Test(arguments: CVGitProgram.commandNames)
  func `a command rejects an invalid value of an option`(command: String) {
    let run = cvgit([command, "--color", "purple"])
    expectUsageError(run, quoting: "purple")
  }

  @Test(arguments: CVGitProgram.commandNames.filter { !plumbing.contains($0) })
  func `a command rejects extra arguments`(command: String) throws {
    let repository = try ScratchRepository()
    try repository.write("cv/profile.yaml", "name: Ada Lovelace\n")
    let arguments = [command] + (1...9).map { "surplus-\($0)" }
    let run = CVGitProgram.run(
      arguments, Surroundings(environment: repository.environment, directory: repository.path))
    expectUsageError(run, quoting: "surplus-")
  }

  @Test func `an unknown command names the nearest one`() {
    let run = cvgit(["dif"])
    expectUsageError(run, quoting: "dif")
    #expect(run.messages == "error: unknown command 'dif'\nhint: did you mean 'diff'?\n")
  }

  @Test func `a misspelled option names the nearest one`() {
    let run = cvgit(["diff", "--stage"])
    expectUsageError(run, quoting: "--stage")
    #expect(run.messages.contains("did you mean '--staged'?"))
  }

  @Test func `an unknown format lists the known ones`() {
    let run = cvgit(["diff", "--format", "yaml"])
    expectUsageError(run, quoting: "yaml")
    #expect(run.messages.hasSuffix("hint: write one of 'text', 'json' or 'markdown'\n"))
  }

  @Test(arguments: [["--no-pager"], ["-C", "/"], ["--root", "cv", "-q"]])
  func `global options alone list the commands`(arguments: [String]) {
    let run = cvgit(arguments)
    #expect(run.output.contains("SUBCOMMANDS"))
    #expect(run.status == .done)
  }

  @Test func `an unknown global option before the command is reported, too`() {
    expectUsageError(cvgit(["--bogus-option", "diff"]), quoting: "--bogus-option")
    expectUsageError(cvgit(["-C"]), quoting: "-C <dir>")
  }

  @Test func `escape sequences in arguments are not sent to the terminal`() {
    let run = cvgit(["diff", "--\u{1B}[31mred"])
    expectUsageError(run, quoting: "red")
    #expect(!run.messages.contains("\u{1B}"))
  }

  @Test func `two exclusive options of validate are rejected`() {
    let run = cvgit(["validate", "--staged", "--at", "HEAD"])
    expectUsageError(run, quoting: "--staged")
  }
}

/// Expects one line `error: …` in lower case with the value at fault, then `hint:`, and exit status
/// 2.
func expectUsageError(
  _ run: CVGitProgram.Run, quoting name: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(run.status == .failure, sourceLocation: sourceLocation)
  #expect(run.output.isEmpty, sourceLocation: sourceLocation)
  let lines = run.messages.split(separator: "\n", omittingEmptySubsequences: false)
  let told = run.messages
  #expect(lines.count == 3 && lines.last == "", "\(told)", sourceLocation: sourceLocation)
  guard lines.count > 1 else { return }
  #expect(lines[0].hasPrefix("error: "), "\(told)", sourceLocation: sourceLocation)
  let first = lines[0].dropFirst(7).first
  #expect(first.map { !$0.isUppercase } ?? false, "\(told)", sourceLocation: sourceLocation)
  #expect(lines[0].contains(name), "\(told)", sourceLocation: sourceLocation)
  let isQuoted = lines[0].contains("'") || lines[0].contains("\"")
  #expect(isQuoted, "\(told)", sourceLocation: sourceLocation)
  #expect(lines[1].hasPrefix("hint: "), "\(told)", sourceLocation: sourceLocation)
}
