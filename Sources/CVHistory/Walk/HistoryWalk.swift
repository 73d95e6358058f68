package import Git

/// The commits of a first-parent line that change files of the CV, newest first.
///
/// Compares trees as raw bytes by ID, without reading files; a ``StepReader`` reads the changes of
/// a step.
package struct HistoryWalk: ~Copyable {
  private let cv: CVRepository
  private var line: FirstParents
  private var comparer: TreeComparer
  private var following: Commit?
  /// The number of commits on the line before the next one.
  private var place = 0
  private var pending: HistoryStep?
  /// The boundary commit of a shallow clone, once the walk has reached it.
  package private(set) var shallowEnd: Commit?

  /// The commits of `git log --first-parent END..START`; the whole line without an end.
  package init(
    _ cv: CVRepository, from start: ObjectID, until end: ObjectID?
  ) throws(GitError) {
    var line = try cv.repository.firstParents(from: start, until: end)
    following = try line.next()
    self.line = line
    self.cv = cv
    comparer = TreeComparer(cv.repository)
  }

  /// The next older commit that changes files of the CV; nil at the end.
  ///
  /// The changes of a boundary commit are unknown, so it is not a step.
  ///
  /// - Parameter place: a commit at or after this place of the line is left for a later call.
  package mutating func next(before place: Int = .max) throws(GitError) -> HistoryStep? {
    if pending == nil { pending = try withRelaxedHashes { () throws(GitError) in try find() } }
    guard let step = pending, step.place < place else { return nil }
    pending = nil
    return step
  }

  private mutating func find() throws(GitError) -> HistoryStep? {
    while let commit = following {
      if commit.isShallowBoundary {
        (following, shallowEnd) = (nil, commit)
        return nil
      }
      following = try line.next()
      place += 1
      let parent = commit.parents.first
      var older = following
      if older == nil, let parent { older = try cv.repository.commit(parent) }
      // In a repository with more than a CV, most commits do not change the CV.
      guard older?.tree != commit.tree else { continue }
      let records = try comparer.changes(
        from: try older.flatMap { (commit) throws(GitError) in try cv.folder(of: commit) },
        to: try cv.folder(of: commit), at: GitPath(cv.root))
      let changes = try cv.addingSources(
        to: records, from: older.map(CVVersion.commit) ?? .empty, to: .commit(commit))
      if !changes.isEmpty {
        return HistoryStep(
          occasion: .commit(commit), place: place - 1, parent: parent, changes: changes)
      }
    }
    return nil
  }
}
