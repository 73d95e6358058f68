/// Finds the files below a folder, and the rules for ignored files that stand on the way.
struct PlainWalk {
  private let top: String
  private let folder: GitPath
  private var files: [WorkTreeFile] = []
  /// The texts of the `.gitignore` files above and among them.
  private var ignoreFiles: [String] = []
  /// Every name of a file or folder that was met, and of the folders above.
  private var names: [[UInt8]] = []

  private init(top: String, folder: GitPath) {
    self.top = top
    self.folder = folder
  }

  /// The files that git would show, sorted by path; nil where git has to be asked: something could not be read, or a rule
  /// for ignored files could be about what was met.
  ///
  /// - Parameters:
  ///   - top: the work tree's.
  ///   - shared: the texts of the ignore files that stand elsewhere than in the work tree.
  static func files(
    below top: String, under folder: GitPath, ignoring shared: [String]
  ) -> [WorkTreeFile]? {
    var walk = PlainWalk(top: top, folder: folder)
    guard walk.run(), let rules = IgnoreRules(shared + walk.ignoreFiles),
      !rules.couldTouch(walk.names)
    else { return nil }
    return walk.files.sorted { $0.path < $1.path }
  }

  /// False where something could not be read.
  private mutating func run() -> Bool {
    var path = GitPath.top
    guard readIgnoreFile(in: path) else { return false }
    for name in folder.names {
      path = path.appending(name)
      names.append(name)
      let status = FileStatus(of: NativePath(path, in: top), followingLinks: false)
      guard status?.isFolder == true, path == folder || readIgnoreFile(in: path) else {
        return false
      }
    }
    return visit(folder)
  }

  private mutating func readIgnoreFile(in folder: GitPath) -> Bool {
    let file = NativePath(folder.appending(".gitignore".utf8), in: top)
    guard let texts = PlainFile.texts([file]) else { return false }
    ignoreFiles += texts
    return true
  }

  private mutating func visit(_ folder: GitPath) -> Bool {
    guard folder == .top || readIgnoreFile(in: folder),
      let found = try? FolderNames.names(in: NativePath(folder, in: top))
    else { return false }
    for name in found where name.first != UInt8(ascii: ".") {
      let path = folder.appending(name)
      guard let status = FileStatus(of: NativePath(path, in: top), followingLinks: false) else {
        return false
      }
      names.append(name)
      if status.isFolder {
        let other = NativePath(path.appending(".git".utf8), in: top)
        if FileStatus(of: other, followingLinks: false) == nil, !visit(path) { return false }
      } else if let file = WorkTreeFile(path, status) {
        files.append(file)
      }
    }
    return true
  }
}
