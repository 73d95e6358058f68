package import CVModel
package import Git

/// The records that every comparison of a version needs besides those that differ: kinds, people,
/// profile, document.
package struct VersionContext: Sendable {
  /// Only the records of the context, read with the kinds of the version.
  private var cv = CV()
  private var people = PeopleDirectory([])
  /// The files from which the schema was read; nil before that.
  private var kindFiles: [GitPath: TreeChange.Version]?
  private var files: [GitPath: TreeChange.Version] = [:]
  /// The entries that could be read, so that no file is read twice.
  private var entries: [GitPath: ReadEntry] = [:]

  private struct ReadEntry {
    let version: TreeChange.Version
    let entry: Entry
  }

  package private(set) var schema = Schema.builtIn
  package var document: Entry? { cv.document }
  package var profile: Entry? { cv.profile }

  /// The context of a commit or the index, from its own files.
  package init(_ repository: CVRepository, at version: CVVersion) throws(GitError) {
    for file in try repository.contextFiles(at: version) {
      files[file.path] = TreeChange.Version(id: file.id, mode: file.mode)
    }
    try read(repository)
  }

  /// The context before some changes; the same if none of them affects it.
  func before(
    _ changes: [TreeChange], in repository: CVRepository
  ) throws(GitError) -> VersionContext {
    let relevant = changes.filter { repository.isContext($0.path) }
    guard !relevant.isEmpty else { return self }
    var earlier = self
    for change in relevant { earlier.files[change.path] = change.old }
    try earlier.read(repository)
    return earlier
  }

  /// The people directory of this version combined with an earlier one.
  func directory(with earlier: VersionContext) -> PeopleDirectory {
    files == earlier.files ? people : PeopleDirectory([earlier.cv, cv])
  }

  private mutating func read(_ repository: CVRepository) throws(GitError) {
    let kinds = GitPath(repository.prefix + "kinds")
    let ofKinds = files.filter { $0.key.isUnder(kinds) }
    let reader = CVReader(root: repository.root)
    if ofKinds != kindFiles {
      kindFiles = ofKinds
      entries = [:]
      var sources: [SourceFile] = []
      for (path, version) in ofKinds {
        sources.append(try repository.sourceFile(path, version.mode, version.id))
      }
      schema = reader.read(sources).cv.schema
    }
    var known: [GitPath: ReadEntry] = [:]
    for (path, version) in files {
      if let entry = entries[path], entry.version == version {
        known[path] = entry
      } else if case .entry(let entry)? = reader.read(
        try repository.sourceFile(path, version.mode, version.id), schema: schema)
      {
        known[path] = ReadEntry(version: version, entry: entry)
      }
    }
    entries = known
    cv = CV(entries: known.values.lazy.map(\.entry), schema: schema)
    people = PeopleDirectory([cv])
  }
}
