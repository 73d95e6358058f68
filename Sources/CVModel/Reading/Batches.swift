internal import Dispatch
internal import Synchronization

/// Work on other cores that is begun piece by piece.
final class Batches<Value: Sendable>: Sendable {
  private let group = DispatchGroup()
  private let results = Mutex<[Value?]>([])

  /// Begins a piece, which another core does while this one goes on.
  func start(_ work: @escaping @Sendable () -> Value) {
    let place = results.withLock { results in
      results.append(nil)
      return results.count - 1
    }
    DispatchQueue.global().async(group: group) {
      let value = work()
      self.results.withLock { $0[place] = value }
    }
  }

  /// What came of all that was started, in that order.
  func finished() -> [Value] {
    group.wait()
    return results.withLock { $0.compactMap(\.self) }
  }
}
