internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
  /// Maps each element with a pure function, on all cores if there are more than `partSize`
  /// elements.
  ///
  /// - Parameter partSize: the number of elements that one core maps at once. For fewer records
  ///   than the default, a thread costs more than it saves.
  package func mapInParallel<Value: Sendable>(
    by partSize: Int = 64, _ transform: @Sendable (Element) -> Value
  ) -> [Value] {
    guard count > partSize else { return map(transform) }
    let partCount = (count + partSize - 1) / partSize
    let parts = Mutex([[Value]](repeating: [], count: partCount))
    DispatchQueue.concurrentPerform(iterations: partCount) { part in
      let values = self[part * partSize..<Swift.min(count, (part + 1) * partSize)].map(transform)
      parts.withLock { $0[part] = values }
    }
    return parts.withLock { $0.flatMap(\.self) }
  }
}
