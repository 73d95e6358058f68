/// The node read last. When libyaml stops just after it, it is often the cause.
struct ReadNode {
  enum Form: Equatable {
    case plain
    case quoted
    case block
    case alias
    /// In brackets or braces; the value is the opening one.
    case flow(Character)
  }

  var form: Form
  var span: Span
  /// Whether text after ` #` was cut off.
  var isCut = false
}

extension ScalarStyle {
  var form: ReadNode.Form {
    switch self {
    case .plain: .plain
    case .singleQuoted, .doubleQuoted: .quoted
    case .literal, .folded: .block
    }
  }
}
