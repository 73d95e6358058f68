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
    guard count > 2 * partSize else { return map(transform) }
    let partCount = (count + partSize - 1) / partSize
    let parts = Mutex([[Value]](repeating: [], count: partCount))
    DispatchQueue.concurrentPerform(iterations: partCount) { part in
      let values = self[part * partSize..<Swift.min(count, (part + 1) * partSize)].map(transform)
      parts.withLock { $0[part] = values }
    }
    return parts.withLock { $0.flatMap(\.self) }
  }
}

/// What two pure functions give, each on a core of its own.
package func inParallel<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @escaping @Sendable () -> Second
) -> (First, Second) {
  let group = DispatchGroup()
  let result = Mutex<Second?>(nil)
  DispatchQueue.global().async(group: group) {
    let value = second()
    result.withLock { $0 = value }
  }
  let value = first()
  group.wait()
  return (value, result.withLock { $0 ?? second() })
}

/// Frees a large value on another core, or not at all where the process ends before.
package func freeElsewhere<Value: Sendable>(_ value: consuming Value) {
  let value = value
  DispatchQueue.global().async { withExtendedLifetime(value) {} }
}
