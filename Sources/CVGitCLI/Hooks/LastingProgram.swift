/// A path of cvgit that hooks may record because it will still exist tomorrow.
///
/// `uvx cvgit` and `pipx run cvgit` run a program in a cache, which may be cleared at any time.
enum LastingProgram {
  /// The path of this program, or of one in `PATH` if this one is in a cache; nil if there is
  /// neither.
  static func path(_ surroundings: Surroundings) -> String? {
    guard let program = surroundings.findExecutable() else { return nil }
    if !isInCache(program, surroundings.environment) { return program }
    let folders = (surroundings.environment["PATH"] ?? "").split(separator: ":")
    return folders.lazy.filter { $0.hasPrefix("/") }.map { "\($0)/cvgit" }.first {
      FileReading.isExecutable($0) && !isInCache($0, surroundings.environment)
    }
  }

  /// Whether the program, with links resolved, is in a cache folder.
  private static func isInCache(_ program: String, _ environment: [String: String]) -> Bool {
    let path = FileReading.realPath(program)
    let names = path.split(separator: "/")
    if names.contains(".cache") || names.contains("Caches") { return true }
    return ["UV_CACHE_DIR", "XDG_CACHE_HOME"].contains { variable in
      guard let folder = environment[variable], folder.hasPrefix("/") else { return false }
      return path.hasPrefix(FileReading.realPath(folder) + "/")
    }
  }
}
