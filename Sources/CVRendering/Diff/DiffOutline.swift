package import CVHistory
package import CVModel

/// A diff in words, before layout, so that every format uses the same words.
package struct DiffOutline: Sendable {
  package var title: String
  package var summary: String
  package var sections: [Section]
  package var unreadable: [String]
  package var formattingOnly: Int
  /// The number of spelling changes that are hidden.
  package var hidden: Int
  package var notes: [String]
  /// The lowest significance shown.
  package var least: Significance

  package struct Section: Sendable {
    package var heading: String
    /// The number of entries with each effect: `2 added, 1 accepted`.
    package var counts: String
    package var entries: [EntryOutline]
  }

  /// - Parameter least: the lowest significance to show.
  package init(_ report: DiffReport, least: Significance, isExplained: Bool = false) {
    let shown = report.diff.changes(ofAtLeast: least)
    hidden = report.diff.changes.count - shown.count
    self.least = least
    title = Self.title(report)
    summary = CVDiff.summaryText(of: shown)
    formattingOnly = report.diff.formattingOnly
    notes = report.diff.notes + report.notes
    unreadable = Self.unreadable(report)
    let words = ChangeWords(report: report, least: least, isExplained: isExplained)
    sections = Self.grouped(shown, report).map { kind, places in
      let heading = Self.kind(kind, report)?.heading ?? kind
      return Section(
        heading: heading, counts: Self.counts(places.lazy.map { shown[$0] }),
        entries: places.mapInParallel(by: 8) { place in
          words.outlines(shown[place]).map { outline in
            var outline = outline
            outline.key = shown[place].key
            return outline
          }
        }.flatMap(\.self))
    }
  }

  /// Adds the key of each entry to its name, or only of those that have the same name.
  package mutating func showIDs(all: Bool) {
    for section in sections.indices {
      var keys: [String: Set<EntryKey>] = [:]
      for entry in sections[section].entries {
        if let key = entry.key { keys[entry.name, default: []].insert(key) }
      }
      for place in sections[section].entries.indices {
        let entry = sections[section].entries[place]
        guard let key = entry.key, entry.ownLines == nil,
          all || (keys[entry.name]?.count ?? 0) > 1
        else { continue }
        sections[section].entries[place].name += " [\(key)]"
      }
    }
  }

  /// The line in place of sections, or above them: the summary, or that there are no changes.
  ///
  /// Nil if a record could not be read: "no changes" would then be wrong.
  package var verdict: String? {
    if !summary.isEmpty { return summary }
    guard sections.isEmpty, unreadable.isEmpty else { return nil }
    if hidden == 0 { return "no changes" }
    return least == .headline ? "no headlines" : "no changes of substance"
  }

  /// The lines at the end.
  package var remarks: [String] {
    var remarks = notes
    if formattingOnly > 0 {
      let records = formattingOnly == 1 ? "record differs" : "records differ"
      remarks.append("\(formattingOnly) \(records) in formatting only")
    }
    if hidden > 0 {
      let entries = hidden == 1 ? "entry" : "entries"
      remarks.append("\(hidden) \(entries) with smaller changes not shown")
    }
    return remarks
  }

  /// The summary of some changes. It leaves out records about people and kinds, so these are
  /// counted here.
  private static func counts(_ changes: some Sequence<EntryChange>) -> String {
    let summary = CVDiff.summaryText(of: changes)
    guard summary.isEmpty else { return summary }
    let counts = [
      ("added", changes.count { if case .added = $0.change { true } else { false } }),
      ("removed", changes.count { if case .removed = $0.change { true } else { false } }),
      ("updated", changes.count { if case .modified = $0.change { true } else { false } }),
    ]
    return counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
  }

  /// Each file that could not be read, once, with the sides that it is on.
  private static func unreadable(_ report: DiffReport) -> [String] {
    var sides: [String: [String]] = [:]
    var order: [String] = []
    for record in report.diff.unreadable {
      let words = "\(record.path):\(record.line):\(record.column): \(record.reason)"
      let side = record.side == .from ? report.from : report.to
      if sides[words] == nil { order.append(words) }
      sides[words, default: []].append(side.shortName)
    }
    return order.map { "\($0) (in \(sides[$0, default: []].joined(separator: " and ")))" }
  }

  /// `v2024 (2024-12-31) → HEAD (2025-11-20) · 23 commits`.
  private static func title(_ report: DiffReport) -> String {
    func label(_ side: RevisionLabel) -> String {
      let isFile = [NamedVersion.workTree, .index].contains { $0.name == side.revision }
      let day = side.day ?? (isFile ? nil : "before the first commit")
      return side.shortName + (day.map { " (\($0))" } ?? "")
    }
    var title = "\(label(report.from)) → \(label(report.to))"
    if let commits = report.commits { title += " · \(commits) commit\(commits == 1 ? "" : "s")" }
    if !report.isAncestor { title += " · \(report.from.shortName) is not an ancestor" }
    return title
  }

  static func kind(_ name: String, _ report: DiffReport) -> Kind? {
    report.cv.schema[name] ?? report.oldSchema[name]
  }

  /// The indices of the changes of each kind, in the order of the document's sections; the CV's own
  /// records come last.
  ///
  /// Sort indices: changes are expensive to move.
  private static func grouped(
    _ changes: [EntryChange], _ report: DiffReport
  ) -> [(kind: String, places: [Int])] {
    let schema = report.cv.schema
    let own = schema.kinds.map(\.name).filter { !schema.isListed($0) }
    let listed = report.cv.sections.map(\.kind)
    let known = schema.entryKinds.map(\.name)
    let byKind = Dictionary(grouping: changes.indices) { changes[$0].key.kind }
    let unknown = byKind.keys.filter { !known.contains($0) && !own.contains($0) }.sorted()
    var seen: Set<String> = []
    return (listed + known + unknown + own).compactMap { kind in
      guard seen.insert(kind).inserted, let places = byKind[kind] else { return nil }
      return (kind, sorted(places, of: changes, report))
    }
  }

  /// Headlines first, with changed entries before added and removed ones; then newest first.
  private static func sorted(
    _ places: [Int], of changes: [EntryChange], _ report: DiffReport
  ) -> [Int] {
    let ranks = places.mapInParallel { place in
      let change = changes[place]
      return Rank(
        weight: 2 * change.significance.rank + (change.isEvent ? 1 : 0),
        recency: Recency(entry(of: change, report), kind: kind(change.key.kind, report)))
    }
    return places.indices.sorted { left, right in
      if ranks[left] != ranks[right] { return ranks[left] > ranks[right] }
      return changes[places[left]].key < changes[places[right]].key
    }.map { places[$0] }
  }

  private struct Rank: Comparable {
    let weight: Int
    let recency: Recency

    static func < (left: Rank, right: Rank) -> Bool {
      (left.weight, left.recency) < (right.weight, right.recency)
    }
  }

  /// The entry as it is now; if it was removed, as it was.
  static func entry(of change: EntryChange, _ report: DiffReport) -> Entry {
    switch change.change {
    case .removed(let fields), .added(let fields): Entry(key: change.key, fields: fields)
    case .modified: report.cv[change.key] ?? Entry(key: change.key)
    }
  }
}

