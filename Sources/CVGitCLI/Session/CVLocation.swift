internal import CVFormats
internal import CVHistory
internal import CVModel
internal import Git
internal import Text

/// The location of a repository's CV: the folder of its records, and its sources.
///
/// In order of precedence: `--root` and `--source`, git's configuration, `.cvgit.yaml`, the folder
/// `cv`, and the only file of the repository in a known format.
struct CVLocation {
  let root: String
  let sources: [ProjectFile.Source]
  /// Whether the source was detected rather than named.
  let isDetected: Bool
  private let settings: ProjectFile

  /// - Parameters:
  ///   - isDetecting: true to look for a file in a known format if nothing names a CV.
  ///   - isStrict: true to refuse a repository with several such files.
  init(
    _ session: Session, _ repository: Repository, isDetecting: Bool = true, isStrict: Bool = true
  ) throws {
    let project = try Self.project(repository)
    settings = project
    let named = try session.global.root ?? repository.configuration.string("cvgit.root")
    root = try session.root(named ?? project.root ?? "cv", repository)
    if !session.global.sources.isEmpty {
      sources = try session.global.sources.map { try Self.source($0, session, repository) }
      isDetected = false
    } else if !project.sources.isEmpty {
      sources = project.sources
      isDetected = false
    } else if isDetecting, named == nil, project.root == nil, try !Self.hasFolder(root, repository)
    {
      sources = try Self.detected(repository, isStrict: isStrict)
      isDetected = !sources.isEmpty
    } else {
      sources = []
      isDetected = false
    }
  }

  /// Opens the CV at this location.
  func open(_ repository: Repository) -> CVRepository {
    CVRepository(
      repository, root: root,
      sources: sources.isEmpty
        ? nil
        : SourceSet(
          sources, root: root, shownFields: settings.shownFields), settings: settings)
  }

  /// The records at this place alone.
  func openRecords(_ repository: Repository) -> CVRepository {
    CVRepository(repository, root: root, settings: settings)
  }

  /// The settings of the work tree, or of `HEAD` if there is none.
  private static func project(_ repository: Repository) throws -> ProjectFile {
    guard let bytes = try projectBytes(repository) else { return ProjectFile() }
    let project = ProjectFile(
      reading: bytes, formats: SourceFormat.allCases.map(\.rawValue))
    if let finding = project.findings.first {
      let place = finding.position.map { ":\($0.line):\($0.column)" } ?? ""
      throw Failure("\(finding.path)\(place): \(finding.message)", hint: finding.hint)
    }
    return project
  }

  private static func projectBytes(_ repository: Repository) throws -> [UInt8]? {
    if let top = try repository.workTree {
      guard FileReading.exists(top + "/" + ProjectFile.path) else { return nil }
      let file = WorkTreeFile(path: GitPath(ProjectFile.path), mode: .file, id: nil)
      return try file.bytesOnDisk(below: top, limit: projectLimit)
    }
    guard let head = try repository.headCommit(),
      let entry = try repository.entry(at: ProjectFile.path, in: head.tree),
      entry.mode.isRegularFile
    else { return nil }
    return try repository.blob(entry.id, limit: projectLimit)
  }

  private static let projectLimit = 1 << 20

  /// A source path on the command line, from the top of the repository.
  private static func source(
    _ written: String, _ session: Session, _ repository: Repository
  ) throws -> ProjectFile.Source {
    guard !written.isEmpty else {
      throw Failure("the path of a source is empty", hint: "name a file: --source publications.bib")
    }
    guard let top = try repository.workTree else { return ProjectFile.Source(paths: [written]) }
    let path = FileReading.realPath(session.path(written))
    let folder = FileReading.realPath(top)
    guard path.hasPrefix(folder + "/") else {
      throw Failure(
        "the source \(quoted(written)) is not inside the repository",
        hint: "name a file or a folder of the repository")
    }
    return ProjectFile.Source(paths: [String(path.dropFirst(folder.count + 1))])
  }

  private static func hasFolder(_ root: String, _ repository: Repository) throws -> Bool {
    if let head = try repository.headCommit(),
      try repository.entry(at: root, in: head.tree)?.mode == .tree
    {
      return true
    }
    guard let top = try repository.workTree else { return false }
    return root.isEmpty || FileReading.isFolder(top + "/" + root)
  }

  /// The only file or folder of the repository in a known format; empty if there is none.
  private static func detected(
    _ repository: Repository, isStrict: Bool
  ) throws -> [ProjectFile.Source] {
    var found: [String: SourceFormat] = [:]
    for (path, content) in try candidates(repository) {
      if let format = SourceFormat.detect(FormatFile(path: path, bytes: try content())) {
        if format.isFolder {
          let folder = path.split(separator: "/").dropLast()
          found[pagesFolder(folder.map(String.init))] = .pages
        } else {
          found[path] = format
        }
      }
    }
    guard found.count > 1 else {
      return found.keys.map { ProjectFile.Source(paths: [$0]) }
    }
    guard isStrict else { return [] }
    let list = found.keys.sorted().prefix(8).map { path in
      "\(path) (\(found[path]?.label ?? ""))"
    }
    throw Failure(
      "the repository contains several files that may be a CV: \(list.joined(separator: ", "))"
        + (found.count > 8 ? ", …" : ""),
      hint: "name one with --source, or list them under \"sources:\" in \(ProjectFile.path)")
  }

  private typealias Candidate = (path: String, content: () throws(GitError) -> [UInt8])

  /// The files whose names fit a known format, in the work tree or in `HEAD`.
  private static func candidates(_ repository: Repository) throws -> [Candidate] {
    if let top = try repository.workTree {
      return try repository.workTreeFiles().compactMap { file in
        guard let path = file.path.string, file.mode.isRegularFile, isCandidate(path),
          file.size(below: top) <= SourceFormat.maximumSize
        else { return nil }
        return (
          path,
          { () throws(GitError) in
            try repository.workTreeContent(of: file, limit: SourceFormat.maximumSize)
          }
        )
      }
    }
    guard let head = try repository.headCommit() else { return [] }
    return try repository.files(in: head.tree).compactMap { file in
      guard let path = file.path.string, file.mode.isRegularFile, isCandidate(path) else {
        return nil
      }
      return (
        path,
        { () throws(GitError) in
          try repository.blob(file.id, limit: SourceFormat.maximumSize)
        }
      )
    }
  }

  private static let pageFolders = ["publications", "publication", "_publications"]

  private static func isCandidate(_ path: String) -> Bool {
    let folders = path.split(separator: "/").dropLast()
    if folders.contains(where: { $0.hasPrefix(".") || $0 == "node_modules" }) { return false }
    if folders.contains(where: { pageFolders.contains(String($0)) }) { return true }
    return SourceFormat.isCandidate(path)
  }

  /// The folder of all pages, given the folder of one.
  private static func pagesFolder(_ names: [String]) -> String {
    let end = names.firstIndex(where: pageFolders.contains).map { $0 + 1 } ?? names.count
    return names[..<end].joined(separator: "/")
  }
}
