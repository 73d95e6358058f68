/// Finds the files below a folder, and the rules for ignored files that stand on the way.
struct PlainWalk {
  private let top: String
  private let folder: GitPath
  private(set) var files: [WorkTreeFile] = []
  /// The texts of the `.gitignore` files above and among them.
  private(set) var ignoreFiles: [String] = []
  /// Every name of a file or folder that was met, and of the folders above, in lower case.
  private var names: Set<String> = []

  init(top: String, folder: GitPath) {
    self.top = top
    self.folder = folder
  }

  /// False where something could not be read.
  mutating func run() -> Bool {
    var path = GitPath.top
    guard readIgnoreFile(in: path) else { return false }
    for name in folder.names {
      path = path.appending(name)
      names.insert(String(decoding: name, as: UTF8.self).lowercased())
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
    guard readIgnoreFile(in: folder),
      let found = try? FolderNames.names(in: NativePath(folder, in: top))
    else { return false }
    for name in found where name.first != UInt8(ascii: ".") {
      let path = folder.appending(name)
      guard let status = FileStatus(of: NativePath(path, in: top), followingLinks: false) else {
        return false
      }
      names.insert(String(decoding: name, as: UTF8.self).lowercased())
      if status.isFolder {
        let other = NativePath(path.appending(".git".utf8), in: top)
        if FileStatus(of: other, followingLinks: false) == nil, !visit(path) { return false }
      } else if status.isRegularFile || status.isSymbolicLink {
        let mode: EntryMode =
          status.isSymbolicLink ? .symlink : status.isExecutable ? .executable : .file
        files.append(WorkTreeFile(path: path, mode: mode, size: status.size))
      }
    }
    return true
  }

  /// True where no rule of an ignore file could be about anything that was met: the last name of each is none of theirs.
  ///
  /// A name with more than one `*`, or with other signs of a pattern, is left for git to read.
  func isUntouched(by rules: String) -> Bool {
    rules.split(whereSeparator: \.isNewline).allSatisfy { line in
      var rule = line
      while rule.last == " " || rule.last == "/" { rule.removeLast() }
      if rule.isEmpty || rule.hasPrefix("#") || rule.hasPrefix("!") { return true }
      let name = (rule.split(separator: "/").last ?? "").lowercased()
      if name.contains(where: { "?[\\".contains($0) }) { return false }
      let parts = name.split(separator: "*", omittingEmptySubsequences: false)
      switch parts.count {
      case 1: return !names.contains(name)
      case 2: return !names.contains { $0.hasPrefix(parts[0]) && $0.hasSuffix(parts[1]) }
      default: return false
      }
    }
  }
}
