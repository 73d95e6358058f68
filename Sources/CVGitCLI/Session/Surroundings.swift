package import Git

/// The process's environment, as passed to a run. Tests make their own.
package struct Surroundings: Sendable {
  package var environment: [String: String]
  /// The absolute path of the current folder.
  package var directory: String
  /// Whether standard output is a terminal.
  package var isTerminal: Bool
  /// The columns of the terminal; 80 without one.
  package var width: Int
  /// Finds the absolute path of this program, if possible.
  package var findExecutable: @Sendable () -> String? = { nil }
  /// Whether a person at the terminal can answer.
  package var isInteractive = false

  /// Reads standard input up to a number of bytes; nil if it cannot be read.
  package var readInput: @Sendable (Int) -> [UInt8]? = { _ in [] }

  /// The time limit for Typst.
  package var typstLimit = Duration.seconds(30)

  /// Reads the clock and the time zone when needed; tests set a fixed time.
  package var clock: @Sendable () -> Moment = { Moment(seconds: 0, offsetMinutes: 0) }

  package init(
    environment: [String: String], directory: String, isTerminal: Bool = false, width: Int = 80
  ) {
    self.environment = environment
    self.directory = directory
    self.isTerminal = isTerminal
    self.width = width
  }

  /// The program with a name in `PATH`.
  package func onPath(_ name: String) -> String? {
    ProgramSearch.program(name, in: environment["PATH"])
  }
}
