internal import Clibyaml

/// Builds nodes from libyaml's events, counting depth and nodes as they arrive.
struct Composer: ~Copyable {
  private var events: EventReader
  private(set) var faults: [Fault] = []
  private var depth = 0
  private var nodeCount = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    events = EventReader(bytes)
  }

  /// The root of the only document, `nil` if there is none.
  mutating func document() throws(Fault) -> Node? {
    try advance()
    try advance()
    guard events.type == YAML_DOCUMENT_START_EVENT else { return nil }
    if events.hasDirectives {
      report(.directive, at: Span(at: events.start))
    }
    try advance()
    let root = try node()
    try advance()
    try advance()
    guard events.type == YAML_STREAM_END_EVENT else {
      throw Fault(.severalDocuments, at: Span(at: events.start), isFatal: true)
    }
    return root
  }

  private mutating func advance() throws(Fault) {
    do throws(SyntaxProblem) {
      try events.advance()
    } catch {
      throw Fault(.unexpected(error.problem), at: Span(at: error.position), isFatal: true)
    }
  }

  private mutating func report(_ kind: Fault.Kind, at span: Span) {
    guard faults.count < Document.maximumFaults else { return }
    faults.append(Fault(kind, at: span, isFatal: false))
  }

  /// The node whose first event is the current one; its last event is current afterwards.
  private mutating func node() throws(Fault) -> Node {
    nodeCount += 1
    guard nodeCount <= Document.maximumNodes else {
      throw Fault(
        .tooManyNodes(limit: Document.maximumNodes), at: Span(at: events.start), isFatal: true)
    }
    switch events.type {
    case YAML_SEQUENCE_START_EVENT: return try nested { this throws(Fault) in try this.sequence() }
    case YAML_MAPPING_START_EVENT: return try nested { this throws(Fault) in try this.mapping() }
    case YAML_ALIAS_EVENT: return alias()
    default: return scalar()
    }
  }

  private mutating func nested(
    _ body: (inout Composer) throws(Fault) -> Node
  ) throws(Fault) -> Node {
    guard depth < Document.maximumDepth else {
      throw Fault(.tooDeep(limit: Document.maximumDepth), at: Span(at: events.start), isFatal: true)
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  private mutating func scalar() -> Node {
    let text = String(decoding: events.scalarBytes, as: UTF8.self)
    return Node(
      .scalar(text, events.scalarStyle), at: Span(start: events.start, end: events.end))
  }

  private mutating func alias() -> Node {
    let span = Span(start: events.start, end: events.end)
    let name = "*\(events.anchor ?? "")"
    report(.alias(name, corrected: nil), at: span)
    return Node(.scalar(name, .plain), at: span)
  }

  private mutating func sequence() throws(Fault) -> Node {
    let start = events.start
    let isFlow = events.isFlow
    var items: [Node] = []
    while true {
      try advance()
      if events.type == YAML_SEQUENCE_END_EVENT { break }
      items.append(try node())
    }
    let end = isFlow ? events.end : items.last?.span.end ?? start
    return Node(.sequence(items), at: Span(start: start, end: end))
  }

  private mutating func mapping() throws(Fault) -> Node {
    let start = events.start
    let isFlow = events.isFlow
    var pairs: [Pair] = []
    while true {
      try advance()
      if events.type == YAML_MAPPING_END_EVENT { break }
      let key = try node()
      try advance()
      let value = try node()
      guard let text = key.text else {
        report(.keyNotText(corrected: nil), at: key.span)
        continue
      }
      if let first = pairs.first(where: { $0.key == text }) {
        report(.duplicateKey(text, firstLine: first.keySpan.start.line), at: key.span)
        continue
      }
      pairs.append(Pair(key: text, keySpan: key.span, value: value))
    }
    let end = isFlow ? events.end : pairs.last?.value.span.end ?? start
    return Node(.mapping(pairs), at: Span(start: start, end: end))
  }
}
