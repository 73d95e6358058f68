/// A value as written in a record, without a type: the basis of equality, the diff and its JSON.
///
/// White space, quoting and key order of the YAML are dropped; the words are kept as written. A
/// field's type reads its meaning (`FieldType.meaning(of:)`).
package enum Plain: Hashable, Sendable {
  case scalar(String)
  case list([Plain])
  case map([String: Plain])

  /// The text of a scalar; nil for anything else.
  package var text: String? {
    if case .scalar(let text) = self { text } else { nil }
  }

  /// The items of a list; a scalar counts as a list of one.
  package var items: [Plain] {
    switch self {
    case .scalar: [self]
    case .list(let items): items
    case .map: []
    }
  }

  /// The value of a key; nil if this is not a mapping.
  package subscript(key: String) -> Plain? {
    if case .map(let pairs) = self { pairs[key] } else { nil }
  }

  /// The name of this shape in findings.
  var shape: String {
    switch self {
    case .scalar: "a text"
    case .list: "a list"
    case .map: "a mapping"
    }
  }
}

extension Plain: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .scalar(text)
    } else if let items = try? container.decode([Plain].self) {
      self = .list(items)
    } else {
      self = .map(try container.decode([String: Plain].self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .scalar(let text): try container.encode(text)
    case .list(let items): try container.encode(items)
    case .map(let pairs): try container.encode(pairs)
    }
  }
}

extension Plain: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self = .scalar(text) }
  package init(arrayLiteral items: Plain...) { self = .list(items) }
  package init(dictionaryLiteral pairs: (String, Plain)...) {
    self = .map(Dictionary(pairs) { first, _ in first })
  }
}
