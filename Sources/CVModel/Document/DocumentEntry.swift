/// One entry as the document shows it, split into its parts.
package struct DocumentEntry: Hashable, Sendable {
  /// The entry's record, for formats with fields of their own.
  package var record: Entry
  package var shape: Layout.Shape
  package var title: [Inline]
  /// The entry's own URL, to which the title links.
  package var url: String?
  /// The text after the title on its line, with its separator: `, JuliaCon`, ` | Student
  /// Researcher`.
  package var beside: [Inline] = []
  /// The text at the far end of the title's line: a place, or the languages of a program.
  package var corner: [Inline] = []
  /// `Sep. '21 – Present`, `2024`, `'24, '25`; nil without a date.
  package var date: String?
  /// Authors, or with a label, supervisors.
  package var people: DocumentPeople?
  /// The line below the title in place of people: the degrees.
  package var byline: [Inline] = []
  /// Where it was published, with its status.
  package var venue: [Inline] = []
  package var paragraphs: [[Inline]] = []
  package var facts: [DocumentFact] = []
  package var bullets: [DocumentBullet] = []
  package var links: [DocumentLink] = []

  /// The bullets as one list, for formats that have one level.
  package var highlights: [[Inline]] { bullets.flatMap { [$0.text] + $0.nested } }

  package init(record: Entry, shape: Layout.Shape, title: [Inline]) {
    self.record = record
    self.shape = shape
    self.title = title
  }
}

/// A bullet, with the bullets under it.
package struct DocumentBullet: Hashable, Sendable {
  package var text: [Inline]
  package var nested: [[Inline]] = []
}

/// A labelled value of an entry: `Masters' Thesis: …`.
package struct DocumentFact: Hashable, Sendable {
  package var label: String
  package var text: [Inline] = []
  /// People instead of a text.
  package var people: [DocumentPerson] = []
}

/// A link of an entry, or an identifier, which may have no URL.
package struct DocumentLink: Hashable, Sendable {
  /// `Repository`, `doi:10.1145/…`.
  package var text: String
  package var url: String?
  /// Whether the text contains all the information in the URL.
  package var isIdentifier: Bool
}

/// A list of people on one line.
package struct DocumentPeople: Hashable, Sendable {
  /// `Manager`, `PI(s)`; nil for authors.
  package var label: String?
  package var members: [DocumentPerson]
}

/// A person in a list, or the mark for people left out.
package struct DocumentPerson: Hashable, Sendable {
  /// The separator before the person: empty, `, ` or `, & `.
  package var separator: String
  /// As written, with the honorific if it is printed; `...` for people left out.
  package var name: String
  package var isOwner = false
  package var isElision = false
  package var url: String?
  /// `equal contribution, corresponding author`.
  package var remark: String?
}
