package import CVModel
package import Git

/// What every comparison of a version's records needs, beside those that differ: kinds, people, profile, document.
package struct VersionContext: Sendable {
  /// The records of the context alone, read by the kinds of the version.
  private var cv = CV()
  private var people = PeopleDirectory([])
  /// The files that the schema was read from; nil before it was read.
  private var kindFiles: [GitPath: TreeChange.Version]?
  private var files: [GitPath: TreeChange.Version] = [:]
  /// What could be read of them, so that no file is read twice.
  private var entries: [GitPath: ReadEntry] = [:]

  private struct ReadEntry {
    let version: TreeChange.Version
    let entry: Entry
  }

  package private(set) var schema = Schema.builtIn
  package var document: Entry? { cv.document }
  package var profile: Entry? { cv.profile }

  /// The context of a version that git holds, from its own files.
  package init(_ repository: CVRepository, at version: CVVersion) throws(GitError) {
    for file in try repository.contextFiles(at: version) {
      files[file.path] = TreeChange.Version(id: file.id, mode: file.mode)
    }
    try read(repository)
  }

  /// The context before some changes were made; the same where none of them matters.
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

  /// Who is who in this version and an earlier one.
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
