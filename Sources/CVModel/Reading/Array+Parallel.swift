internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
  /// What a pure function makes of each element, in their order. Where there are many the cores share them: threads
  /// cost more than a few records take.
  package func mapInParallel<Value: Sendable>(
    _ transform: @Sendable (Element) -> Value
  ) -> [Value] {
    let partSize = 64
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
