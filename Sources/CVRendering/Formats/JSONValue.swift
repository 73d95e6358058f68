internal import CVModel

/// A JSON value whose pairs keep their order.
indirect enum JSONValue {
  case text(String)
  case list([JSONValue])
  case object([(String, JSONValue?)])

  /// A text, nil for an empty one: JSON Resume leaves out what is not there.
  init?(_ text: String?) {
    guard let text, !text.isEmpty else { return nil }
    self = .text(text)
  }

  init?(_ texts: [String]) {
    if texts.isEmpty { return nil }
    self = .list(texts.map(JSONValue.text))
  }

  /// Indented by two spaces.
  func written(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .text(let text): return Self.quote(text)
    case .list(let items):
      if items.isEmpty { return "[]" }
      let lines = items.map { inner + $0.written(indent: inner) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
    case .object(let pairs):
      let lines = pairs.compactMap { key, value in
        value.map { "\(inner)\(Self.quote(key)): \($0.written(indent: inner))" }
      }
      return lines.isEmpty ? "{}" : "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    }
  }

  /// Source: RFC 8259, 7.
  private static func quote(_ text: String) -> String {
    let inner = text.escaping { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\n": "\\n"
      case _ where scalar.value < 0x20: scalar.jsonEscape
      default: nil
      }
    }
    return "\"\(inner)\""
  }
}
