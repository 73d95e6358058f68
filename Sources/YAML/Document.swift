/// A YAML text read into nodes, with everything that is wrong with it.
///
/// Reading never fails: a text that cannot be read has no root and one fatal fault.
package struct Document: Sendable {
  /// `nil` if the text is empty (or only comments) or a fault is fatal.
  package private(set) var root: Node?

  /// In the order of the text, at most ``maximumFaults``.
  package private(set) var faults: [Fault]

  package private(set) var hasByteOrderMark = false
  package private(set) var hasCarriageReturns = false

  /// Bytes a text may have: 1 MiB.
  package static let maximumSize = 1 << 20
  /// Collections that may lie inside each other.
  package static let maximumDepth = 32
  /// Scalars and collections a text may hold.
  package static let maximumNodes = 1 << 16
  /// Faults that are told; what follows them is not worth a reader's time.
  package static let maximumFaults = 100

  package init(reading bytes: borrowing [UInt8]) {
    (root, faults) = bytes.withUnsafeBufferPointer { bytes in
      var composer = Composer(bytes)
      do throws(Fault) {
        return (try composer.document(), composer.faults)
      } catch {
        return (nil, composer.faults + [error])
      }
    }
  }
}
