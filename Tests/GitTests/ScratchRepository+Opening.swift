import Fixtures
import Git

extension ScratchRepository {
  /// Opens the repository with our own code, from `folder`.
  ///
  /// - Parameter variables: additional environment variables for git.
  func open(
    in folder: String = "", _ variables: [String: String] = [:]
  ) throws -> Repository {
    let environment = Environment(environment.merging(variables) { $1 })
    return try Repository.open(at: path + "/" + folder, environment: environment)
  }
}
