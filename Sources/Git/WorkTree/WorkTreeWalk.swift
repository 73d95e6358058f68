/// Finds the files below one folder of a work tree that git would show.
///
/// Left out are names that begin with a dot, other repositories, and what git ignores, unless it is
/// tracked: git never ignores what is.
struct WorkTreeWalk {
  private let repository: Repository
  private let workTree: String
  /// What is tracked, and the folders that hold it; an index that cannot be read is an error only
  /// once it matters, so that a split index does not stop all work.
  private let tracked: Result<Set<GitPath>, GitError>
  private(set) var files: [WorkTreeFile] = []

  init(_ repository: Repository, under folder: GitPath) throws(GitError) {
    guard let workTree = repository.workTree else { throw Repository.needsWorkTree }
    self.repository = repository
    self.workTree = workTree
    do throws(GitError) {
      tracked = .success(Self.withFolders(try repository.index(under: folder).files))
    } catch {
      tracked = .failure(error)
    }
  }

  private static func withFolders(_ files: [FileEntry]) -> Set<GitPath> {
    var paths: Set<GitPath> = []
    for file in files {
      var path = file.path
      while paths.insert(path).inserted, path != .top { path = path.folder }
    }
    return paths
  }

  /// Walks what is at `path`; nothing is there if a folder above it is ignored, or a link.
  mutating func visit(from path: GitPath) throws(GitError) {
    var folder = GitPath.top
    for name in path.names.dropLast() {
      folder = folder.appending(name)
      let status = try FileStatus.status(at: place(of: folder))
      guard status?.isFolder == true else { return }
    }
    path == .top ? try visit(folder: path) : try visit(path)
  }

  private mutating func visit(folder: GitPath) throws(GitError) {
    for name in try FolderNames.names(in: place(of: folder)) where name.first != UInt8(ascii: ".") {
      try visit(folder.appending(name))
    }
  }

  private mutating func visit(_ path: GitPath) throws(GitError) {
    guard let status = try FileStatus.status(at: place(of: path)) else { return }
    if status.isFolder {
      let isOther =
        FileStatus(of: place(of: path.appending(".git".utf8)), followingLinks: false) != nil
      guard !isOther, try isShown(path, isFolder: true) else { return }
      try visit(folder: path)
    } else if let file = WorkTreeFile(path, status), try isShown(path, isFolder: false) {
      files.append(file)
    }
  }

  private func isShown(_ path: GitPath, isFolder: Bool) throws(GitError) -> Bool {
    if case .success(let tracked) = tracked, tracked.contains(path) { return true }
    guard try repository.isIgnored(path, isFolder: isFolder) else { return true }
    _ = try tracked.get()
    return false
  }

  private func place(of path: GitPath) -> NativePath { NativePath(path, in: workTree) }
}
