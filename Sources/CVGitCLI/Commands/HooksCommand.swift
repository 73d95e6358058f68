internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import Git

/// `cvgit hooks`.
struct HooksCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "hooks",
    abstract: "Check records before git commits them",
    discussion: """
      'install' adds hooks to this repository that check the staged records and propose a commit message, and sets up \
      'git diff' where .gitattributes asks for it; 'uninstall' restores what was there; 'status' says what is there, \
      and exits with 1 where something is missing.

      A hook that is there is kept and runs first. Turn the proposals off with 'git config cvgit.proposal off'.
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "What to do: install, uninstall or status.")
  var action: Action

  @Flag(
    help: "With install, add the line to .gitattributes that makes 'git diff' speak of entries.")
  var attributes = false

  enum Action: String, ChoiceArgument {
    case install
    case uninstall
    case status
  }

  func validate() throws {
    if attributes, action != .install {
      throw ValidationError("'--attributes' goes with 'install'")
    }
  }

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV()
    switch action {
    case .install: return try HookSetup(cv, session).install(withAttributes: attributes, &session)
    case .uninstall: return try HookSetup(cv, session).uninstall(&session)
    case .status: return try HookReport(cv, session).show(&session)
    }
  }
}
