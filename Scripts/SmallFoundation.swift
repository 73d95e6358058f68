// What swift-mustache takes from Foundation, over FoundationEssentials: see small-foundation.sh.

@_exported public import FoundationEssentials
internal import Synchronization

/// What only one thread at a time may do.
public final class NSLock: Sendable {
  private let mutex = Mutex(())

  /// Open at first.
  public init() {}

  /// Does what no other thread does meanwhile.
  public func withLock<Value>(_ body: () throws -> Value) rethrows -> Value {
    try mutex.withLock { _ in try body() }
  }
}

/// Nothing, as a value.
public final class NSNull {
  /// One is as good as another.
  public init() {}
}

extension FileManager {
  /// The paths below a folder, from the folder on, in no order; nil where it cannot be read.
  public func enumerator(atPath path: String) -> [String]? {
    try? subpathsOfDirectory(atPath: path)
  }
}
