internal import Clibyaml

/// Builds nodes from libyaml's events, counting depth and nodes as they arrive.
struct Composer: ~Copyable {
  var events: EventReader
  var faults: [Fault] = []
  let bytes: [UInt8]
  let scan: TextScan
  let limits: Document.Limits
  /// Created for the first fault that shows a line.
  lazy var source = SourceText(bytes)

  /// The number of cuts of the scan that come before the current position.
  var passedCuts = 0
  var last: ReadNode?
  /// Where each open bracket or brace begins.
  var openings: [Position] = []
  private var depth = 0
  private var nodeCount = 0
  /// The node of each anchor, with its number of nodes.
  private var anchored: [String: (node: Node, count: Int)] = [:]

  /// - Parameters:
  ///   - buffer: the text without a byte order mark; must outlive the composer.
  ///   - bytes: the whole file.
  init(
    _ buffer: UnsafeBufferPointer<UInt8>, of bytes: [UInt8], _ scan: TextScan,
    _ limits: Document.Limits
  ) {
    events = EventReader(buffer)
    self.bytes = bytes
    self.scan = scan
    self.limits = limits
  }

  /// The root of the only document; `nil` if the text is empty.
  mutating func document() throws(Fault) -> Node? {
    try advance()
    try advance()
    guard !events.isStreamEnd else { return nil }
    if events.hasDirectives { report(.directive, at: Span(at: events.start)) }
    try advance()
    let root = try node()
    try advance()
    try advance()
    guard events.isStreamEnd else {
      throw Fault(.severalDocuments, at: Span(at: events.start, length: 3), isFatal: true)
    }
    reportTabs(outside: root)
    return root
  }

  private mutating func advance() throws(Fault) {
    do throws(SyntaxProblem) {
      try events.advance()
    } catch {
      throw fatalFault(for: error)
    }
  }

  mutating func report(_ kind: Fault.Kind, at span: Span) {
    guard faults.count < Document.maximumFaults else { return }
    faults.append(Fault(kind, at: span, isFatal: false))
  }

  /// The node whose first event is the current one; its last event is current afterwards.
  private mutating func node(as part: Fault.Part = .value) throws(Fault) -> Node {
    try count(1)
    if events.type == YAML_ALIAS_EVENT { return try alias(as: part) }
    if events.hasProperties { reportProperties(of: part) }
    let anchor = limits.allowsAliases ? events.anchor : nil
    let countBefore = nodeCount
    let node = events.type == YAML_SCALAR_EVENT ? scalar() : try collection()
    if let anchor { anchored[anchor] = (node, nodeCount - countBefore + 1) }
    return node
  }

  private mutating func count(_ nodes: Int) throws(Fault) {
    nodeCount += nodes
    guard nodeCount <= limits.nodes else {
      throw limitFault(.tooManyNodes(limit: limits.nodes))
    }
  }

  private func limitFault(_ kind: Fault.Kind) -> Fault {
    Fault(kind, at: Span(at: events.start), isFatal: true)
  }

  private mutating func scalar() -> Node {
    let text = String(decoding: events.scalarBytes, as: UTF8.self)
    let style = events.scalarStyle
    let span = Span(start: events.start, end: events.end)
    last = ReadNode(form: style.form, span: span)
    switch style {
    case .plain: checkPlain(span)
    case .doubleQuoted: checkEscapes(in: text, at: span)
    case .literal, .folded: checkHeader(of: text, at: span)
    case .singleQuoted: break
    }
    return Node(.scalar(text, style), at: span)
  }

  private mutating func alias(as part: Fault.Part) throws(Fault) -> Node {
    let span = Span(start: events.start, end: events.end)
    let name = "*\(events.anchor ?? "")"
    last = ReadNode(form: .alias, span: span)
    if let target = anchored[events.anchor ?? ""] {
      try count(target.count - 1)
      return Node(target.node.content, at: span)
    }
    report(.alias(name, corrected: quotedLine(at: span.start, as: part)), at: span)
    return Node(.scalar(name, .plain), at: span)
  }

  private mutating func collection() throws(Fault) -> Node {
    guard depth < Document.maximumDepth else {
      throw limitFault(.tooDeep(limit: Document.maximumDepth))
    }
    let start = events.start
    let isFlow = events.isFlow
    let isSequence = events.type == YAML_SEQUENCE_START_EVENT
    depth += 1
    if isFlow { openings.append(start) }
    var end = start
    let content: Node.Content =
      isSequence ? .sequence(try items(&end)) : .mapping(try pairs(&end))
    depth -= 1
    if isFlow { openings.removeLast() }
    // A pair in a list, as in `[a: b]`, is a mapping without braces: its end event is empty.
    guard isFlow, events.start < events.end else {
      return Node(content, at: Span(start: start, end: end))
    }
    let span = Span(start: start, end: events.end)
    last = ReadNode(form: .flow(isSequence ? "[" : "{"), span: span)
    return Node(content, at: span)
  }

  private mutating func items(_ end: inout Position) throws(Fault) -> [Node] {
    var items: [Node] = []
    while true {
      try advance()
      if events.type == YAML_SEQUENCE_END_EVENT { return items }
      let item = try node()
      end = item.span.end
      items.append(item)
    }
  }

  private mutating func pairs(_ end: inout Position) throws(Fault) -> [Pair] {
    var pairs = UniquePairs()
    var merged: [Node] = []
    while true {
      try advance()
      if events.type == YAML_MAPPING_END_EVENT {
        for node in merged { node.mergedPairs.forEach { _ = pairs.append($0) } }
        return pairs.all
      }
      let key = try node(as: .key)
      try advance()
      let value = try node()
      end = value.span.end
      guard let text = key.text else {
        report(.keyNotText(corrected: quotedKeyLine(at: key.span)), at: key.span)
        continue
      }
      if text == "<<", limits.allowsAliases, value.text == nil {
        merged.append(value)
        continue
      }
      if let first = pairs.append(Pair(key: text, keySpan: key.span, value: value)) {
        report(.duplicateKey(text, firstLine: first.keySpan.start.line), at: key.span)
        if limits.repeatableKeys.contains(text) {
          pairs.appendRepeated(Pair(key: text, keySpan: key.span, value: value))
        }
      }
    }
  }
}

extension Node {
  /// The pairs that a merge key adds: those of a mapping, or of each mapping in a list.
  fileprivate var mergedPairs: [Pair] {
    switch content {
    case .mapping(let pairs): pairs
    case .sequence(let items): items.flatMap(\.mergedPairs)
    case .scalar: []
    }
  }
}
