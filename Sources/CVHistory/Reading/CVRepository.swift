package import CVModel
package import Git

/// The CV in a repository: reads its records from commits, the index and the work tree.
package struct CVRepository {
  package let repository: Repository
  /// The CV's folder from the top of the tree; empty if it is the top itself.
  package let root: String
  /// The CV's sources; `nil` if it has none.
  package let sources: SourceSet?
  let former: FormerFolders
  /// The settings in the repository's `.cvgit.yaml`.
  package let settings: ProjectFile

  package init(
    _ repository: Repository, root: String, sources: SourceSet? = nil,
    settings: ProjectFile = ProjectFile()
  ) {
    self.settings = settings
    self.repository = repository
    self.root = root
    self.sources = sources
    former = FormerFolders(repository, root: root)
  }

  /// The prefix of the paths of the CV's files: `cv/`, or empty if its folder is the top itself.
  package var prefix: String { CVReader(root: root).prefix }

  /// The maximum size of a record: 1 MiB. Larger files are not read.
  static let sizeLimit = 1 << 20

  /// The whole CV at a version.
  package func reading(of version: CVVersion) throws(GitError) -> CVReading {
    try filesRead(of: version).reading
  }

  /// The whole CV at a version, with the files from which it was read.
  package func filesRead(
    of version: CVVersion
  ) throws(GitError) -> (files: [SourceFile], reading: CVReading) {
    switch version {
    case .commit where sources == nil: return try filesRead(try files(at: version))
    case .index where sources == nil:
      return try filesRead(of: try repository.index(under: root))
    case .commit, .index, .empty, .workTree:
      let files = try files(of: version)
      return (files, CVReader(root: root).read(files))
    }
  }

  /// The files of an index and their CV.
  func filesRead(
    of index: Index
  ) throws(GitError) -> (files: [SourceFile], reading: CVReading) {
    try filesRead(index.files, conflicts: conflicts(index))
  }

  /// The files of git entries and their CV, which is parsed while they are read.
  private func filesRead(
    _ entries: [FileEntry], conflicts: [SourceFile] = []
  ) throws(GitError) -> (files: [SourceFile], reading: CVReading) {
    let queue = ParsingQueue(CVReader(root: root), kinds: try kinds(entries).map(sourceFile))
    var files: [SourceFile] = []
    files.reserveCapacity(entries.count + conflicts.count)
    for entry in entries {
      let file = try sourceFile(entry)
      files.append(file)
      queue.add(file)
    }
    for file in conflicts { queue.add(file) }
    return (files + conflicts, queue.reading())
  }

  /// The files of the CV at a version, with their content: those in its folder, and the entries of
  /// sources.
  ///
  /// - Parameter isBridging: true to give a source that cannot be read the entries of the last
  ///   version before that can.
  package func files(
    of version: CVVersion, isBridging: Bool = false
  ) throws(GitError) -> [SourceFile] {
    try addingSources(to: try recordFiles(of: version), at: version, isBridging: isBridging)
  }

  private func recordFiles(of version: CVVersion) throws(GitError) -> [SourceFile] {
    switch version {
    case .empty: return []
    case .commit(let commit):
      return try files(of: commit).map(sourceFile)
    case .index:
      let index = try repository.index(under: root)
      return try index.files.map(sourceFile) + conflicts(index)
    case .workTree:
      return try withRelaxedHashes { () throws(GitError) in
        try WorkTreeRecords(self).stored(try repository.workTreeFiles(under: root))
      }
    }
  }

  /// The files of the work tree as they are on the disk, for editing. ``CVVersion/workTree`` has
  /// them as git would store them.
  package func filesOnDisk() throws(GitError) -> [SourceFile] {
    let records = try WorkTreeRecords(self).edited(try repository.workTreeFiles(under: root))
    return try addingSources(to: records, at: .workTree)
  }

  /// Adds the entries of sources; a record with the same path takes precedence.
  private func addingSources(
    to records: [SourceFile], at version: CVVersion, isBridging: Bool = false
  ) throws(GitError) -> [SourceFile] {
    guard sources != nil else { return records }
    let paths = Set(records.map(\.path))
    return records
      + (try sourceRecords(at: version, isBridging: isBridging))
      .filter { !paths.contains($0.path) }
  }

  private func conflicts(_ index: Index) -> [SourceFile] {
    index.conflicts.map { SourceFile(path: $0.recordPath, content: .conflict) }
  }

  /// The files that define kinds.
  func kinds(_ files: [FileEntry]) -> [FileEntry] {
    let folder = GitPath(prefix + "kinds")
    return files.filter { $0.path.isUnder(folder) }
  }

  /// A git file as a file of the CV.
  func sourceFile(_ file: FileEntry) throws(GitError) -> SourceFile {
    try sourceFile(file.path, file.mode, file.id)
  }

  /// Whether a path is that of a record.
  private func isRecord(_ path: String) -> Bool {
    CVReader(root: root).key(of: path) != nil
  }

  /// A blob as a file of the CV; the content is only read for a record.
  func sourceFile(
    _ path: GitPath, _ mode: EntryMode, _ id: ObjectID
  ) throws(GitError) -> SourceFile {
    guard let name = path.string else {
      return SourceFile(path: path.recordPath, content: .unnameable)
    }
    switch mode {
    case .symlink: return SourceFile(path: name, content: .symlink)
    case .submodule, .tree: return SourceFile(path: name, content: .submodule)
    case .file, .executable: break
    }
    if let content = sources?.content(of: id) { return SourceFile(path: name, content: content) }
    guard isRecord(name) else { return SourceFile(path: name, content: .bytes([])) }
    do throws(GitError) {
      return SourceFile(
        path: name, content: .bytes(try repository.blob(id, limit: Self.sizeLimit)))
    } catch  where error.isTooLarge {
      return SourceFile(path: name, content: .tooLarge(bytes: try repository.blobSize(id)))
    }
  }
}

extension CVReader {
  /// The key of a file's entry; also nil if the path is not valid UTF-8, and so not a record.
  func key(of path: GitPath) -> EntryKey? { path.string.flatMap { key(of: $0) } }
}

extension GitPath {
  /// The path as text; if it is not valid UTF-8, each non-ASCII byte becomes three octal digits.
  package var recordPath: String {
    if let string { return string }
    let quoted = display
    return quoted.hasPrefix("\"") ? String(quoted.dropFirst().dropLast()) : quoted
  }
}
