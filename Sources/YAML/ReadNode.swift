/// What was read last: when libyaml stops behind it, it is often the culprit.
struct ReadNode {
  enum Form: Equatable {
    case plain
    case quoted
    case block
    case alias
    /// In brackets or braces; the opening one.
    case flow(Character)
  }

  var form: Form
  var span: Span
  /// Whether text behind ` #` was cut off.
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
