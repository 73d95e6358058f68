internal import CVModel
internal import Git

/// Reads the files of a CV in a work tree, on all cores.
struct WorkTreeRecords {
  /// The work tree's folder.
  let top: String
  let reader: CVReader

  /// - Parameters:
  ///   - top: the work tree's folder.
  ///   - root: the CV's folder from there.
  init(below top: String, root: String) {
    self.top = top
    reader = CVReader(root: root)
  }

  /// The files in the same order, with the content of those that are records.
  func read(_ files: [WorkTreeFile]) throws(GitError) -> [SourceFile] {
    let contents = files.mapInParallel { file in
      Result { () throws(GitError) in try sourceFile(file) }
    }
    return try contents.map { result throws(GitError) in try result.get() }
  }

  private func sourceFile(_ file: WorkTreeFile) throws(GitError) -> SourceFile {
    guard let path = file.path.string else {
      return SourceFile(path: file.path.recordPath, content: .unnameable)
    }
    if file.mode == .symlink { return SourceFile(path: path, content: .symlink) }
    guard reader.key(of: path) != nil else {
      return SourceFile(path: path, content: .bytes([]))
    }
    if file.size > CVRepository.sizeLimit {
      return SourceFile(path: path, content: .tooLarge(bytes: file.size))
    }
    return SourceFile(
      path: path, content: .bytes(try file.content(below: top, limit: CVRepository.sizeLimit)))
  }
}
