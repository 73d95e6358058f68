/// The folders that a repository takes its objects from.
enum ObjectFolders {
  /// A folder of objects, and those that its `info/alternates` name, each once, as libgit2 finds them: a line each, up to
  /// the first NUL, from the folder on where it begins with a dot, and six from one to the next.
  ///
  /// - Throws: a list that cannot be read, or that names a folder which is no text.
  static func all(from folder: String) throws(GitError) -> [String] {
    var folders = Folders()
    try folders.add(folder, depth: 0)
    return folders.found
  }

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
