internal import Text

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// A diff in the `cvgit-diff/1` format for other programs; see `docs/diff-format.md`.
package struct DiffDocument: Hashable, Sendable, Codable {
  package static let currentFormat = "cvgit-diff/1"

  package var format = Self.currentFormat
  package var from: RevisionLabel
  package var to: RevisionLabel
  /// `git rev-list --count FROM..TO`; nil if a side is not a commit.
  package var commits: Int?
  package var summary: [SummaryCount]
  package var changes: [ChangeDocument]
  package var unreadable: [CVDiff.UnreadableRecord]
  package var formattingOnly: Int
  package var notes: [String]?

  package init(_ diff: CVDiff, from: RevisionLabel, to: RevisionLabel, commits: Int? = nil) {
    self.from = from
    self.to = to
    self.commits = commits
    summary = diff.summary
    changes = diff.changes.map(ChangeDocument.init)
    unreadable = diff.unreadable
    formattingOnly = diff.formattingOnly
    notes = diff.notes.isEmpty ? nil : diff.notes
  }

  /// Decodes a document that `json` encoded.
  package init(json: Data) throws {
    self = try JSONDecoder().decode(DiffDocument.self, from: json)
  }

  /// The document as JSON: keys sorted, indented by two spaces, with one line break at the end.
  package func json() throws -> String { try jsonText(self) }
}

/// One side of a diff, for display.
package struct RevisionLabel: Hashable, Sendable, Codable {
  /// As given by the user: `v2024`, `HEAD`, `work tree`.
  package var revision: String
  /// The full ID of the commit; nil if the side is not a commit.
  package var commit: String?
  /// The commit's date by its committer, `YYYY-MM-DD`.
  package var day: String?

  package init(revision: String, commit: String? = nil, day: String? = nil) {
    self.revision = revision
    self.commit = commit
    self.day = day
  }
}

/// The change of one entry in a diff document.
package struct ChangeDocument: Hashable, Sendable, Codable {
  package enum Change: String, Hashable, Sendable, Codable {
    case added
    case removed
    case modified
  }

  package var kind: String
  package var id: String
  package var name: String
  package var change: Change
  package var matchedBy: Rung?
  package var renamedFrom: String?
  package var movedFrom: String?
  package var significance: Significance
  /// True if the entry is private; for an entry on both sides, on the newer one.
  package var isPrivate: Bool?
  /// The path of the source from which the entry was read, from the top of the repository; nil for
  /// a record.
  package var source: String?
  /// The whole record of an entry that was added or removed.
  package var entry: Fields?
  package var fields: [FieldChange]?

  private enum CodingKeys: String, CodingKey {
    case kind, id, name, change, matchedBy, renamedFrom, movedFrom, significance, source, entry,
      fields
    case isPrivate = "private"
  }

  package init(_ change: EntryChange) {
    kind = change.key.kind
    id = change.key.id
    name = change.name
    matchedBy = change.matchedBy
    renamedFrom = change.renamedFrom
    movedFrom = change.movedFrom
    significance = change.significance
    isPrivate = change.isPrivate ? true : nil
    source = change.origin?.path
    switch change.change {
    case .added(let record):
      self.change = .added
      entry = record
    case .removed(let record):
      self.change = .removed
      entry = record
    case .modified(let changes):
      self.change = .modified
      fields = changes
    }
  }

  /// The key on the newer side; of a removed entry, its key.
  package var key: EntryKey { EntryKey(kind: kind, id: id) }

  /// The key on the older side; of an added entry, its key.
  package var oldKey: EntryKey {
    EntryKey(kind: movedFrom ?? kind, id: renamedFrom ?? id)
  }
}

/// A value as JSON with sorted keys, indented by two spaces. Control and bidirectional characters
/// in strings are written as `\uXXXX`, so that the text is safe in a terminal.
package func jsonText(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  let text = String(decoding: try encoder.encode(value), as: UTF8.self)
  // Most documents contain nothing to escape.
  guard text.unicodeScalars.contains(where: { $0 != "\n" && $0.isUnsafeInTerminal }) else {
    return text + "\n"
  }
  return text.escaping { $0 != "\n" && $0.isUnsafeInTerminal ? $0.jsonEscape : nil } + "\n"
}

extension Unicode.Scalar {
  /// `\uXXXX`; a surrogate pair above U+FFFF. Source: RFC 8259, section 7.
  package var jsonEscape: String {
    String(self).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
