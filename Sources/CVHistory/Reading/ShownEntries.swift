package import CVModel
package import Git

/// Entries of one version of the CV for display: those of a kind, or a single one.
package struct ShownEntries: Sendable {
  package let kind: Kind?
  package let label: RevisionLabel
  /// In the order of the document: those with an `order` first, then the newest.
  package let entries: [Entry]
  /// Records of the kind that cannot be read.
  package let unreadable: [CVDiff.UnreadableRecord]

  /// The entries of a kind at a version; nil if neither the schema nor a folder has the kind.
  package init?(
    kind name: String, id: String? = nil, in cv: CVRepository, at version: NamedVersion
  ) throws(GitError) {
    let reading = try cv.reading(of: version.version)
    let kind = reading.cv.schema[name]
    self.kind = kind
    label = RevisionLabel(version)
    let found = reading.cv.entries(of: name).filter { id == nil || $0.key.id == id }
    entries = Self.sorted(found, kind)
    unreadable = reading.unreadable
      .filter { $0.key.kind == name && (id == nil || $0.key.id == id) }
      .map { CVDiff.UnreadableRecord($0, side: .to) }
    if kind == nil, entries.isEmpty, unreadable.isEmpty { return nil }
  }

  /// Whether this is the profile or the document, which are single files.
  package var isOneFile: Bool {
    if case .file? = kind?.role { true } else { false }
  }

  package static func sorted(_ entries: [Entry], _ kind: Kind?) -> [Entry] {
    let keyed = entries.map { entry -> (entry: Entry, order: Int, recency: Recency) in
      (entry, entry["order"]?.text.flatMap { Int($0) } ?? Int.max, Recency(entry, kind: kind))
    }
    return keyed.sorted { left, right in
      if left.order != right.order { return left.order < right.order }
      if left.recency != right.recency { return left.recency > right.recency }
      return left.entry.key < right.entry.key
    }.map(\.entry)
  }
}

/// Entries in the `cvgit-show/1` format for other programs.
package struct ShowDocument: Hashable, Sendable, Codable {
  package static let currentFormat = "cvgit-show/1"

  package var format = Self.currentFormat
  package var at: RevisionLabel
  package var kind: String
  package var entries: [EntryDocument]
  package var unreadable: [CVDiff.UnreadableRecord]

  /// One entry with all its fields as written.
  package struct EntryDocument: Hashable, Sendable, Codable {
    package var id: String
    package var name: String
    package var isPrivate: Bool?
    package var fields: Fields

    private enum CodingKeys: String, CodingKey {
      case id, name, fields
      case isPrivate = "private"
    }
  }

  package init(_ shown: ShownEntries, kind name: String) {
    at = shown.label
    kind = name
    entries = shown.entries.map { entry in
      EntryDocument(
        id: entry.key.id, name: shown.kind?.title(of: entry) ?? entry.key.id,
        isPrivate: entry.isPrivate(as: shown.kind) ? true : nil, fields: entry.fields)
    }
    unreadable = shown.unreadable
  }
}
