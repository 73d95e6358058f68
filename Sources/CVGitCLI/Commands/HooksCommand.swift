internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import Git

/// `cvgit hooks`.
struct HooksCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "hooks",
    abstract: "Check records before each commit",
    discussion: """
      'install' adds hooks to this repository that check the staged records and propose a commit \
      message, and configures 'git diff' if .gitattributes asks for it. 'uninstall' restores what was \
      there before. 'status' shows what will run, and exits with 1 if something will not; without an \
      action, the same is shown.

      An existing hook is kept and runs first, and a hook that you edited is left alone. To turn off proposals, run 'git config cvgit.proposal off'.
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "Action: install, uninstall or status")
  var action: Action?

  @Flag(
    help: "With install, make 'git diff' show changes by entry (.gitattributes)")
  var attributes = false

  enum Action: String, ChoiceArgument {
    case install
    case uninstall
    case status
  }

  func validate() throws {
    if attributes, action != .install {
      throw ValidationError("'--attributes' requires 'install'")
    }
  }

  func run(in session: inout Session) throws -> ExitStatus {
    if case .install = action {
      let repository = try session.openRepository()
      try CVLocation(session, repository).keep(in: repository, withRecords: false, &session)
    }
    let cv = try session.openCV()
    switch action {
    case .install:
      if global.root != nil { try session.keepRoot(of: cv) }
      return try HookSetup(cv, session).install(withAttributes: attributes, &session)
    case .uninstall: return try HookSetup(cv, session).uninstall(&session)
    case .status: return try HookReport(cv, session).show(&session)
    case nil:
      _ = try HookReport(cv, session).show(&session)
      return .done
    }
  }
}
