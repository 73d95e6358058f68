package import YAML

/// A readable record: its entry, and the nodes with the location of each part.
package struct Record: Sendable {
  package let path: String
  package let entry: Entry
  package let root: Node
  /// The pairs of the root.
  package let pairs: [Pair]
  /// For each pair, the index of its field in the kind; nil for an unknown or custom key.
  let fieldIndices: [Int?]
  /// For each pair, its value as written; nil if empty.
  let values: [Plain?]
  /// The parts of the text that YAML, or this format, does not allow.
  package let faults: [Fault]
  /// The file's bytes, for quoting lines in findings.
  package let bytes: [UInt8]
  /// The source of the entry; `nil` for a record.
  var origin: SourceOrigin?

  /// Whether the entry was read from a source.
  package var isForeign: Bool { origin != nil }

  /// The pair of a field; nil if the record does not have it.
  func pair(_ field: String) -> Pair? { pairs.first { $0.key == field } }

  /// The location of a field's value; of a missing field, the record's first key.
  package func span(of field: String) -> Span { pair(field)?.value.span ?? firstKeySpan }

  /// The location of a field's key; of a missing field, the record's first key.
  package func keySpan(of field: String) -> Span { pair(field)?.keySpan ?? firstKeySpan }

  /// Where a missing field is reported.
  package var firstKeySpan: Span { pairs.first?.keySpan ?? root.span }

  /// The location of a part of a field's value.
  func span(of field: String, at path: [Misread.Step]) -> Span {
    guard let pair = pair(field) else { return firstKeySpan }
    var node = pair.value
    for step in path {
      switch (step, node.content) {
      case (.item(let index), .sequence(let items)) where items.indices.contains(index):
        node = items[index]
      case (.value(let key), .mapping(let pairs)):
        guard let next = pairs.first(where: { $0.key == key }) else { return node.span }
        node = next.value
      case (.key(let key), .mapping(let pairs)):
        return pairs.first { $0.key == key }?.keySpan ?? node.span
      default: return node.span
      }
    }
    return node.span
  }
}

/// A file that does not contain a mapping.
package struct Unreadable: Hashable, Sendable {
  package let path: String
  /// The key that its path implies.
  package let key: EntryKey
  /// What is wrong, and where.
  package let finding: Finding
}
