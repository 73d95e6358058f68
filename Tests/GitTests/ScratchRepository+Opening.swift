import Fixtures
import Git

extension ScratchRepository {
  /// Opens it with our own code, as one who stands in `folder`.
  ///
  /// - Parameter variables: more of git's environment.
  func open(
    in folder: String = "", _ variables: [String: String] = [:]
  ) throws -> Repository {
    let environment = Environment(environment.merging(variables) { $1 })
    return try Repository.open(at: path + "/" + folder, environment: environment)
  }
}
