/// How a scalar is written. The style never changes its value.
package enum ScalarStyle: Sendable {
  case plain
  case singleQuoted
  case doubleQuoted
  case literal
  case folded
}

/// A YAML value with its span. Scalars are text; the schema gives them a type.
package struct Node: Sendable {
  package enum Content: Sendable {
    case scalar(String, ScalarStyle)
    case sequence([Node])
    case mapping([Pair])
  }

  package var content: Content

  /// From the first character to just after the last.
  ///
  /// An empty value (`status:`) has an empty span after the colon or dash. A block collection ends
  /// where its last value does; a literal or folded scalar ends at the start of the next line.
  package var span: Span

  package init(_ content: Content, at span: Span) {
    self.content = content
    self.span = span
  }

  /// The text of a scalar, `nil` for a collection.
  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }
}

/// A key of a mapping and its value. If a key is duplicated, the mapping keeps the first pair.
package struct Pair: Sendable {
  package var key: String
  package var keySpan: Span
  package var value: Node

  package init(key: String, keySpan: Span, value: Node) {
    self.key = key
    self.keySpan = keySpan
    self.value = value
  }
}
