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
  /// The least significance that is shown.
  package var least: Significance

  package struct Section: Sendable {
    package var heading: String
    /// How many entries had each effect: `2 added, 1 accepted`.
    package var counts: String
    package var entries: [EntryOutline]
  }

  /// Which changes to show: those of at least this significance.
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
        entries: places.mapInParallel(by: 8) { words.outlines(shown[$0]) }.flatMap(\.self))
    }
  }

  /// What is said in place of sections, or above them: the summary, or that there is nothing to tell.
  ///
  /// Nil behind a record that could not be read: "no changes" is never said after a problem.
  package var verdict: String? {
    if !summary.isEmpty { return summary }
    guard sections.isEmpty, unreadable.isEmpty else { return nil }
    if hidden == 0 { return "no changes" }
    return least == .headline ? "no headlines" : "no changes of substance"
  }

  /// What is said at the end.
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

  /// The summary of some changes; records about people and kinds, which it leaves out, are counted here.
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

  /// Every file that could not be read, once, with the sides that it is on.
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
    if !report.isAncestor { title += " · \(report.from.shortName) is no ancestor" }
    return title
  }

  static func kind(_ name: String, _ report: DiffReport) -> Kind? {
    report.cv.schema[name] ?? report.oldSchema[name]
  }

  /// Where the changes of each kind stand, in the order of the document's sections; the CV's own records last.
  ///
  /// Places are told apart and sorted, not changes: those are slow to move.
  private static func grouped(
    _ changes: [EntryChange], _ report: DiffReport
  ) -> [(kind: String, places: [Int])] {
    let own = ["people", "profile", "kinds", "document", "variants"]
    let listed = report.cv.sections.map(\.kind)
    let known = report.cv.schema.kinds.map(\.name).filter { !own.contains($0) }
    let byKind = Dictionary(grouping: changes.indices) { changes[$0].key.kind }
    let unknown = byKind.keys.filter { !known.contains($0) && !own.contains($0) }.sorted()
    var told: Set<String> = []
    return (listed + known + unknown + own).compactMap { kind in
      guard told.insert(kind).inserted, let places = byKind[kind] else { return nil }
      return (kind, sorted(places, of: changes, report))
    }
  }

  /// Headlines first, of these what happened to an entry before what came and went; then the newest.
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

  /// The entry as it is now; as it was, where it was removed.
  static func entry(of change: EntryChange, _ report: DiffReport) -> Entry {
    switch change.change {
    case .removed(let fields), .added(let fields): Entry(key: change.key, fields: fields)
    case .modified: report.cv[change.key] ?? Entry(key: change.key)
    }
  }
}

extension EntryChange {
  /// True for news about an entry that is on both sides.
  fileprivate var isEvent: Bool {
    if case .modified = change { significance == .headline } else { false }
  }
}

extension RevisionLabel {
  /// The revision as it was asked for; a full id in it by its first twelve digits.
  var shortName: String {
    let digits = revision.prefix { $0.isHexDigit }
    guard digits.count == 40 else { return revision }
    return String(digits.prefix(12) + revision.dropFirst(40))
  }
}

/// One line of a diff about an entry, and the lines under it.
package struct EntryOutline: Sendable {
  package var symbol: Symbol
  /// What happened, where one thing stands above the others: `Under Review → Accepted`.
  package var lead: String?
  package var name: String
  package var detail: String?
  /// What happened in a word or two, as a message's subject has it: `Accepted`, `Added`.
  package var event = "Updated"
  /// The venue or event, where there is one.
  package var place: String?
  package var fields: [FieldOutline]
  /// How the two sides were found to be one, where that is asked for.
  package var explanation: String?

  /// The lines of a field of the profile or the document, which stand behind its name.
  var ownLines: [FieldOutline.Line]? {
    fields.count == 1 && fields[0].label.isEmpty && !fields[0].lines.isEmpty
      ? fields[0].lines : nil
  }

  /// What a line says before any word of it is read.
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
