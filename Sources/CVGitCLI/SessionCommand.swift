package import ArgumentParser

/// A subcommand. It reads and writes through a session, so that tests can run it in process.
package protocol SessionCommand: ParsableCommand {
  /// The options that every command accepts.
  var global: GlobalOptions { get }

  /// Whether long output goes through the pager in a terminal.
  static var usesPager: Bool { get }

  /// Whether arguments after `--` are kinds and entries.
  static var takesFilters: Bool { get }

  /// Runs the command and returns the exit status.
  func run(in session: inout Session) throws -> ExitStatus
}

extension SessionCommand {
  package static var usesPager: Bool { false }
  package static var takesFilters: Bool { false }
}

/// The exit status of the process.
package enum ExitStatus: Int32, Sendable {
  case done = 0
  /// Findings, unreadable records, or differences with `--exit-code`.
  case findings = 1
  /// Incorrect usage, or an error.
  case failure = 2
}

/// The options that every command accepts, before or after its name.
package struct GlobalOptions: ParsableArguments {
  @Option(
    name: .customShort("C"),
    help: ArgumentHelp(
      "Run as if started in <dir>; each further -C is relative to the previous one",
      valueName: "dir"))
  package var directories: [String] = []

  @Option(
    name: .customLong("root"),
    help: ArgumentHelp("The CV's folder, relative to the top of the repository", valueName: "path"))
  package var root: String?

  @Option(
    name: .customLong("source"),
    help: ArgumentHelp(
      "Read a CV in another format: a file or a folder; repeatable",
      valueName: "path"))
  package var sources: [String] = []

  @Option(
    name: .customLong("color"),
    help: ArgumentHelp("When to color the output", valueName: "when"))
  package var color: ColorChoice?

  @Flag(name: .customLong("no-pager"), help: "Do not pipe output into a pager")
  package var hasNoPager = false

  @Flag(name: [.customShort("q"), .customLong("quiet")], help: "Suppress output on success")
  package var isQuiet = false

  package init() {}
}

/// When to color the output.
package enum ColorChoice: String, ChoiceArgument, Sendable {
  case auto
  case always
  case never
}
