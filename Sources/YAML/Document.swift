/// A YAML text read into nodes, with everything that is wrong with it.
///
/// Reading never fails: a text that cannot be read has no root and one fatal fault.
package struct Document: Sendable {
  /// `nil` if the text is empty (or only comments) or a fault is fatal.
  package private(set) var root: Node?

  /// In the order of the text, at most ``maximumFaults``; at most one is fatal.
  package private(set) var faults: [Fault] = []

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

  /// How much a text may hold, and whether parts of it may be repeated by name.
  package struct Limits: Hashable, Sendable {
    package var size: Int
    package var nodes: Int
    /// True if anchors, aliases and merge keys (`<<`) are read. What an alias repeats counts as nodes each time.
    package var allowsAliases: Bool

    package init(size: Int, nodes: Int, allowsAliases: Bool) {
      (self.size, self.nodes, self.allowsAliases) = (size, nodes, allowsAliases)
    }

    /// A file that people write by our rules.
    package static let record = Limits(
      size: maximumSize, nodes: maximumNodes, allowsAliases: false)
  }

  package init(reading bytes: [UInt8], limits: Limits = .record) {
    do throws(Fault) {
      try read(bytes, limits)
    } catch {
      // What was found before on this line is most often the same mistake.
      faults.removeAll { $0.span.start.line == error.span.start.line }
      faults.append(error)
    }
    faults.sort { $0.span.start < $1.span.start }
  }

  private mutating func read(_ bytes: [UInt8], _ limits: Limits) throws(Fault) {
    guard bytes.count <= limits.size else {
      throw Fault(.tooLarge(limit: limits.size), at: Span(at: .start), isFatal: true)
    }
    try bytes.withUnsafeBufferPointer { buffer throws(Fault) in
      let scan = try TextScan(buffer)
      hasByteOrderMark = scan.hasByteOrderMark
      hasCarriageReturns = scan.hasCarriageReturns
      faults = scan.faults
      let start = scan.hasByteOrderMark ? 3 : 0
      var composer = Composer(
        UnsafeBufferPointer(rebasing: buffer[start...]), of: bytes, scan, limits)
      defer { faults += composer.faults.prefix(Self.maximumFaults - faults.count) }
      root = try composer.document()
    }
  }
}
