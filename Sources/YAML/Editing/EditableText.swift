/// A YAML text that can be edited in place.
///
/// Every edit is a splice: comments, order, quoting, line width and line breaks elsewhere are kept
/// byte for byte.
package struct EditableText: Sendable {
  package private(set) var bytes: [UInt8]
  /// A mapping.
  package private(set) var root: Node
  private(set) var source: SourceText

  /// Nil for a text without a mapping, and for one with faults, since the extent of its values is
  /// uncertain.
  package init?(_ bytes: [UInt8]) {
    let document = Document(reading: bytes)
    guard document.faults.isEmpty, let root = document.root, case .mapping = root.content else {
      return nil
    }
    self.bytes = bytes
    self.root = root
    source = SourceText(bytes)
  }

  /// Applies the splices and parses the result; returns false if it is no longer a mapping.
  mutating func apply(_ splices: [Splice]) -> Bool {
    guard let edited = EditableText(bytes.applying(splices)) else { return false }
    self = edited
    return true
  }

  // MARK: Positions

  /// The bytes of a node; for a literal or folded text, without the empty lines after it.
  func range(of node: Node) -> Range<Int> {
    let start = source.offset(of: node.span.start)
    return start..<max(start, contentEnd(of: node))
  }

  /// The end of a node's last character.
  func contentEnd(of node: Node) -> Int {
    let end = source.offset(of: node.span.end)
    switch node.content {
    case .scalar(_, .literal), .scalar(_, .folded):
      let start = source.offset(of: node.span.start)
      let last = bytes[start..<end].lastIndex { !$0.isBlankOrBreak }
      return last.map { $0 + 1 } ?? start
    case .sequence(let items) where !isFlow(node):
      return items.last.map(contentEnd) ?? end
    case .mapping(let pairs) where !isFlow(node):
      return pairs.last.map { contentEnd(of: $0.value) } ?? end
    default: return end
    }
  }

  /// Whether a collection is written in brackets or braces.
  func isFlow(_ node: Node) -> Bool {
    guard node.text == nil else { return false }
    let offset = source.offset(of: node.span.start)
    guard offset < bytes.count else { return false }
    return bytes[offset] == UInt8(ascii: "[") || bytes[offset] == UInt8(ascii: "{")
  }

  /// Whether a collection's items or pairs are on lines of their own.
  func isBlock(_ node: Node) -> Bool { node.text == nil && !isFlow(node) }

  /// The offset after the colon of a pair; nil for a key that is written with `?`.
  func colonEnd(of pair: Pair) -> Int? {
    let rest = bytes[source.offset(of: pair.keySpan.end)...]
    guard let colon = rest.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }),
      bytes[colon] == UInt8(ascii: ":")
    else { return nil }
    return colon + 1
  }

  /// Whether a key is the first thing on its line.
  func beginsLine(_ pair: Pair) -> Bool {
    let start = source.offset(of: pair.keySpan.start)
    return source.isBlank(source.lineStart(start)..<start)
  }

  /// The number of columns before a key.
  func indent(of pair: Pair) -> Int { pair.keySpan.start.column - 1 }

  /// Whole lines, from the one that contains the first offset to the one that contains the second.
  func lines(from start: Int, through end: Int) -> Range<Int> {
    source.lineStart(start)..<source.nextLine(end)
  }
}

extension UInt8 {
  var isBlankOrBreak: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension Node {
  /// The pairs of a mapping; empty for any other node.
  package var pairs: [Pair] {
    if case .mapping(let pairs) = content { pairs } else { [] }
  }

  /// The items of a sequence; empty for any other node.
  package var items: [Node] {
    if case .sequence(let items) = content { items } else { [] }
  }

  /// The pair with a key.
  package func pair(_ key: String) -> Pair? { pairs.first { $0.key == key } }
}
