/// The layout of a kind's entries in the document: which field goes where.
///
/// A field that the layout does not place is printed by its type: texts as bullets or labelled
/// facts, URLs as links, and so on. So every field is shown, and a custom kind needs no layout.
package struct Layout: Hashable, Sendable {
  package var shape: Shape
  package var title: [Part]
  /// The field whose paragraphs are the entry, which then has no title: a statement.
  package var prose: String?
  package var beside: [Part] = []
  package var corner: [Part] = []
  /// The field with the people to print below the title; with a label if they did not make the
  /// entry.
  package var people: String?
  /// What is printed behind people who are named in place of those, by their field: `(ed.)`,
  /// `(eds.)`.
  package var peopleMarks: [String: PeopleMark] = [:]
  package var byline: [Part] = []
  package var venue: [Part] = []
  /// The text in parentheses after the status and the note.
  package var remarks: [Part] = []
  /// Facts that are set in italics.
  package var emphasized: Set<String> = []
  /// Labels of facts that differ from the field's name.
  package var labels: [String: String] = [:]

  /// The two layouts of an entry.
  package enum Shape: String, Hashable, Sendable {
    /// Under its own heading: lines, then bullets.
    case block
    /// On one line after its date.
    case row
  }

  /// A field's place in a line.
  package struct Part: Hashable, Sendable {
    package var field: String
    /// Separates it from the text before.
    package var joiner = ", "
    package var open = ""
    package var close = ""
    /// Separates the items of a list.
    package var separator = ", "
    package var style = Style.plain
    /// Values that are obvious to a reader, and not printed.
    package var omitted: Set<String> = []
  }

  /// The word behind one person, and behind several.
  package struct PeopleMark: Hashable, Sendable {
    package var one: String
    package var several: String
  }

  package enum Style: Hashable, Sendable {
    case plain
    case strong
    case emphasis
    /// Numbers by year: `for 6 + 3 papers`.
    case tally
    /// With the field's label before it: `GPA: 4.9 / 5.0`, the value in bold.
    case labelled
    /// Pages or an article number: `pp. 101–120`, `p. 7`.
    case pages
    /// A choice as a single word: `Preprint`.
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
  /// The layout of a kind: a built-in one, or one derived from its fields.
  package static func of(_ kind: Kind) -> Layout { builtIn[kind.name] ?? Layout(derivedFrom: kind) }

  /// The layout of a custom kind: a block if it has people or bullets, otherwise a row.
  private init(derivedFrom kind: Kind) {
    let isLong = kind.fields.contains { field in
      field.type == .paragraphs && field.name != "note" || field.type == .bullets
        || field.name == "highlights"
    }
    let names = kind.nameFields
    let isProse = names.first.map { kind.field(named: $0)?.type == .paragraphs } ?? false
    self.init(
      shape: isLong || kind.peopleField != nil ? .block : .row,
      title: isProse ? [] : names.prefix(1).map { Part(field: $0) },
      prose: isProse ? names[0] : nil,
      beside: names.dropFirst().map { Part(field: $0) }, corner: ["location"],
      people: kind.peopleField)
  }
}