extension EntryChange {
  /// Whether this is a headline about an entry that is on both sides.
  fileprivate var isEvent: Bool {
    if case .modified = change { significance == .headline } else { false }
  }
}

extension RevisionLabel {
  /// The revision as given, with a full ID shortened to 12 digits.
  var shortName: String {
    let digits = revision.prefix { $0.isHexDigit }
    guard digits.count == 40 else { return revision }
    return String(digits.prefix(12) + revision.dropFirst(40))
  }
}

/// One line of a diff about an entry, and the lines under it.
package struct EntryOutline: Sendable {
  package var symbol: Symbol
  /// What happened, if one change is more important than the others: `Under Review → Accepted`.
  package var lead: String?
  package var name: String
  package var detail: String?
  /// What happened in one or two words, for the subject of a message: `Accepted`, `Added`.
  package var event = "Updated"
  /// The venue or event, if any.
  package var place: String?
  package var fields: [FieldOutline]
  /// How the two sides were matched, if requested.
  package var explanation: String?
  /// The entry now; of a removed one, its old key.
  package var key: EntryKey?

  /// The lines for a field of the profile or the document, which follow its name.
  var ownLines: [FieldOutline.Line]? {
    fields.count == 1 && fields[0].label.isEmpty && !fields[0].lines.isEmpty
      ? fields[0].lines : nil
  }

  /// The sign at the beginning of a line.
  package enum Symbol: String, Sendable {
    case added = "+"
    case removed = "-"
    case changed = "~"
    case moved = "↕"
    case forward = "↑"
    case backward = "↓"
    case exit = "✗"
    case began = "▶"
    case ended = "■"
  }
}

/// What happened to one field.
package struct FieldOutline: Sendable {
  package var label: String
  package var lines: [Line]

  package struct Line: Sendable {
    package var symbol: EntryOutline.Symbol?
    package var fragments: [Fragment]
  }

  package enum Fragment: Sendable, Hashable {
    case text(String)
    case removed(String)
    case added(String)
  }
}
