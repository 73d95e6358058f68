import CVGitCLI
import Fixtures

extension ScratchRepository {
  /// Runs cvgit in this process, in the repository.
  ///
  /// - Parameter variables: additional environment variables.
  func cvgit(
    _ arguments: String..., width: Int = 80, isTerminal: Bool = false,
    with variables: [String: String] = [:]
  ) -> CVGitProgram.Run {
    CVGitProgram.run(
      arguments,
      Surroundings(
        environment: environment.merging(variables) { $1 }, directory: path,
        isTerminal: isTerminal, width: width))
  }
}

/// Runs cvgit in this process, outside the test's repository.
func cvgit(_ arguments: [String], in directory: String = "/", width: Int = 80) -> CVGitProgram.Run {
  CVGitProgram.run(
    arguments,
    Surroundings(environment: DemoHistory.environment, directory: directory, width: width))
}

extension CVGitProgram.Run {
  /// The lines on standard output.
  var lines: [String] { output.split(separator: "\n").map(String.init) }
}
