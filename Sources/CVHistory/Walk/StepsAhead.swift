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
        var found: [HistoryStep] = []
        do throws(GitError) {
          while var step = try finder.next() {
            if let ahead { step.ready = Self.olderSide(of: step, ahead, in: cv) }
            found.append(step)
            guard found.count == Self.atOnce else { continue }
            guard steps.hand(over: found) else { return nil }
            found.removeAll(keepingCapacity: true)
          }
        } catch {
          // What was found before is told before the error.
          _ = steps.hand(over: found)
          throw error
        }
        _ = steps.hand(over: found)
        return finder.shallowEnd
      }
    }
  }

  /// Steps that are handed over together: to wake another thread costs as much as to find one.
  private static let atOnce = 16

  /// What cannot be read is left out: whoever asks for it meets the error in its place.
  private static func olderSide(
    of step: HistoryStep, _ ahead: ReadingAhead, in cv: CVRepository
  ) -> [ReadVersion] {
    let reader = CVReader(root: cv.root)
    return step.changes.compactMap { change in
      guard let old = change.old,
        let key = reader.key(of: change.path),
        ahead.wanted?.contains(key) ?? true
      else { return nil }
      return try? ReadVersion(change.path, old, by: ahead.context, in: cv)
    }
  }

  deinit { steps.giveUp() }

  /// The next steps, and none at the end; then also where a shallow clone ends.
  func next() throws(GitError) -> (steps: [HistoryStep], shallowEnd: Commit?) {
    try steps.next()
  }
}

/// The steps that were found and not read yet.
private final class Steps: Sendable {
  private struct State {
    /// As they were handed over, the first at the end.
    var waiting: [[HistoryStep]] = []
    var end: Result<Commit?, GitError>?
    var isGivenUp = false
  }

  private let state = Mutex(State())
  /// Counts how often steps may be handed over before they are read.
  private let room = DispatchSemaphore(value: 0)
  /// Counts what waits, and the end.
  private let found = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  /// A megabyte at most.
  private static let mostAhead = 24

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
  func hand(over steps: [HistoryStep]) -> Bool {
    if steps.isEmpty { return true }
    room.wait()
    let isWanted = state.withLock { state in
      state.waiting.insert(steps, at: 0)
      return !state.isGivenUp
    }
    found.signal()
    return isWanted
  }

  func next() throws(GitError) -> (steps: [HistoryStep], shallowEnd: Commit?) {
    found.wait()
    if let steps = state.withLock({ $0.waiting.popLast() }) {
      room.signal()
      return (steps, nil)
    }
    // The end stays: it may be asked for again.
    found.signal()
    return ([], try state.withLock(\.end)?.get() ?? nil)
  }

  /// Waits until the search has noticed.
  func giveUp() {
    state.withLock { $0.isGivenUp = true }
    room.signal()
    ended.wait()
  }
}
