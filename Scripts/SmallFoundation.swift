// The names of Foundation that swift-mustache uses, on FoundationEssentials: see
// small-foundation.sh.

@_exported public import FoundationEssentials
internal import Synchronization

/// A lock: one thread at a time runs the body.
public final class NSLock: Sendable {
  private let mutex = Mutex(())

  /// Creates an unlocked lock.
  public init() {}

  /// Runs the body while no other thread holds the lock.
  public func withLock<Value>(_ body: () throws -> Value) rethrows -> Value {
    try mutex.withLock { _ in try body() }
  }
}

/// A null value.
public final class NSNull {
  /// Creates a null value; all are equal.
  public init() {}
}

extension FileManager {
  /// The paths in a folder and its subfolders, relative to it, in no order; nil if it cannot be
  /// read.
  public func enumerator(atPath path: String) -> [String]? {
    try? subpathsOfDirectory(atPath: path)
  }
}
