/// How the entries of a kind stand in the document: which field goes where.
///
/// A field that no place names stands by its type: texts as bullets or labelled facts, addresses as links, and so on. So
/// every field is shown, and a kind of the user's own needs no layout.
package struct Layout: Hashable, Sendable {
  package var shape: Shape
  package var title: [Part]
  package var beside: [Part] = []
  package var corner: [Part] = []
  /// The field whose people stand under the title; with a label, where they did not make the entry.
  package var people: String?
  package var byline: [Part] = []
  package var venue: [Part] = []
  /// What stands in brackets behind the status and the note.
  package var remarks: [Part] = []
  /// Facts that are set in italics.
  package var emphasized: Set<String> = []
  /// Labels of facts that are not the field's name.
  package var labels: [String: String] = [:]

  /// The two ways an entry is set.
  package enum Shape: String, Hashable, Sendable {
    /// Under a heading of its own: lines, then bullets.
    case block
    /// On one line behind its date.
    case row
  }

  /// A field's place in a line.
  package struct Part: Hashable, Sendable {
    package var field: String
    /// What parts it from what stands before.
    package var joiner = ", "
    package var open = ""
    package var close = ""
    /// What parts the items of a list.
    package var separator = ", "
    package var style = Style.plain
    /// Values that a reader sees anyway, and that are not printed.
    package var omitted: Set<String> = []
  }

  package enum Style: Hashable, Sendable {
    case plain
    case strong
    case emphasis
    /// Numbers by year: `for 6 + 3 papers`.
    case tally
    /// With the field's label before it: `GPA: 4.9 / 5.0`, the value strong.
    case labelled
    /// A choice as a word by itself: `Preprint`.
    case capitalized
  }
}

extension Layout.Part: ExpressibleByStringLiteral {
  package init(stringLiteral field: String) { self.init(field: field) }

  static func part(
    _ field: String, joiner: String = ", ", open: String = "", close: String = "",
    separator: String = ", ", style: Layout.Style = .plain, omitted: Set<String> = []
  ) -> Layout.Part {
    Layout.Part(
      field: field, joiner: joiner, open: open, close: close, separator: separator, style: style,
      omitted: omitted)
  }
}

extension Layout {
  /// The layout of a kind: its own, or one that its fields give.
  package static func of(_ kind: Kind) -> Layout { builtIn[kind.name] ?? Layout(derivedFrom: kind) }

  /// For a kind of the user's own: a block where it has people or bullets, else a row.
  private init(derivedFrom kind: Kind) {
    let isLong = kind.fields.contains { field in
      field.type == .paragraphs && field.name != "note" || field.name == "highlights"
    }
    let names = kind.nameFields.isEmpty ? [] : kind.nameFields
    self.init(
      shape: isLong || kind.peopleField != nil ? .block : .row,
      title: names.prefix(1).map { Part(field: $0) },
      beside: names.dropFirst().map { Part(field: $0) }, corner: ["location"],
      people: kind.peopleField)
  }
}
