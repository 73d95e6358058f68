internal import Text
package import YAML

extension NewValue {
  /// The value of a command line text for a field's type.
  ///
  /// A list or mapping may be given in YAML, with brackets or braces; for a list, any other text is
  /// its only item.
  package init(_ text: String, for type: FieldType) throws(EditRefusal) {
    // Several addresses are a list; one is a text.
    if type.isScalar, type != .emails || text.first != "[" {
      let plain =
        switch type {
        case .paragraphs: text.collapsedParagraphs
        case .lines: text.collapsedLines
        default: text.collapsed
        }
      self = .text(type.normalized(plain))
      return
    }
    let opening = text.first == "[" && text.last == "]" || text.first == "{" && text.last == "}"
    if opening, let root = EditableText(Array("value: \(text)\n".utf8))?.root,
      let value = root.pair("value")?.value, value.text == nil, type.takes(value)
    {
      self = NewValue(value)
    } else if opening, type == .people, let person = Self.person(text) {
      self = .list([person])
    } else if type.isList || type == .any {
      self = .text(text.collapsed)
      if type.isList { self = .list([self]) }
    } else {
      throw EditRefusal(
        "expected \(type.phrase), found the text \(quoted(text))", hint: type.keyHint)
    }
  }

  /// One person with more than a name: `{name: Ada Lovelace, role: editor}`.
  private static func person(_ text: String) -> NewValue? {
    guard let value = EditableText(Array("value: \(text)\n".utf8))?.root.pair("value")?.value,
      case .mapping = value.content
    else { return nil }
    return NewValue(value)
  }

  /// A value as read.
  package init(_ node: Node) {
    switch node.content {
    case .scalar(let text, _): self = .text(text)
    case .sequence(let items): self = .list(items.map(NewValue.init))
    case .mapping(let pairs): self = .mapping(pairs.map { Pair($0.key, NewValue($0.value)) })
    }
  }

  /// The value without its location.
  package var plain: Plain {
    switch self {
    case .text(let text): .scalar(text)
    case .list(let items): .list(items.map(\.plain))
    case .mapping(let pairs):
      .map(Dictionary(pairs.map { ($0.key, $0.value.plain) }) { first, _ in first })
    }
  }
}

extension FieldType {
  /// Whether a list or mapping has the shape of this type.
  fileprivate func takes(_ node: Node) -> Bool {
    switch node.content {
    case .scalar: false
    case .sequence: isList || self == .emails || self == .sections || self == .any
    case .mapping: takesKeys || self == .definitions
    }
  }

  /// Whether the type's values are written by key.
  package var takesKeys: Bool {
    switch self {
    case .counts, .links, .named, .metrics, .settings, .any: true
    default: false
    }
  }

  /// How to set one key of such a type.
  fileprivate var keyHint: String? {
    switch self {
    case .counts: "set one of them, such as \"counts.2025=3\""
    case .links: "set one of them, such as \"links.Code=https://example.org\""
    case .metrics: "set one of them, such as \"metrics.citations=550+\""
    case .named: "set one of them, such as \"accounts.github=name\""
    default: nil
    }
  }

  /// The preferred form of a text: a status by its label, an identifier without its URL.
  package func normalized(_ text: String) -> String {
    switch self {
    case .status(let lifecycle): lifecycle.written(text) ?? text
    case .identifier(let scheme):
      meaning(of: .scalar(text)) == nil ? text : scheme.bare(text)
    default: text
    }
  }
}

extension Lifecycle {
  /// A status for readers: its label, or the alias that was written; a keyword of biblatex
  /// (`inpress`) is its label.
  package func shown(_ text: String) -> String {
    guard let step = step(named: text) else { return text }
    let name = written(text) ?? step.label
    return name == name.lowercased() ? step.label : name
  }

  /// The label or alias of which a text is another spelling.
  fileprivate func written(_ text: String) -> String? {
    let wanted = Self.folded(text)
    return allSteps.lazy.flatMap { [$0.label] + $0.aliases }.first { Self.folded($0) == wanted }
  }
}
