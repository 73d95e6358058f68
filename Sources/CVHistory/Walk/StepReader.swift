package import CVModel
package import Git

/// Reads what the steps of a walk mean, newest first.
package struct StepReader {
  private let cv: CVRepository
  private var comparer: RecordComparer
  /// Of the newer side of the step that comes next.
  private var context: VersionContext

  /// - Parameter newest: the version that the walk begins with.
  package init(_ cv: CVRepository, newest: VersionContext) {
    self.cv = cv
    comparer = RecordComparer(cv)
    context = newest
  }

  /// The key that a path gives its record, nil where it is none.
  package func key(of path: GitPath) -> EntryKey? { comparer.cache.key(of: path) }

  /// The file that holds a record: of an entry of a source, the source's.
  func displayPath(of change: TreeChange) -> String {
    switch change.new.flatMap({ cv.sources?.content(of: $0.id) }) {
    case .entry(let entry)?: entry.path
    case .unreadableEntry(let finding)?: finding.path
    default: change.path.recordPath
    }
  }

  /// Records of the newer sides for which the last readable version was taken.
  var bridged: [Unreadable] { comparer.bridged }

  /// Goes on with the steps of another line, which begins at this version.
  mutating func begin(at newest: VersionContext) { context = newest }

  /// Lets go of the newer versions of what was read: the steps that come are older.
  mutating func trim() { comparer.trim() }

  /// The sides of a diff of two versions far from each other, by the same cache; what cannot be read is bridged.
  mutating func sides(
    _ changes: [TreeChange], from old: RecordComparer.Version, to new: RecordComparer.Version
  ) throws(GitError) -> (old: DiffSide, new: DiffSide) {
    try comparer.sides(changes, from: old, to: new, unread: .bridged)
  }

  /// Whether the newer side of a file can be read, and is for others to see.
  mutating func isShown(_ change: TreeChange, withPrivate: Bool) throws(GitError) -> Bool {
    guard let version = change.new,
      let entry = try comparer.entry(change.path, version, by: context)
    else { return false }
    return withPrivate || !context.schema.isPrivate(entry)
  }

  /// Goes past a step without reading it.
  package mutating func pass(_ step: HistoryStep) throws(GitError) {
    context = try context.before(step.changes, in: cv)
  }

  /// What a step did.
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

/// What one commit changed in the CV.
package struct StepDiff: Sendable {
  package internal(set) var occasion: Occasion
  package var diff: CVDiff
  /// The entries that changed, as the commit left them, and the document.
  package let cv: CV
  package let oldSchema: Schema

  /// As the renderings of a diff take it.
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
