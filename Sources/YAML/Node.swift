/// How a scalar is written; it never changes what the text means, only how it is read.
package enum ScalarStyle: Sendable {
  case plain
  case singleQuoted
  case doubleQuoted
  case literal
  case folded
}

/// A value of a YAML text, with its place. Scalars are text: the schema gives them a type.
package struct Node: Sendable {
  package enum Content: Sendable {
    case scalar(String, ScalarStyle)
    case sequence([Node])
    case mapping([Pair])
  }

  package var content: Content

  /// From the first to behind the last character.
  ///
  /// An empty value (`status:`) is the empty span behind the colon or dash. A block collection ends
  /// where its last value does, a literal or folded scalar at the start of the line behind it.
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

/// A key of a mapping and its value. Keys of one mapping differ: of duplicates the first is kept.
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
