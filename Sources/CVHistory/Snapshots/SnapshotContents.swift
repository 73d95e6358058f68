internal import CVModel
internal import Git

/// The files of a snapshot being made, written as objects that are not referenced yet.
struct SnapshotContents {
  private let repository: Repository
  /// The folders at the top of the snapshot's tree.
  private var folders: [String: ObjectID] = [:]
  /// The files at the top.
  private var topFiles: [String: ObjectID] = [:]
  private var files: [SnapshotManifest.File] = []
  private var sources: [SnapshotManifest.Source] = []

  init(_ draft: SnapshotDraft, in cv: CVRepository) throws(GitError) {
    repository = cv.repository
    try addRecords(of: draft.commit, root: cv.path(of: draft.commit))
    try addSources(of: draft.commit, in: cv)
    try add(draft.rendered, to: SnapshotLayout.rendered)
    try add(draft.attached, to: SnapshotLayout.attached)
    try add(draft.themeFiles, to: SnapshotLayout.theme)
    if let changes = draft.changes {
      let file = SnapshotFile(path: SnapshotLayout.changes, content: Array(changes.utf8))
      topFiles[file.path] = try write(file, as: GitPath(file.path))
    }
  }

  /// Adds the CV's folder as its existing tree, so that nothing is written again.
  private mutating func addRecords(of commit: Commit, root: String) throws(GitError) {
    guard let folder = try repository.entry(at: root, in: commit.tree), folder.mode == .tree else {
      return
    }
    folders[SnapshotLayout.records] = folder.id
    for file in try repository.files(in: folder.id) {
      let path = GitPath(SnapshotLayout.records).appending(file.path.bytes)
      files.append(
        try SnapshotManifest.File(
          FileEntry(path: path, mode: file.mode, id: file.id), in: repository))
    }
  }

  /// Adds the files of sources with their original paths, and the settings that name them.
  private mutating func addSources(of commit: Commit, in cv: CVRepository) throws(GitError) {
    let found = try cv.sourceFiles(at: commit)
    guard !found.isEmpty else { return }
    sources = found.map(\.source)
    var entries = found.flatMap(\.files)
    if let settings = try repository.entry(at: ProjectFile.path, in: commit.tree),
      settings.mode.isRegularFile
    {
      let path = GitPath(ProjectFile.path)
      entries.append(FileEntry(path: path, mode: settings.mode, id: settings.id))
    }
    entries.sort { $0.path < $1.path }
    folders[SnapshotLayout.source] = try repository.write(treeOf: entries)
    for file in entries {
      let path = GitPath(SnapshotLayout.source).appending(file.path.bytes)
      files.append(
        try SnapshotManifest.File(
          FileEntry(path: path, mode: file.mode, id: file.id), in: repository))
    }
  }

  private mutating func add(_ added: [SnapshotFile], to folder: String) throws(GitError) {
    guard !added.isEmpty else { return }
    var entries: [FileEntry] = []
    for file in added {
      let path = GitPath(file.path)
      let id = try write(file, as: GitPath(folder).appending(path.bytes))
      entries.append(FileEntry(path: path, mode: .file, id: id))
    }
    folders[folder] = try repository.write(treeOf: entries)
  }

  private mutating func write(
    _ file: SnapshotFile, as path: GitPath
  ) throws(GitError) -> ObjectID {
    let id = try repository.write(blob: file.content)
    files.append(
      SnapshotManifest.File(path: path.display, content: file.content, id: id))
    return id
  }

  /// The manifest of the snapshot.
  func manifest(of draft: SnapshotDraft, root: String) -> SnapshotManifest {
    SnapshotManifest(
      draft, root: root, sources: sources,
      folders: folders.mapValues { $0.softwareHeritageID(.directory) },
      files: files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }

  /// Writes the manifest, and the tree with everything.
  func writeTree(manifest: [UInt8]) throws(GitError) -> ObjectID {
    var entries = folders.map { name, id in TreeEntry(name: Array(name.utf8), mode: .tree, id: id) }
    for (name, id) in topFiles {
      entries.append(TreeEntry(name: Array(name.utf8), mode: .file, id: id))
    }
    let id = try repository.write(blob: manifest)
    entries.append(TreeEntry(name: Array(SnapshotLayout.manifest.utf8), mode: .file, id: id))
    return try repository.write(tree: entries)
  }
}

extension SnapshotManifest.File {
  /// A file that is already in the object database.
  init(_ file: FileEntry, in repository: Repository) throws(GitError) {
    guard file.mode != .submodule else {
      self.init(
        path: file.path.display, size: nil, sha256: nil,
        swhid: file.id.softwareHeritageID(.revision))
      return
    }
    self.init(
      path: file.path.display, content: try repository.blob(file.id), id: file.id)
  }

  fileprivate init(path: String, content: [UInt8], id: ObjectID) {
    self.init(
      path: path, size: content.count, sha256: SHA256Digest(of: content).description,
      swhid: id.softwareHeritageID(.content))
  }
}
