package import CVModel
internal import Text
package import YAML

/// A source at one version: its entries with their locations, and its problems.
package struct SourceReading: Hashable, Sendable {
  /// Nil for a format that is only imported.
  package let format: SourceFormat?
  /// The entries in the order of the files. The owner's profile is one of them, if the format has
  /// one.
  package var entries: [SourceEntry] = []
  /// The entries of which only the key is known: they are compared as unreadable, never as removed.
  package var unreadable: [UnreadableEntry] = []
  /// The problems of the entries, in the order of the files. Lost text is an error; most others are
  /// warnings.
  package var findings: [Finding] = []
  /// Why nothing could be read; nil if the source was parsed.
  package var fault: Finding?

  package init(format: SourceFormat?) { self.format = format }

  /// The CV of the entries, with the built-in kinds and those that the source's headings define
  /// (`kinds/…`).
  package var cv: CV {
    let kinds = entries.lazy.map(\.entry).filter { $0.key.kind == "kinds" }
    return CV(
      entries: entries.lazy.map(\.entry),
      schema: Schema.builtIn.adding(kinds.compactMap(Kind.init(definedBy:))))
  }

  /// The entry with a key.
  package subscript(key: EntryKey) -> SourceEntry? { entries.first { $0.entry.key == key } }
}

/// An entry as read from a source.
package struct SourceEntry: Hashable, Sendable {
  /// The entry with our field names; the ID is made from the source's own key or name.
  package var entry: Entry
  /// The file that contains it, from the top of the repository.
  package var path: String
  /// The key in the source, verbatim; nil if the source has none.
  package var sourceKey: String?
  /// Where it begins. Columns count Unicode scalars from 1.
  package var position: Position
  /// Its bytes in the file.
  package var bytes: Range<Int>
  /// The location of each field in the source, sorted by name.
  package var locations: [FieldLocation] = []
  /// The words from which the status was read, if any.
  package var statusOrigin: StatusOrigin?
  /// Whether some of its text could not be read. A diff treats such an entry as unreadable.
  package var isDamaged = false

  package init(
    entry: Entry, path: String, sourceKey: String? = nil, position: Position, bytes: Range<Int>
  ) {
    self.entry = entry
    self.path = path
    self.sourceKey = sourceKey
    self.position = position
    self.bytes = bytes
  }

  /// The location of a field in the source; the beginning of the entry if the field was not written
  /// there.
  package func location(of field: String) -> FieldLocation {
    locations.first { $0.field == field }
      ?? FieldLocation(field: field, name: field, position: position)
  }
}

/// The origin of a field's value.
package struct FieldLocation: Hashable, Sendable {
  /// Our name: `venue`.
  package var field: String
  /// The name in the source: `journal`.
  package var name: String
  /// Where the name begins in the file.
  package var position: Position
  /// The location of the value, if the format's reader knows it.
  package var value: Span?

  package init(field: String, name: String, position: Position, value: Span? = nil) {
    self.field = field
    self.name = name
    self.position = position
    self.value = value
  }
}

/// The words from which a status was read: `note "to appear"`.
package struct StatusOrigin: Hashable, Sendable, CustomStringConvertible {
  /// The field in the source.
  package var field: String
  /// The relevant words of that field, as written.
  package var words: String

  package init(field: String, words: String) {
    self.field = field
    self.words = words
  }

  package var description: String { "\(field) \(quoted(words))" }
}

/// An entry that the source names but that could not be read.
package struct UnreadableEntry: Hashable, Sendable {
  package var key: EntryKey
  package var path: String
  package var position: Position
  /// What is wrong; also one of the findings.
  package var finding: Finding

  package init(key: EntryKey, path: String, position: Position, finding: Finding) {
    self.key = key
    self.path = path
    self.position = position
    self.finding = finding
  }
}
