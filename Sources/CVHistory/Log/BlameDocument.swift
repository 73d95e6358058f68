package import CVModel

/// An entry's fields with their commits, in the `cvgit-blame/1` format for other programs.
package struct BlameDocument: Hashable, Sendable, Codable {
  package static let currentFormat = "cvgit-blame/1"

  package var format = Self.currentFormat
  /// The requested revision, with its commit.
  package var at: RevisionLabel
  package var kind: String
  package var id: String
  package var name: String
  package var fields: [FieldDocument]
  package var notes: [String]?

  /// A field's value, and since when and by which commit it has it.
  package struct FieldDocument: Hashable, Sendable, Codable {
    package var path: String
    package var value: Plain
    /// The author's day; nil if unknown.
    package var day: String?
    package var commit: String?
    package var author: String?
    package var subject: String?
  }

  package init(_ blame: Blame, at label: RevisionLabel) {
    at = label
    kind = blame.key.kind
    id = blame.key.id
    name = blame.name
    fields = blame.fields.map { field in
      FieldDocument(
        path: field.name, value: field.value, day: field.occasion?.dayText,
        commit: field.occasion?.id, author: field.occasion?.authorName,
        subject: field.occasion?.subject)
    }
    notes = blame.notes.isEmpty ? nil : blame.notes
  }
}
