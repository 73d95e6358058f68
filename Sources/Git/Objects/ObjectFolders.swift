/// The folders from which a repository reads its objects.
enum ObjectFolders {
  /// The repository's own object folder, or the one that the environment sets instead, followed by
  /// those of the environment and of each `info/alternates`.
  ///
  /// - Throws: a list that cannot be read, or that contains a folder whose name is not UTF-8.
  static func all(
    ofRepositoryWith commonDirectory: String, _ environment: Environment, startingFolder: String
  ) throws(GitError) -> [String] {
    var folders = Folders()
    let own = environment.objectDirectory ?? commonDirectory + "/objects"
    for folder in [own] + environment.alternateObjectDirectories {
      try folders.add(Repository.absolute(folder, from: startingFolder), depth: 0)
    }
    return folders.found
  }

  /// Finds each folder once, as libgit2 does: one per line, up to the first NUL, relative if it
  /// begins with a dot, and at most six links deep.
  private struct Folders {
    private(set) var found: [String] = []
    private var seen: Set<String> = []
    private static let deepest = 6

    mutating func add(_ folder: String, depth: Int) throws(GitError) {
      guard depth <= Self.deepest, let place = FileStatus.realPath(folder),
        seen.insert(place).inserted
      else { return }
      found.append(place)
      let list = place + "/info/alternates"
      guard FileStatus(of: NativePath(list))?.isRegularFile == true else { return }
      let bytes = try FileBytes.content(of: NativePath(list), limit: 1 << 20).prefix { $0 != 0 }
      for line in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
        guard let path = String(validating: line, as: UTF8.self) else {
          throw GitError(
            code: GitError.Code.unsupported,
            message: "'\(NativePath(list))' names a folder that is not UTF-8",
            function: "ObjectFolders.all", hint: "give that folder another name")
        }
        if path.hasPrefix("#") { continue }
        try add(path.hasPrefix(".") ? "\(place)/\(path)" : path, depth: depth + 1)
      }
    }
  }
}
