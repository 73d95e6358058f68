internal import CVModel
internal import Dispatch
internal import Git
internal import Synchronization

/// Finds the steps of a walk on another thread, some ahead of who reads them, from a repository of its own.
///
/// When it is given up, the thread ends before anything else does.
final class StepsAhead: Sendable {
  private let steps = Steps()

  init(
    from position: StepFinder.Position, reopening reopen: @escaping Repository.Reopening,
    reading ahead: ReadingAhead?
  ) {
    DispatchQueue.global().async { [steps] in
      steps.run { () throws(GitError) in
        let cv = CVRepository(try reopen(), root: position.root)
        var finder = StepFinder(from: position, in: cv.repository)
        while var step = try finder.next() {
          if let ahead { step.ready = Self.olderSide(of: step, ahead, in: cv) }
          guard steps.hand(over: step) else { return nil }
        }
        return finder.shallowEnd
      }
    }
  }

  /// What cannot be read is left out: whoever asks for it meets the error in its place.
  private static func olderSide(
    of step: HistoryStep, _ ahead: ReadingAhead, in cv: CVRepository
  ) -> [ReadVersion] {
    let reader = CVReader(root: cv.root)
    return step.changes.compactMap { change in
      guard let old = change.old,
        let key = reader.key(of: change.path.recordPath),
        ahead.wanted?.contains(key) ?? true
      else { return nil }
      return try? ReadVersion(change.path, old, by: ahead.context, in: cv)
    }
  }

  deinit { steps.giveUp() }

  /// The next step, and nil at the end; then also where a shallow clone ends.
  func next() throws(GitError) -> (step: HistoryStep?, shallowEnd: Commit?) {
    try steps.next()
  }
}

/// The steps that were found and not read yet.
private final class Steps: Sendable {
  private struct State {
    var waiting: [HistoryStep] = []
    /// Where the first of them stands in `waiting`.
    var first = 0
    var end: Result<Commit?, GitError>?
    var isGivenUp = false
  }

  private let state = Mutex(State())
  /// Counts the steps that may be found ahead.
  private let room = DispatchSemaphore(value: 0)
  /// Counts the steps that wait, and the end.
  private let found = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  /// Some hundred kilobytes at most.
  private static let mostAhead = 256

  init() {
    // A semaphore must not end with less than it began with, and not all steps may be read.
    for _ in 0..<Self.mostAhead { room.signal() }
  }

  /// Runs the search to its end; what it gives back is where a shallow clone ends.
  func run(_ search: () throws(GitError) -> Commit?) {
    let end = Result { () throws(GitError) in try search() }
    state.withLock { $0.end = end }
    found.signal()
    ended.signal()
  }

  /// False where nobody reads any more.
  func hand(over step: HistoryStep) -> Bool {
    room.wait()
    let isWanted = state.withLock { state in
      state.waiting.append(step)
      return !state.isGivenUp
    }
    found.signal()
    return isWanted
  }

  func next() throws(GitError) -> (step: HistoryStep?, shallowEnd: Commit?) {
    found.wait()
    let step = state.withLock { state -> HistoryStep? in
      guard state.first < state.waiting.count else { return nil }
      let step = state.waiting[state.first]
      state.first += 1
      if state.first == Self.mostAhead {
        state.waiting.removeFirst(state.first)
        state.first = 0
      }
      return step
    }
    if let step {
      room.signal()
      return (step, nil)
    }
    // The end stays: it may be asked for again.
    found.signal()
    return (nil, try state.withLock(\.end)?.get() ?? nil)
  }

  /// Waits until the search has noticed.
  func giveUp() {
    state.withLock { $0.isGivenUp = true }
    room.signal()
    ended.wait()
  }
}
