internal import Clibyaml

/// libyaml's parser: returns one event at a time, and frees it before the next.
struct EventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>

  /// - Parameter bytes: valid UTF-8 without a byte order mark; must outlive the reader.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    precondition(yaml_parser_initialize(parser) == 1, "out of memory")
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// Reads the next event and frees the previous one.
  mutating func advance() throws(SyntaxProblem) {
    yaml_event_delete(event)
    guard yaml_parser_parse(parser, event) == 1 else { throw SyntaxProblem(parser.pointee) }
  }

  var type: yaml_event_type_t { event.pointee.type }
  var isStreamEnd: Bool { type == YAML_STREAM_END_EVENT }
  var start: Position { Position(event.pointee.start_mark) }
  var end: Position { Position(event.pointee.end_mark) }

  /// The text of a scalar event; valid until the next event.
  var scalarBytes: UnsafeBufferPointer<UInt8> {
    let scalar = event.pointee.data.scalar
    return UnsafeBufferPointer(start: scalar.value, count: scalar.length)
  }

  var scalarStyle: ScalarStyle {
    switch event.pointee.data.scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  /// Whether a collection is written in brackets or braces.
  var isFlow: Bool {
    switch type {
    case YAML_SEQUENCE_START_EVENT:
      event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    case YAML_MAPPING_START_EVENT:
      event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
    default: false
    }
  }

  /// Whether a node has an anchor or a tag.
  var hasProperties: Bool { anchorBytes != nil || hasTag }

  /// The anchor of a node, or the one that an alias refers to, without `&` or `*`.
  var anchor: String? { anchorBytes.map { String(cString: $0) } }

  private var anchorBytes: UnsafeMutablePointer<yaml_char_t>? {
    switch type {
    case YAML_ALIAS_EVENT: event.pointee.data.alias.anchor
    case YAML_SCALAR_EVENT: event.pointee.data.scalar.anchor
    case YAML_SEQUENCE_START_EVENT: event.pointee.data.sequence_start.anchor
    case YAML_MAPPING_START_EVENT: event.pointee.data.mapping_start.anchor
    default: nil
    }
  }

  var hasTag: Bool {
    switch type {
    case YAML_SCALAR_EVENT: event.pointee.data.scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT: event.pointee.data.sequence_start.tag != nil
    case YAML_MAPPING_START_EVENT: event.pointee.data.mapping_start.tag != nil
    default: false
    }
  }

  /// Whether the document that starts here has `%` directives.
  var hasDirectives: Bool {
    let document = event.pointee.data.document_start
    return document.version_directive != nil
      || document.tag_directives.start != document.tag_directives.end
  }
}

extension Position {
  init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
