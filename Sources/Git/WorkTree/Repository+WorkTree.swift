import Clibgit2

extension Repository {
  /// The files and links below a folder of the work tree that git would show, sorted by path.
  ///
  /// Left out are names that begin with a dot, other repositories, and what git ignores, unless it
  /// is tracked. A folder that is not there has none.
  ///
  /// - Parameter path: from the work tree's top; empty for all.
  package func workTreeFiles(under path: String = "") throws(GitError) -> [WorkTreeFile] {
    let folder = GitPath(path)
    if let workTree, let shared = sharedIgnoreFiles(),
      let files = PlainWalk.files(below: workTree, under: folder, ignoring: shared)
    {
      return files
    }
    var walk = try WorkTreeWalk(self, under: folder)
    try walk.visit(from: folder)
    return walk.files.sorted { $0.path < $1.path }
  }

  /// The content of a file of the work tree, or the text of a link.
  ///
  /// - Throws: what ``GitError/isTooLarge`` tells apart if it is longer than `limit` bytes.
  package func workTreeContent(
    of file: WorkTreeFile, limit: Int
  ) throws(GitError) -> [UInt8] {
    guard let workTree else { throw Self.needsWorkTree }
    return try file.content(below: workTree, limit: limit)
  }

  /// The texts of the ignore files that stand elsewhere than in the work tree; nil where that cannot be told here.
  private func sharedIgnoreFiles() -> [String]? {
    var paths = [commonDirectory + "/info/exclude"]
    if let written = configuration.string("core.excludesFile"), !written.isEmpty {
      guard let path = environment.path(ofSetting: written) else { return nil }
      paths.append(path)
    }
    return PlainFile.texts(paths.map { NativePath($0) })
  }

  /// Whether git ignores a path of the work tree, as `git check-ignore` says: never one that is
  /// tracked, or that holds something tracked.
  package func isIgnored(_ path: String) throws(GitError) -> Bool {
    let isFolder = path.hasSuffix("/")
    let path = GitPath(path)
    guard try isIgnored(path, isFolder: isFolder) else { return false }
    return try index(under: path).files.isEmpty
  }

  /// The same by ignore rules alone, as if nothing was tracked.
  func isIgnored(_ path: GitPath, isFolder: Bool) throws(GitError) -> Bool {
    let bytes = path.bytes + (isFolder ? [UInt8(ascii: "/")] : []) + [0]
    let characters = bytes.map { CChar(bitPattern: $0) }
    var isIgnored: Int32 = 0
    try attempt("tell whether '\(path)' is ignored", "git_ignore_path_is_ignored") {
      git_ignore_path_is_ignored(&isIgnored, handle.pointer, characters)
    }
    return isIgnored != 0
  }

  static var needsWorkTree: GitError {
    GitError(
      code: GIT_EBAREREPO.rawValue, message: "this operation must be run in a work tree",
      function: "Repository.workTree")
  }
}
