import YAML

extension FuzzTarget {
  /// Any bytes as YAML: at most one fatal fault, and each fault has a message and a position inside
  /// the text.
  static let yaml = FuzzTarget("yaml") { bytes in
    let document = Document(reading: bytes)
    let source = SourceText(bytes)
    let fatal = document.faults.filter(\.isFatal)
    try demand(
      fatal.isEmpty || fatal.count == 1 && document.root == nil, "\(fatal.count) fatal faults")
    try demand(document.faults.count <= Document.maximumFaults + 1, "too many faults")
    for fault in document.faults {
      try demandInside(fault.span, source, fault.message)
      try demand(!fault.message.isEmpty && fault.message.first?.isUppercase == false, "no words")
      try demandSafe(fault.message, "a message")
    }
    if let root = document.root { try demandOrder(root, source, depth: 0) }
  }

  /// A position is in one of the text's lines, at most one column after its last character.
  static func demandInside(_ span: Span, _ source: SourceText, _ what: String) throws {
    let isInside =
      span.start.line >= 1 && span.end.line <= max(1, source.lineCount) && span.start.column >= 1
      && span.start <= span.end
      && span.start.column <= (source.line(span.start.line)?.unicodeScalars.count ?? 0) + 1
    try demand(isInside, "\(what) stands at \(span), outside of the text")
  }

  /// The content of a collection begins inside it, and keys are unique.
  private static func demandOrder(_ node: Node, _ source: SourceText, depth: Int) throws {
    try demand(depth <= Document.maximumDepth, "deeper than \(Document.maximumDepth)")
    try demand(node.span.start <= node.span.end, "a node ends before it begins: \(node.span)")
    switch node.content {
    case .scalar: break
    case .sequence(let items):
      for item in items { try demandOrder(item, source, depth: depth + 1) }
    case .mapping(let pairs):
      try demand(Set(pairs.map(\.key)).count == pairs.count, "a key is there twice")
      for pair in pairs { try demandOrder(pair.value, source, depth: depth + 1) }
    }
  }
}
