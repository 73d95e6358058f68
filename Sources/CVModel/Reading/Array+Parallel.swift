internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
  /// What a pure function makes of each element, in their order. Where there are many the cores share them: threads
  /// cost more than a few records take.
  ///
  /// - Parameter partSize: how many one core takes at once.
  package func mapInParallel<Value: Sendable>(
    by partSize: Int = 64, _ transform: @Sendable (Element) -> Value
  ) -> [Value] {
    count > 2 * partSize ? mapInParts(of: partSize, transform) : map(transform)
  }

  /// The same with every part on any core, however few there are: for work that is known to be large.
  package func mapInParts<Value: Sendable>(
    of partSize: Int, _ transform: @Sendable (Element) -> Value
  ) -> [Value] {
    let partCount = (count + partSize - 1) / partSize
    let parts = Mutex([[Value]](repeating: [], count: partCount))
    DispatchQueue.concurrentPerform(iterations: partCount) { part in
      let values = self[part * partSize..<Swift.min(count, (part + 1) * partSize)].map(transform)
      parts.withLock { $0[part] = values }
    }
    return parts.withLock { $0.flatMap(\.self) }
  }
}

/// When other cores are asked.
package enum OtherCores {
  /// For no more items than these, a thread costs more than it saves.
  package static let fewItems = 128

  /// How many files are handed over at once: to parse them takes many times as long as the trip.
  static let batchSize = 16
}

/// Frees a large value on another core, or not at all where the process ends before.
package func freeElsewhere<Value: Sendable>(_ value: consuming Value) {
  let held = Held(value)
  DispatchQueue.global().async { held.free() }
}

/// A value that one thread frees, whichever thread lets go of it last.
private final class Held<Value: Sendable>: Sendable {
  private let value: Mutex<Value?>

  init(_ value: consuming Value) { self.value = Mutex(value) }

  func free() { value.withLock { $0 = nil } }
}
