internal import CVModel
internal import Text

/// JSON whose objects keep the order of their keys, for people to read.
package indirect enum JSONText: Hashable, Sendable {
  case string(String)
  case number(Int)
  case bool(Bool)
  case array([JSONText])
  case object([Member])

  package struct Member: Hashable, Sendable {
    let key: String
    let value: JSONText
  }

  /// Indented by two spaces; short arrays and objects of scalars are on one line.
  package func text(indent: Int = 0) -> String {
    switch self {
    case .string(let text): Self.quoted(text)
    case .number(let number): String(number)
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .array(let items):
      Self.collection("[", items.map { $0.text(indent: indent + 2) }, "]", indent)
    case .object(let members):
      Self.collection(
        "{", members.map { "\(Self.quoted($0.key)): \($0.value.text(indent: indent + 2))" }, "}",
        indent)
    }
  }

  private static func collection(
    _ open: String, _ parts: [String], _ close: String, _ indent: Int
  ) -> String {
    let line = open + parts.joined(separator: ", ") + close
    if indent + line.count <= 88, !line.contains("\n"), indent > 0 { return line }
    let margin = String(repeating: " ", count: indent + 2)
    return open + "\n" + parts.map { margin + $0 }.joined(separator: ",\n") + "\n"
      + String(repeating: " ", count: indent) + close
  }

  /// Source: RFC 8259, section 7; control and bidirectional characters as `\uXXXX`.
  private static func quoted(_ text: String) -> String {
    let inner = text.escaping { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case _ where scalar.isUnsafeInTerminal: scalar.jsonEscape
      default: nil
      }
    }
    return "\"\(inner)\""
  }
}

extension JSONText: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
  package init(stringLiteral text: String) { self = .string(text) }
  package init(arrayLiteral items: JSONText...) { self = .array(items) }
  package init(booleanLiteral isTrue: Bool) { self = .bool(isTrue) }
  package init(integerLiteral number: Int) { self = .number(number) }
  package init(dictionaryLiteral members: (String, JSONText)...) {
    self = .object(members.map { Member(key: $0, value: $1) })
  }
}
