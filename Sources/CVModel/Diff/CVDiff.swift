internal import Text
internal import YAML

/// The changes between two CVs, typed and sorted by key.
package struct CVDiff: Equatable, Sendable {
  package var changes: [EntryChange]
  /// Records that could not be read on one side; they are neither added nor removed.
  package var unreadable: [UnreadableRecord]
  /// The number of records whose text changed but whose content did not.
  package var formattingOnly: Int
  /// Notes for the reader on how the sides were compared.
  package var notes: [String]

  /// A file that could not be read on one side.
  package struct UnreadableRecord: Hashable, Sendable, Codable {
    package enum Side: String, Hashable, Sendable, Codable {
      case from
      case to
    }
    package var side: Side
    package var path: String
    package var line: Int
    package var column: Int
    package var reason: String
    /// The key of the entry, for selecting it; not part of the JSON.
    package var key: EntryKey?

    private enum CodingKeys: String, CodingKey { case side, path, line, column, reason }

    /// Ignores the key, which follows from the path.
    package static func == (left: Self, right: Self) -> Bool {
      left.side == right.side && left.path == right.path && left.line == right.line
        && left.column == right.column && left.reason == right.reason
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(path)
      hasher.combine(line)
    }
  }

  /// Compares two CVs.
  package init(from old: CV, to new: CV) {
    self.init(from: DiffSide(old), to: DiffSide(new))
  }

  /// Compares two sides.
  ///
  /// - Parameter directory: the people directory, if the sides do not contain the people's records
  ///   themselves.
  package init(from old: DiffSide, to new: DiffSide, directory: PeopleDirectory? = nil) {
    self.init(DiffSides(old, new), directory: directory)
  }

  init(_ sides: DiffSides, directory: PeopleDirectory? = nil) {
    let (old, new) = (sides.readable.old, sides.readable.new)
    notes = sides.twins.keys.sorted().map { key in
      "\(quoted(key.description)) is in several files, which are paired by path"
    }
    notes += Self.defaultsNotes(old.unreadable + new.unreadable)
    unreadable =
      old.unreadable.map { UnreadableRecord($0, side: .from) }
      + new.unreadable.map { UnreadableRecord($0, side: .to) }
    let comparison = EntryComparison(sides.readable, directory: directory)
    changes = comparison.changes().map { change in
      let origin = new.origins[change.key] ?? old.origins[change.oldKey ?? change.key]
      return origin.map(change.read) ?? change
    }
    formattingOnly = comparison.unchangedKeys.count { old.stamp(of: $0) != new.stamp(of: $0) }
  }

  private static func defaultsNotes(_ unreadable: [Unreadable]) -> [String] {
    let keys = Set(unreadable.map(\.key))
    return keys.sorted().compactMap { key in
      switch key.kind {
      case "profile": "the profile cannot be read: the owner is unknown"
      case "document": "cv.yaml cannot be read: sections are in the default order"
      case "kinds": "the kind \(quoted(key.id)) cannot be read: its fields are compared as text"
      default: nil
      }
    }
  }

  /// The changes with at least a given significance.
  package func changes(ofAtLeast least: Significance) -> [EntryChange] {
    // Copying many changes costs more than checking each.
    changes.allSatisfy { $0.significance >= least }
      ? changes : changes.filter { $0.significance >= least }
  }

  /// Whether nothing differs and everything could be read.
  package var isEmpty: Bool { changes.isEmpty && unreadable.isEmpty }
}

extension EntryChange {
  /// The change of an entry read from a source, whose `x-` fields hold what our format has no field
  /// for.
  fileprivate func read(from origin: SourceOrigin) -> EntryChange {
    var result = self
    result.origin = origin
    guard case .modified(var fields) = change else { return result }
    for index in fields.indices where fields[index].fieldName.hasPrefix("x-") {
      fields[index].significance = .cosmetic
    }
    result.change = .modified(fields)
    let most = fields.map(\.significance).max() ?? .cosmetic
    result.significance = movedFrom == nil ? most : max(most, .detail)
    return result
  }
}

extension CVDiff.UnreadableRecord {
  package init(_ unreadable: Unreadable, side: Side) {
    self.side = side
    path = unreadable.finding.path
    key = unreadable.key
    line = unreadable.finding.span?.start.line ?? 1
    column = unreadable.finding.span?.start.column ?? 1
    reason = unreadable.finding.message
  }
}
