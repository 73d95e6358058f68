package import Git

/// The commits of a first-parent line that change files of the CV, newest first.
///
/// Trees are compared as raw bytes by id, and no file is read: a ``StepReader`` reads what a step means.
package struct HistoryWalk: ~Copyable {
  private let cv: CVRepository
  private var line: FirstParents
  private var comparer: TreeComparer
  private var following: Commit?
  /// How many commits of the line come before the following one.
  private var place = 0
  private var pending: HistoryStep?
  /// The commit behind which a shallow clone holds nothing, once the walk came to it.
  package private(set) var shallowEnd: Commit?

  /// The commits of `git log --first-parent END..START`; all of the line without an end.
  package init(
    _ cv: CVRepository, from start: ObjectID, until end: ObjectID?
  ) throws(GitError) {
    var line = try cv.repository.firstParents(from: start, until: end)
    following = try line.next()
    self.line = line
    self.cv = cv
    comparer = TreeComparer(cv.repository)
  }

  /// The next older commit that changes files of the CV, nil at the end.
  ///
  /// What a shallow clone's last commit did is not known, so it is not a step.
  ///
  /// - Parameter place: a commit at this place of the line, or behind it, is left for a later call.
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
      // Most commits of a repository with more than a CV change nothing in it.
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
