package import ArgumentParser

/// A subcommand: it reads and writes through a session, so that tests can run it in process.
package protocol SessionCommand: ParsableCommand {
  /// Options that every command takes.
  var global: GlobalOptions { get }

  /// True where long output goes through the pager on a terminal.
  static var usesPager: Bool { get }

  /// True where arguments behind `--` are kinds and entries.
  static var takesFilters: Bool { get }

  /// Does the work, and says how the process ends.
  func run(in session: inout Session) throws -> ExitStatus
}

extension SessionCommand {
  package static var usesPager: Bool { false }
  package static var takesFilters: Bool { false }
}

/// How the process ends.
package enum ExitStatus: Int32, Sendable {
  case done = 0
  /// Findings, unreadable records, or differences under `--exit-code`.
  case findings = 1
  /// Wrong usage, or something that could not be done.
  case failure = 2
}

/// Options that every command takes, before or behind its name.
package struct GlobalOptions: ParsableArguments {
  @Option(
    name: .customShort("C"),
    help: ArgumentHelp(
      "Run as if started in this folder; each further one is seen from the one before.",
      valueName: "dir"))
  package var directories: [String] = []

  @Option(
    name: .customLong("root"),
    help: ArgumentHelp("The CV's folder, from the top of the repository.", valueName: "path"))
  package var root: String?

  @Option(
    name: .customLong("color"),
    help: ArgumentHelp("When to use colour.", valueName: "when"))
  package var color: ColorChoice?

  @Flag(name: .customLong("no-pager"), help: "Do not use a pager.")
  package var hasNoPager = false

  @Flag(name: [.customShort("q"), .customLong("quiet")], help: "Print nothing when all is well.")
  package var isQuiet = false

  package init() {}
}

/// When to use colour.
package enum ColorChoice: String, ChoiceArgument, Sendable {
  case auto
  case always
  case never
}
