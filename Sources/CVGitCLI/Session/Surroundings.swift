package import Git

/// What a run is given by the process it is in. Tests make their own.
package struct Surroundings: Sendable {
  package var environment: [String: String]
  /// The absolute path of the current folder.
  package var directory: String
  /// True where standard output is a terminal.
  package var isTerminal: Bool
  /// Columns of the terminal, 80 where there is none.
  package var width: Int
  /// Finds the absolute path of this program, where it can be known.
  package var findExecutable: @Sendable () -> String? = { nil }
  /// True where a person sits at the terminal, to read and to answer.
  package var isInteractive = false

  /// How long Typst may take.
  package var typstLimit = Duration.seconds(30)

  /// Reads the clock and the zone, where the time is asked for; a run of a test says when it is.
  package var clock: @Sendable () -> Moment = { Moment(seconds: 0, offsetMinutes: 0) }

  package init(
    environment: [String: String], directory: String, isTerminal: Bool = false, width: Int = 80
  ) {
    self.environment = environment
    self.directory = directory
    self.isTerminal = isTerminal
    self.width = width
  }

  /// The program that stands in `PATH` by a name.
  package func onPath(_ name: String) -> String? {
    ProgramSearch.program(name, in: environment["PATH"])
  }
}
