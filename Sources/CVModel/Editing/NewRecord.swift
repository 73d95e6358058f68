internal import Text
internal import YAML

/// A new record that has not been written yet.
package struct NewRecord: Sendable {
  package let kind: Kind
  private var values: [NewValue.Pair] = []

  package init(kind: Kind) { self.kind = kind }

  /// Sets a field, or adds to a list or mapping.
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

  /// The required fields that are missing.
  package var missing: [Field] {
    kind.fields.filter { $0.isMissing(among: fieldNames) }
  }

  /// The record's text, with its fields in the kind's order.
  package var lines: [String] {
    let ordered = values.enumerated().sorted {
      (kind.index(ofField: $0.element.key), $0.offset)
        < (kind.index(ofField: $1.element.key), $1.offset)
    }
    return ordered.flatMap { BlockWriter.lines($0.element) }
  }

  /// The fields that are set.
  package var fieldNames: [String] { values.map(\.key) }
}

extension Kind {
  /// An ID from the first five words of an entry's name, in ASCII; `-2`, `-3` … is added if it is
  /// taken.
  package func newID(for entry: Entry, taken: (String) -> Bool) -> String {
    let unnamed = Entry(key: EntryKey(kind: name, id: ""), fields: entry.fields)
    let words = title(of: unnamed).asciiFolded.foldedWords
      .map { $0.filter { $0.isASCII && ($0.isLetter || $0.isNumber) } }.filter { !$0.isEmpty }
    let fallback = singular.asciiFolded.foldedWords
    let stem = Self.stem(words.isEmpty ? fallback : Array(words.prefix(5)))
    var id = stem
    var number = 1
    while taken(id) {
      number += 1
      id = "\(stem)-\(number)"
    }
    return id
  }

  /// The maximum length of a generated ID: a file name has at most 255 bytes.
  private static let longestID = 100

  /// Words joined by hyphens, truncated after a word if too long.
  private static func stem(_ words: [String]) -> String {
    var stem = ""
    for word in words {
      let longer = stem.isEmpty ? String(word.prefix(longestID)) : "\(stem)-\(word)"
      if longer.utf8.count > longestID { break }
      stem = longer
    }
    return stem
  }

  /// The kind's own fields, without the common ones.
  package var ownFields: [Field] {
    fields.filter { !Self.commonFields.contains($0) }
  }
}
