/// One entry as the document shows it, each part in its place.
package struct DocumentEntry: Hashable, Sendable {
  /// The record behind it, for formats that have fields of their own.
  package var record: Entry
  package var shape: Layout.Shape
  package var title: [Inline]
  /// The entry's own address: the title links to it.
  package var url: String?
  /// What follows the title on its line, with the sign that parts them: `, JuliaCon`, ` | Student Researcher`.
  package var beside: [Inline] = []
  /// What stands at the far end of the title's line: a place, or the languages of a program.
  package var corner: [Inline] = []
  /// `Sep. '21 – Present`, `2024`, `'24, '25`; nil where nothing dates it.
  package var date: String?
  /// Authors, or with a label those who supervised.
  package var people: DocumentPeople?
  /// What stands under the title in place of people: the degrees.
  package var byline: [Inline] = []
  /// Where it came out, and how far it has come.
  package var venue: [Inline] = []
  package var paragraphs: [[Inline]] = []
  package var facts: [DocumentFact] = []
  package var highlights: [[Inline]] = []
  package var links: [DocumentLink] = []

  package init(record: Entry, shape: Layout.Shape, title: [Inline]) {
    self.record = record
    self.shape = shape
    self.title = title
  }
}

/// A labelled value of an entry: `Masters' Thesis: …`.
package struct DocumentFact: Hashable, Sendable {
  package var label: String
  package var text: [Inline] = []
  /// People in place of a text.
  package var people: [DocumentPerson] = []
}

/// An address of an entry, or an identifier, which need not have one.
package struct DocumentLink: Hashable, Sendable {
  /// `Repository`, `doi:10.1145/…`.
  package var text: String
  package var url: String?
  /// True where the text says everything, and the address nothing more.
  package var isIdentifier: Bool
}

/// People in a line.
package struct DocumentPeople: Hashable, Sendable {
  /// `Manager`, `PI(s)`; nil for authors.
  package var label: String?
  package var members: [DocumentPerson]
}

/// A person in a list, or the mark that some are left out.
package struct DocumentPerson: Hashable, Sendable {
  /// What parts the person from the one before: empty, `, ` or `, & `.
  package var separator: String
  /// As written, with the honorific where one is printed; `...` for people left out.
  package var name: String
  package var isOwner = false
  package var isElision = false
  package var url: String?
  /// `equal contribution, corresponding author`.
  package var remark: String?
}
