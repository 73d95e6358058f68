internal import CVModel
internal import Git

/// The content of a version of a file, read with the kinds of one version of the CV.
struct ReadVersion: Sendable {
  let path: GitPath
  let version: TreeChange.Version
  /// The kinds with which it was read.
  let schema: Schema
  /// Nil for a file that is not a record.
  let reading: CVReader.FileReading?

  /// Reads it from git.
  init(
    _ path: GitPath, _ version: TreeChange.Version, by context: VersionContext,
    in cv: CVRepository
  ) throws(GitError) {
    let file = try cv.sourceFile(path, version.mode, version.id)
    self.init(
      path, version, by: context,
      as: CVReader(root: cv.root).read(file, schema: context.schema))
  }

  init(
    _ path: GitPath, _ version: TreeChange.Version, by context: VersionContext,
    as reading: CVReader.FileReading?
  ) {
    self.path = path
    self.version = version
    schema = context.schema
    self.reading = reading
  }

  func isFor(_ path: GitPath, _ version: TreeChange.Version, by context: VersionContext) -> Bool {
    self.version == version && self.path == path && schema == context.schema
  }
}

/// Reads the records of a walk, each version of a file once.
///
/// Keeps the last requested versions of each path: the old version of one step is the new one of
/// the next.
struct RecordCache {
  private let cv: CVRepository
  private let reader: CVReader
  private var kept: [GitPath: [ReadVersion]] = [:]

  /// The two ends of a release, and the current version of the walk between them.
  private static let keptVersions = 3

  init(_ cv: CVRepository) {
    self.cv = cv
    reader = CVReader(root: cv.root)
  }

  /// The key for a path; nil if it is not a record's.
  func key(of path: GitPath) -> EntryKey? { reader.key(of: path) }

  /// Keeps only the last read version of each path.
  mutating func trim() { kept = kept.mapValues { Array($0.prefix(1)) } }

  /// Reads many versions at once, on all cores. A few are only read when requested.
  mutating func prepare(
    _ versions: [(path: GitPath, version: TreeChange.Version)], by context: VersionContext
  ) throws(GitError) {
    let unknown = versions.filter { path, version in
      !(kept[path]?.contains { $0.isFor(path, version, by: context) } ?? false)
    }
    guard unknown.count > Self.fewVersions else { return }
    var files: [SourceFile] = []
    for (path, version) in unknown {
      files.append(try cv.sourceFile(path, version.mode, version.id))
    }
    let (root, schema) = (cv.root, context.schema)
    let readings = files.mapInParallel { CVReader(root: root).read($0, schema: schema) }
    for ((path, version), reading) in zip(unknown, readings) {
      keep(ReadVersion(path, version, by: context, as: reading))
    }
  }

  private static let fewVersions = 64

  private mutating func keep(_ new: ReadVersion) {
    kept[new.path] = [new] + (kept[new.path] ?? []).prefix(Self.keptVersions - 1)
  }

  /// The content of a version of a file; nil if it is not a record.
  mutating func reading(
    _ path: GitPath, _ version: TreeChange.Version, by context: VersionContext
  ) throws(GitError) -> CVReader.FileReading? {
    let versions = kept[path] ?? []
    if let found = versions.first(where: { $0.isFor(path, version, by: context) }) {
      return found.reading
    }
    let new = try ReadVersion(path, version, by: context, in: cv)
    keep(new)
    return new.reading
  }
}
