internal import CVModel
internal import Git

/// Reads the files of a CV in a work tree: as git would store them, or as they are on the disk.
struct WorkTreeRecords {
  private let cv: CVRepository
  private let reader: CVReader

  init(_ cv: CVRepository) {
    self.cv = cv
    reader = CVReader(root: cv.root)
  }

  /// The files in the same order; records with their content as git would store it.
  func stored(_ files: [WorkTreeFile]) throws(GitError) -> [SourceFile] {
    let filtered = try cv.repository.filteredContents(of: files.filter(isRecord))
    let changed = try onDisk(files.filter { $0.id == nil && filtered[$0.path] == nil })
    return try files.map { (file) throws(GitError) in
      if let id = file.id { return try cv.sourceFile(file.path, file.mode, id) }
      if let bytes = filtered[file.path] { return Self.sourceFile(file, bytes) }
      return changed[file.path] ?? SourceFile(path: file.path.recordPath, content: .bytes([]))
    }
  }

  /// The files as they are on the disk, for editing. A file that a sparse checkout skips is taken
  /// from git.
  func edited(_ files: [WorkTreeFile]) throws(GitError) -> [SourceFile] {
    guard let top = try cv.repository.workTree else { return [] }
    let found = try onDisk(files.filter { $0.isOnDisk(below: top) })
    return try files.map { (file) throws(GitError) in
      if let source = found[file.path] { return source }
      guard let id = file.id else { return Self.sourceFile(file, []) }
      return try cv.sourceFile(file.path, file.mode, id)
    }
  }

  private func isRecord(_ file: WorkTreeFile) -> Bool {
    file.mode != .symlink && reader.key(of: file.path) != nil
  }

  /// Reads files from the disk, on all cores.
  private func onDisk(_ files: [WorkTreeFile]) throws(GitError) -> [GitPath: SourceFile] {
    guard let top = try cv.repository.workTree else { return [:] }
    let reader = reader
    let contents = files.mapInParallel { file in
      Result { () throws(GitError) in
        (file.path, try Self.sourceFile(file, below: top, reader))
      }
    }
    var sources: [GitPath: SourceFile] = [:]
    for result in contents {
      let (path, source) = try result.get()
      sources[path] = source
    }
    return sources
  }

  private static func sourceFile(
    _ file: WorkTreeFile, below top: String, _ reader: CVReader
  ) throws(GitError) -> SourceFile {
    guard let path = file.path.string else {
      return SourceFile(path: file.path.recordPath, content: .unnameable)
    }
    if file.mode == .symlink { return SourceFile(path: path, content: .symlink) }
    guard reader.key(of: path) != nil else { return SourceFile(path: path, content: .bytes([])) }
    do throws(GitError) {
      return sourceFile(file, try file.bytesOnDisk(below: top, limit: CVRepository.sizeLimit))
    } catch  where error.isTooLarge {
      return SourceFile(path: path, content: .tooLarge(bytes: file.size(below: top)))
    }
  }

  private static func sourceFile(_ file: WorkTreeFile, _ bytes: [UInt8]) -> SourceFile {
    let isTooLarge = bytes.count > CVRepository.sizeLimit
    return SourceFile(
      path: file.path.recordPath,
      content: isTooLarge ? .tooLarge(bytes: bytes.count) : .bytes(bytes))
  }
}
