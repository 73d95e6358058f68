internal import CVModel
internal import Git

/// The files and folders that a user named on the command line, from the top of the work tree.
struct PathFilter {
  private let prefixes: [String]

  /// Reads paths relative to the current folder; all is selected where there are none.
  init(_ paths: [String], session: Session, repository: Repository) throws {
    guard !paths.isEmpty else {
      prefixes = []
      return
    }
    guard let top = repository.workTree else {
      prefixes = paths
      return
    }
    prefixes = try paths.map { path in
      let absolute = path.hasPrefix("/") ? path : session.directory + "/" + path
      let parts = Self.normalized(absolute)
      let topParts = Self.normalized(top)
      guard parts.starts(with: topParts) else {
        throw Failure(
          "\(quoted(path)) is outside the repository", hint: "the repository is \(quoted(top))")
      }
      return parts.dropFirst(topParts.count).joined(separator: "/")
    }
  }

  private static func normalized(_ path: String) -> [Substring] {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts
  }

  func selects(_ path: String) -> Bool {
    prefixes.isEmpty
      || prefixes.contains { $0.isEmpty || path == $0 || path.hasPrefix($0 + "/") }
  }
}
