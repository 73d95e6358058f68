/// A YAML text read into nodes, with all its faults.
///
/// Reading never throws: a text that cannot be parsed has no root and one fatal fault.
package struct Document: Sendable {
  /// `nil` if the text is empty, holds only comments, or has a fatal fault.
  package private(set) var root: Node?

  /// In the order of the text, at most ``maximumFaults``; at most one is fatal.
  package private(set) var faults: [Fault] = []

  package private(set) var hasByteOrderMark = false
  package private(set) var hasCarriageReturns = false

  /// The maximum size of a text in bytes: 1 MiB.
  package static let maximumSize = 1 << 20
  /// The maximum nesting depth of collections.
  package static let maximumDepth = 32
  /// The maximum number of scalars and collections in a text.
  package static let maximumNodes = 1 << 16
  /// The maximum number of faults to report; more would only bury the first ones.
  package static let maximumFaults = 100

  /// The limits on a text, and whether it may use aliases.
  package struct Limits: Hashable, Sendable {
    package var size: Int
    package var nodes: Int
    /// Whether anchors, aliases and merge keys (`<<`) are allowed. Each use of an alias counts all
    /// its nodes again.
    package var allowsAliases: Bool
    /// Keys of which every one in a mapping counts, not only the first.
    package var repeatableKeys: Set<String>

    package init(
      size: Int, nodes: Int, allowsAliases: Bool, repeatableKeys: Set<String> = []
    ) {
      (self.size, self.nodes, self.allowsAliases) = (size, nodes, allowsAliases)
      self.repeatableKeys = repeatableKeys
    }

    /// The limits for a record.
    package static let record = Limits(
      size: maximumSize, nodes: maximumNodes, allowsAliases: false)
  }

  package init(reading bytes: [UInt8], limits: Limits = .record) {
    do throws(Fault) {
      try read(bytes, limits)
    } catch {
      // An earlier fault on this line most likely has the same cause.
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
