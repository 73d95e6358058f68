extension Repository {
  /// The maximum depth of folders, as in git's `core.maxTreeDepth`.
  static let deepestTree = 2048

  /// The maximum number of entries in a folder and all its subfolders. A tree of ten objects can
  /// have a billion of them.
  static let mostEntries = 200_000

  /// A tree's entries, as git stores them: sorted by name, a folder as if it ended in `/`.
  package func tree(_ id: ObjectID) throws(GitError) -> [TreeEntry] {
    try rawTree(id).entries()
  }

  func rawTree(_ id: ObjectID) throws(GitError) -> RawTree {
    try withBytes(of: id, .tree) { RawTree(id: id, bytes: Array($0)) }
  }

  /// The entry at `path`, from the tree's top; nil if there is none.
  package func entry(
    at path: GitPath, in tree: ObjectID
  ) throws(GitError) -> TreeEntry? {
    var entry: TreeEntry?
    var folder: ObjectID? = tree
    for name in path.names {
      guard let id = folder, let found = try rawTree(id).entry(named: name) else { return nil }
      entry = TreeEntry(name: name, mode: found.mode, id: found.id)
      folder = found.mode == .tree ? found.id : nil
    }
    return path.names.isEmpty ? TreeEntry(name: [], mode: .tree, id: tree) : entry
  }

  package func entry(
    at path: String, in tree: ObjectID
  ) throws(GitError) -> TreeEntry? {
    try entry(at: GitPath(path), in: tree)
  }

  /// All files, links and submodules at or below `path`, sorted by path.
  ///
  /// - Parameters:
  ///   - path: from the tree's top; empty for all of it.
  ///   - place: the path of the tree itself, with which all resulting paths begin.
  package func files(
    in tree: ObjectID, under path: String = "", at place: GitPath = .top
  ) throws(GitError) -> [FileEntry] {
    try files(in: tree, under: GitPath(path), at: place)
  }

  package func files(
    in tree: ObjectID, under path: GitPath, at place: GitPath = .top
  ) throws(GitError) -> [FileEntry] {
    guard let entry = try entry(at: path, in: tree) else { return [] }
    let whole = path == .top ? place : place.appending(path.bytes)
    guard entry.mode == .tree else {
      return [FileEntry(path: whole, mode: entry.mode, id: entry.id)]
    }
    var files: [FileEntry] = []
    var count = 0
    try collect(from: entry.id, at: whole, depth: 0, into: &files, counting: &count)
    return files
  }

  private func collect(
    from id: ObjectID, at folder: GitPath, depth: Int, into files: inout [FileEntry],
    counting count: inout Int
  ) throws(GitError) {
    guard depth < Self.deepestTree else { throw Self.tooDeep(folder) }
    let tree = try rawTree(id)
    var offset = 0
    while let entry = try tree.entry(at: offset) {
      let path = folder.appending(tree.name(of: entry))
      count += 1
      guard count <= Self.mostEntries else { throw Self.tooMany(folder) }
      if entry.mode == .tree {
        try collect(
          from: entry.id, at: path, depth: depth + 1, into: &files, counting: &count)
      } else {
        files.append(FileEntry(path: path, mode: entry.mode, id: entry.id))
      }
      offset = entry.end
    }
  }

  static func tooMany(_ folder: GitPath) -> GitError {
    GitError(
      code: GitError.Code.tooLarge,
      message:
        "more than \(mostEntries) files and folders, the last of them in '\(folder.display)'",
      function: "Repository.files",
      hint: "keep the CV in a folder of its own, and name it with --root")
  }

  static func tooDeep(_ folder: GitPath) -> GitError {
    GitError(
      code: GitError.Code.malformed,
      message: "exceeded maximum allowed tree depth of \(deepestTree)", function: "Repository.files"
    )
  }
}
