import CVGitCLI
import Fixtures
import Testing

@Suite struct HelpTests {
  /// Called by git and shells, and not shown in the help.
  private static let plumbing = ["__complete", "check-push", "diff-driver", "propose", "textconv"]
  private static let shown = CVGitProgram.commandNames.filter { !plumbing.contains($0) }

  @Test(arguments: [["--help"], ["-h"], ["help"], []])
  func `help lists every command`(arguments: [String]) {
    let run = cvgit(arguments)
    #expect(run.status == .done)
    #expect(run.messages.isEmpty)
    for name in Self.shown { #expect(run.output.contains("  \(name) ")) }
  }

  @Test(arguments: shown)
  func `a command has help`(command: String) {
    let (asked, help) = (cvgit([command, "--help"]), cvgit(["help", command]))
    #expect(asked.status == .done)
    #expect(asked.output.hasPrefix("OVERVIEW: "))
    #expect(asked.output == help.output)
    let abstract = asked.output.split(separator: "\n")[0]
    #expect(!abstract.hasSuffix("."))
  }

  @Test(arguments: [["--version"], ["diff", "--version"]])
  func `the version is printed`(arguments: [String]) {
    let run = cvgit(arguments)
    #expect(run.output == "\(Version.text)\n")
    #expect(run.status == .done)
  }

  @Test func `hidden options are not in the help`() {
    for name in CVGitProgram.commandNames {
      #expect(!cvgit([name, "--help"]).output.contains("behind-terminator"))
    }
  }
}
