package import Git

/// The commits of a first-parent line that change files of the CV, newest first.
///
/// Trees are compared as raw bytes by id, and no file is read: who wants to know what a step means asks a ``StepReader``.
/// A long walk goes on on another thread, some steps ahead. Object hashes are not recomputed while a walk lives.
package struct HistoryWalk: ~Copyable {
  private let relaxation: RelaxedHashes
  private let reopening: Repository.Reopening
  private let reading: ReadingAhead?
  private var finder: StepFinder
  private var ahead: StepsAhead?
  /// What was found ahead and is not given out yet, the next one at the end.
  private var found: [HistoryStep] = []
  private var stepCount = 0
  private var pending: HistoryStep?
  /// The commit behind which a shallow clone holds nothing, once the walk came to it.
  package private(set) var shallowEnd: Commit?

  /// Steps after which a walk is long: to find them takes as long as to open the repository a second time.
  private static let fewSteps = 64

  /// The commits of `git log --first-parent END..START`; all of the line without an end.
  ///
  /// - Parameter reading: what a ``StepReader`` will be asked for; nil where that is little.
  package init(
    _ cv: CVRepository, from start: ObjectID, until end: ObjectID?,
    reading: ReadingAhead? = nil
  ) throws(GitError) {
    let relaxation = try RelaxedHashes()
    finder = try StepFinder(cv, from: start, until: end)
    reopening = cv.repository.reopening
    self.reading = reading
    self.relaxation = relaxation
  }

  /// The next older commit that changes files of the CV, nil at the end.
  ///
  /// What a shallow clone's last commit did is not known, so it is no step.
  ///
  /// - Parameter place: a commit at this place of the line, or behind it, is left for a later call.
  package mutating func next(before place: Int = .max) throws(GitError) -> HistoryStep? {
    if pending == nil { pending = try find() }
    guard let step = pending, step.place < place else { return nil }
    pending = nil
    return step
  }

  private mutating func find() throws(GitError) -> HistoryStep? {
    if stepCount == Self.fewSteps, ahead == nil {
      ahead = StepsAhead(from: finder.position, reopening: reopening, reading: reading)
    }
    stepCount += 1
    guard let ahead else {
      let step = try finder.next()
      if step == nil { shallowEnd = finder.shallowEnd }
      return step
    }
    if found.isEmpty {
      let (steps, end) = try ahead.next()
      if steps.isEmpty { shallowEnd = end }
      found = steps.reversed()
    }
    return found.popLast()
  }
}
