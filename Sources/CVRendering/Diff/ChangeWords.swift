internal import CVHistory
internal import CVModel

/// Puts the changes of entries into words.
struct ChangeWords {
  let report: DiffReport
  let least: Significance
  let isExplained: Bool

  /// The outline of a change; one for each field of the profile and the document, which are one record each.
  func outlines(_ change: EntryChange) -> [EntryOutline] {
    let kind = DiffOutline.kind(change.key.kind, report)
    if case .file? = kind?.role, case .modified(let fields) = change.change {
      return fields.filter { $0.significance >= least }.flatMap { ownFieldOutlines($0, kind) }
    }
    return [outline(change, kind)]
  }

  private func outline(_ change: EntryChange, _ kind: Kind?) -> EntryOutline {
    let entry = DiffOutline.entry(of: change, report)
    let summary = EntrySummary(entry, kind: kind)
    let (detail, place) = (summary.text, summary.place)
    let name = change.isPrivate ? change.name + " (private)" : change.name
    switch change.change {
    case .added:
      return EntryOutline(
        symbol: .added, name: name, detail: detail, event: "Added", place: place, fields: [])
    case .removed:
      return EntryOutline(
        symbol: .removed, name: name, detail: detail, event: "Removed", place: place, fields: [])
    case .modified(let fields):
      let lead = Lead(fields, entry: entry, kind: kind)
      var shown = fields.filter { $0.significance >= least && $0.path != lead?.path }
        .map { FieldWords(kind: kind).outline($0) }
      if let oldKey = change.oldKey, isExplained || least == .cosmetic || change.movedFrom != nil {
        shown.insert(Self.rename(from: oldKey, to: change.key), at: 0)
      }
      return EntryOutline(
        symbol: lead?.symbol ?? .changed, lead: lead?.text, name: name, detail: lead?.detail,
        event: lead?.event ?? "Updated", place: place, fields: shown, explanation: isExplained ? change.matchedBy?.explanation : nil)
    }
  }

  private static func rename(from old: EntryKey, to new: EntryKey) -> FieldOutline {
    let words =
      old.kind == new.kind ? "\(old.id) → \(new.id)" : "\(old) → \(new)"
    return FieldOutline(
      label: old.kind == new.kind ? "renamed" : "moved",
      lines: [FieldOutline.Line(symbol: nil, fragments: [.text(words)])])
  }

  /// The profile and the document are shown field by field, a mapping key by key.
  private func ownFieldOutlines(_ change: FieldChange, _ kind: Kind?) -> [EntryOutline] {
    let outline = FieldWords(kind: kind).outline(change)
    guard let items = change.items, items.contains(where: { $0.key != nil }) else {
      return outline.lines.enumerated().map { index, line in
        EntryOutline(
          symbol: line.symbol ?? .changed, name: index == 0 ? outline.label.capitalizedFirst : "",
          fields: [FieldOutline(label: "", lines: [line])])
      }
    }
    return items.map { item in
      let line = FieldWords(kind: kind).line(item)
      return EntryOutline(
        symbol: line.symbol ?? .changed,
        name: FieldWords.label(item.key ?? change.path).capitalizedFirst,
        fields: [FieldOutline(label: "", lines: [line])])
    }
  }
}

/// The change that stands above the others of an entry, in words before its name.
struct Lead {
  let path: String
  let symbol: EntryOutline.Symbol
  let text: String
  let detail: String?
  /// The text without what was before.
  let event: String

  /// The first headline among the status and the period, nil where neither is one.
  init?(_ fields: [FieldChange], entry: Entry, kind: Kind?) {
    let candidates = fields.filter { $0.significance == .headline }
    if let status = candidates.first(where: { Self.isStatus($0, kind) }) {
      self.init(status: status, kind: kind)
    } else if let period = candidates.first(where: { $0.path == FieldChange.periodPath }) {
      self.init(period: period, now: EntrySummary(entry, kind: kind).date)
    } else {
      return nil
    }
  }

  private static func isStatus(_ change: FieldChange, _ kind: Kind?) -> Bool {
    if case .status? = kind?.field(named: change.path)?.type { true } else { false }
  }

  private init(status: FieldChange, kind: Kind?) {
    func label(_ value: Plain?) -> String {
      let text = value?.text ?? ""
      return kind?.lifecycle?.step(named: text)?.label ?? text
    }
    path = status.path
    detail = nil
    event = status.effect == .cleared ? "No longer \(label(status.from))" : label(status.to)
    switch status.effect {
    case .set: (symbol, text) = (.forward, "now \(label(status.to))")
    case .cleared: (symbol, text) = (.changed, "no longer \(label(status.from))")
    case .exit: (symbol, text) = (.exit, "\(label(status.from)) → \(label(status.to))")
    case .backward: (symbol, text) = (.backward, "\(label(status.from)) → \(label(status.to))")
    default: (symbol, text) = (.forward, "\(label(status.from)) → \(label(status.to))")
    }
  }

  private init(period: FieldChange, now: String?) {
    func date(_ value: Plain?, _ field: String) -> String {
      let text = value?[field]?.text ?? ""
      return PartialDate(text)?.spoken ?? text
    }
    path = period.path
    switch period.effect {
    case .ended: (symbol, text, detail) = (.ended, "Ended", now)
    case .began: (symbol, text, detail) = (.began, "Began", now)
    case .reopened: (symbol, text, detail) = (.began, "Reopened", now)
    case .expectationMet:
      (symbol, text) = (.ended, "Ended \(date(period.to, "end"))")
      detail = "expected \(date(period.from, "expected"))"
    case .expectationMoved:
      let (before, after) = (date(period.from, "expected"), date(period.to, "expected"))
      (symbol, text, detail) = (.changed, "Expected \(before) → \(after)", nil)
    default: (symbol, text, detail) = (.changed, "Period", now)
    }
    event = symbol == .changed ? "Updated" : text
  }
}
