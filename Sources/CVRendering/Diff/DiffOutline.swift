package import CVHistory
package import CVModel

/// A diff in words, before it is laid out: every format says the same.
package struct DiffOutline: Sendable {
  package var title: String
  package var summary: String
  package var sections: [Section]
  package var unreadable: [String]
  package var formattingOnly: Int
  /// Changes of spelling alone that were left out.
  package var hidden: Int
  package var notes: [String]

  package struct Section: Sendable {
    package var heading: String
    /// How many entries had each effect: `2 added, 1 accepted`.
    package var counts: String
    package var entries: [EntryOutline]
  }

  /// Which changes to show: those of at least this significance.
  package init(_ report: DiffReport, least: Significance, isExplained: Bool = false) {
    let shown = report.diff.changes.filter { $0.significance >= least }
    hidden = report.diff.changes.count - shown.count
    title = Self.title(report)
    summary = report.diff.summaryText
    formattingOnly = report.diff.formattingOnly
    notes = report.diff.notes + report.notes
    unreadable = report.diff.unreadable.map { record in
      let side = record.side == .from ? report.from.revision : report.to.revision
      return "\(record.path):\(record.line):\(record.column) in \(side): \(record.reason)"
    }
    let words = ChangeWords(report: report, least: least, isExplained: isExplained)
    sections = Self.grouped(shown, report).map { kind, changes in
      let heading = Self.kind(kind, report)?.heading ?? kind
      return Section(
        heading: heading, counts: CVDiff.summaryText(of: changes),
        entries: changes.flatMap(words.outlines))
    }
  }

  /// `v2024 (2024-12-31) → HEAD (2025-11-20) · 23 commits`.
  private static func title(_ report: DiffReport) -> String {
    func label(_ side: RevisionLabel) -> String {
      side.day.map { "\(side.revision) (\($0))" } ?? side.revision
    }
    var title = "\(label(report.from)) → \(label(report.to))"
    if let commits = report.commits { title += " · \(commits) commit\(commits == 1 ? "" : "s")" }
    if !report.isAncestor { title += " · \(report.from.revision) is no ancestor" }
    return title
  }

  static func kind(_ name: String, _ report: DiffReport) -> Kind? {
    report.cv.schema[name] ?? report.oldSchema[name]
  }

  /// The changes by kind, in the order of the document's sections; the CV's own records last.
  private static func grouped(
    _ changes: [EntryChange], _ report: DiffReport
  ) -> [(kind: String, changes: [EntryChange])] {
    let own = ["people", "profile", "kinds", "document", "variants"]
    let listed = report.cv.sections.map(\.kind)
    let known = report.cv.schema.kinds.map(\.name).filter { !own.contains($0) }
    let byKind = Dictionary(grouping: changes, by: \.key.kind)
    let unknown = byKind.keys.filter { !known.contains($0) && !own.contains($0) }.sorted()
    var told: Set<String> = []
    return (listed + known + unknown + own).compactMap { kind in
      guard told.insert(kind).inserted, let changes = byKind[kind] else { return nil }
      return (kind, sorted(changes, report))
    }
  }

  /// Headlines first, then the newest.
  private static func sorted(_ changes: [EntryChange], _ report: DiffReport) -> [EntryChange] {
    let keyed = changes.map { change -> (change: EntryChange, recency: Recency) in
      let kind = kind(change.key.kind, report)
      return (change, Recency(entry(of: change, report), kind: kind))
    }
    return keyed.sorted { left, right in
      if left.change.significance != right.change.significance {
        return left.change.significance > right.change.significance
      }
      if left.recency != right.recency { return left.recency > right.recency }
      return left.change.key < right.change.key
    }.map(\.change)
  }

  /// The entry as it is now; as it was, where it was removed.
  static func entry(of change: EntryChange, _ report: DiffReport) -> Entry {
    switch change.change {
    case .removed(let fields), .added(let fields): Entry(key: change.key, fields: fields)
    case .modified: report.cv[change.key] ?? Entry(key: change.key)
    }
  }
}

/// One line of a diff about an entry, and the lines under it.
package struct EntryOutline: Sendable {
  package var symbol: Symbol
  /// What happened, where one thing stands above the others: `Under Review → Accepted`.
  package var lead: String?
  package var name: String
  package var detail: String?
  package var fields: [FieldOutline]
  /// How the two sides were found to be one, where that is asked for.
  package var explanation: String?

  /// What a line says before any word of it is read.
  package enum Symbol: String, Sendable {
    case added = "+"
    case removed = "-"
    case changed = "~"
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
