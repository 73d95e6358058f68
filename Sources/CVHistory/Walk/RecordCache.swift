internal import CVModel
internal import Git

/// Reads records of a walk, each version of a file once.
///
/// The versions of a path that were asked for last are kept: a walk's old version is its next new one.
struct RecordCache {
  private let cv: CVRepository
  private let reader: CVReader
  private var kept: [GitPath: [Kept]] = [:]

  private struct Kept {
    let version: TreeChange.Version
    /// Counts the schemas that records were read by.
    let generation: Int
    let reading: CVReader.FileReading?
  }

  /// A release's two ends, and the version between them that the walk has come to.
  private static let keptVersions = 3

  init(_ cv: CVRepository) {
    self.cv = cv
    reader = CVReader(root: cv.root)
  }

  /// The key that a path gives its record, nil where it is none.
  func key(of path: GitPath) -> EntryKey? {
    guard case .record(let key) = reader.placement(of: path.string ?? path.display) else {
      return nil
    }
    return key
  }

  /// What a version of a file holds, nil where it is no record.
  mutating func reading(
    _ path: GitPath, _ version: TreeChange.Version, by context: VersionContext
  ) throws(GitError) -> CVReader.FileReading? {
    let versions = kept[path] ?? []
    if let found = versions.first(where: {
      $0.version == version && $0.generation == context.generation
    }) {
      return found.reading
    }
    let file = try cv.sourceFile(path, version.mode, version.id)
    let reading = reader.read(file, schema: context.schema)
    let new = Kept(version: version, generation: context.generation, reading: reading)
    kept[path] = [new] + versions.prefix(Self.keptVersions - 1)
    return reading
  }
}
