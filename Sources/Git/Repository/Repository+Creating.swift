extension Repository {
  /// Creates an empty repository with a work tree at `directory`, and the folder if needed; opens
  /// the repository if it already exists.
  package static func create(
    at directory: String, environment: Environment
  ) throws(GitError) -> Repository {
    let elsewhere = environment.variables.filter {
      !["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"].contains($0.key)
    }
    _ = try GitProgram(in: "/", environment: Environment(elsewhere))
      .answer(["init", "--quiet", "--", directory])
    return try open(at: directory, environment: environment)
  }
}
