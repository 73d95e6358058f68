internal import YAML

/// A record that is not there yet.
package struct NewRecord: Sendable {
  package let kind: Kind
  private var values: [NewValue.Pair] = []

  package init(kind: Kind) { self.kind = kind }

  /// Sets a field, or adds to a list or a mapping.
  package mutating func apply(_ assignment: FieldAssignment) throws(EditRefusal) {
    let type = try kind.type(for: assignment)
    guard assignment.operation != .take, !assignment.value.isEmpty else { return }
    let given: NewValue
    if let key = assignment.key {
      given = .mapping([NewValue.Pair(key, .text(assignment.value.collapsed))])
    } else {
      given = try NewValue(assignment.value, for: type)
    }
    guard let index = values.firstIndex(where: { $0.key == assignment.field }) else {
      values.append(NewValue.Pair(assignment.field, given))
      return
    }
    switch (values[index].value, given) {
    case (.list(let items), .list(let more)) where assignment.operation == .add:
      values[index].value = .list(items + more)
    case (.mapping(let pairs), .mapping(let more)) where assignment.key != nil:
      values[index].value = .mapping(pairs + more)
    default: values[index].value = given
    }
  }

  /// The fields that the kind requires and that are not given.
  package var missing: [Field] {
    kind.fields.filter { field in field.isRequired && !values.contains { $0.key == field.name } }
  }

  /// The record's text: its fields in the kind's order.
  package var lines: [String] {
    let ordered = values.enumerated().sorted {
      (kind.index(ofField: $0.element.key), $0.offset)
        < (kind.index(ofField: $1.element.key), $1.offset)
    }
    return ordered.flatMap { BlockWriter.lines($0.element) }
  }

  /// The entry as it would be read.
  package func entry(id: String) -> Entry {
    Entry(
      key: EntryKey(kind: kind.name, id: id),
      fields: Fields(values.map { ($0.key, $0.value.plain) }))
  }

  /// An id from the first five words of the name, in ASCII, that is not taken: `-2`, `-3` are added.
  package func id(taken: (String) -> Bool) -> String {
    let title = kind.title(of: entry(id: ""))
    let words = title.asciiFolded.foldedWords.prefix(5).map { $0.filter(\.isASCII) }
      .filter { !$0.isEmpty }
    let stem =
      words.isEmpty
      ? kind.singular.asciiFolded.foldedWords.joined(separator: "-") : words.joined(separator: "-")
    guard taken(stem) else { return stem }
    return (2...).lazy.map { "\(stem)-\($0)" }.first { !taken($0) } ?? stem
  }
}
