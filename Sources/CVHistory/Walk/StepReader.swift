package import CVModel
package import Git
internal import Text

/// Reads the changes of a walk's steps, newest first.
package struct StepReader {
  private let cv: CVRepository
  private var comparer: RecordComparer
  /// The context of the newer side of the next step.
  private var context: VersionContext

  /// - Parameter newest: the version at which the walk begins.
  package init(_ cv: CVRepository, newest: VersionContext) {
    self.cv = cv
    comparer = RecordComparer(cv)
    context = newest
  }

  /// The key for a path; nil if it is not a record's.
  package func key(of path: GitPath) -> EntryKey? { comparer.cache.key(of: path) }

  /// The file that contains a record; for an entry of a source, the source's file.
  func displayPath(of change: TreeChange) -> String {
    switch change.new.flatMap({ cv.sources?.content(of: $0.id) }) {
    case .entry(let entry)?: entry.path
    case .unreadableEntry(let finding)?: finding.path
    default: change.path.recordPath
    }
  }

  /// Records of the newer sides that were bridged.
  var bridged: [Unreadable] { comparer.bridged }

  /// Continues with the steps of another line, which begins at this version.
  mutating func begin(at newest: VersionContext) { context = newest }

  /// Drops newer versions from the cache: the next steps are older.
  mutating func trim() { comparer.trim() }

  /// The sides of a diff between two distant versions, from the same cache; unreadable records are
  /// bridged.
  mutating func sides(
    _ changes: [TreeChange], from old: RecordComparer.Version, to new: RecordComparer.Version
  ) throws(GitError) -> (old: DiffSide, new: DiffSide) {
    try comparer.sides(changes, from: old, to: new, unread: .bridged)
  }

  /// Whether the newer side of a file can be read, and is public.
  mutating func isShown(_ change: TreeChange, withPrivate: Bool) throws(GitError) -> Bool {
    guard let version = change.new,
      let entry = try comparer.entry(change.path, version, by: context)
    else { return false }
    return withPrivate || !context.schema.isPrivate(entry)
  }

  /// The entry that a version of a file holds, as of the version that was read last; nil if it
  /// cannot be read.
  mutating func entry(
    _ path: GitPath, _ version: TreeChange.Version
  ) throws(GitError) -> Entry? {
    try comparer.entry(path, version, by: context)
  }

  /// Skips a step without reading it.
  package mutating func pass(_ step: HistoryStep) throws(GitError) {
    context = try context.before(step.changes, in: cv)
  }

  /// The changes of a step.
  package mutating func read(_ step: HistoryStep) throws(GitError) -> StepDiff {
    let newer = context
    context = try newer.before(step.changes, in: cv)
    let (old, new) = try comparer.sides(
      step.changes, from: .init(context: context, commit: step.parent),
      to: .init(context: newer, commit: step.occasion.commit?.id), unread: .listed)
    var now = new.cv
    if now.document == nil { now[.document] = newer.document }
    return StepDiff(
      occasion: step.occasion,
      diff: CVDiff(from: old, to: new, directory: newer.directory(with: context)), cv: now,
      oldSchema: context.schema)
  }
}

/// The changes of the CV in one commit.
package struct StepDiff: Sendable {
  package internal(set) var occasion: Occasion
  package var diff: CVDiff
  /// The changed entries as of the commit, and the document.
  package let cv: CV
  package let oldSchema: Schema

  /// The step as a report, for rendering.
  package var report: DiffReport {
    let commit = occasion.commit
    let label = RevisionLabel(
      revision: commit?.id.abbreviated ?? "index", commit: commit?.id.hex,
      day: occasion.day.description)
    return DiffReport(
      diff: diff, from: RevisionLabel(revision: "\(label.revision)^"), to: label, commits: 1,
      isAncestor: true, notes: [], cv: cv, oldSchema: oldSchema)
  }
}
