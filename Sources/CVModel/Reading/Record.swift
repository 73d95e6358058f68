package import YAML

/// A record that could be read: its entry, and the nodes that say where each part stands.
package struct Record: Sendable {
  package let path: String
  package let entry: Entry
  package let root: Node
  /// The pairs of the root.
  package let pairs: [Pair]
  /// For each pair where its field stands in the kind's; nil for a key that is none, or the user's own.
  let fieldIndices: [Int?]
  /// For each pair its value as written; nil for an empty one.
  let values: [Plain?]
  /// What the text holds that YAML, or this format, does not take.
  package let faults: [Fault]
  /// The file's bytes, for the lines that findings quote.
  package let bytes: [UInt8]
  /// The source in another format that the entry was read from; `nil` for a record.
  var origin: SourceOrigin?

  /// True if the entry was read from a source in another format.
  package var isForeign: Bool { origin != nil }

  /// The pair of a field, nil where the record has none.
  func pair(_ field: String) -> Pair? { pairs.first { $0.key == field } }

  /// Where a field's value stands; the record's first key where it has none.
  package func span(of field: String) -> Span { pair(field)?.value.span ?? firstKeySpan }

  /// Where a field's key stands; the record's first key where it has none.
  package func keySpan(of field: String) -> Span { pair(field)?.keySpan ?? firstKeySpan }

  /// Where a missing field is reported.
  package var firstKeySpan: Span { pairs.first?.keySpan ?? root.span }

  /// Where a part of a field's value stands.
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

/// A file that no mapping can be read from.
package struct Unreadable: Hashable, Sendable {
  package let path: String
  /// The key that its path gives it.
  package let key: EntryKey
  /// What is wrong, and where.
  package let finding: Finding
}
