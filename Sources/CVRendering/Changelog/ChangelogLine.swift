internal import CVHistory
internal import CVModel

/// One line of a changelog, the same in every format: the diff's own phrases with their day.
struct ChangelogLine {
  /// `YYYY-MM-DD`.
  let day: String
  /// What happened, if there is a word for it: `Added`, `Accepted`.
  var lead: String?
  /// Whether the lead is a status, which is emphasized.
  var isStatus = false
  /// The text in parentheses after the lead: `Under Review since 2024-03-02`.
  var history: String?
  var name: String
  /// The parts after the name, separated by dots.
  var details: [String] = []

  /// The whole line except the day, without markup.
  var text: String {
    let head = [lead, history.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
    let start = head.isEmpty ? name : "\(head): \(name)"
    return ([start] + details).joined(separator: " · ")
  }
}

/// Converts events into lines.
struct ChangelogLines {
  /// The lines of one event. The owner's profile has several, since it is one record about many
  /// things.
  static func lines(_ event: ChangelogEvent) -> [ChangelogLine] {
    let day = event.occasion.dayText
    switch event.content {
    case .words(let words, _): return [ChangelogLine(day: day, name: words)]
    case .change(let dated):
      if case .file? = dated.kind?.role, case .modified = dated.change.change {
        let words = ChangelogFieldWords(kind: dated.kind)
        return dated.change.fieldChanges.flatMap { words.ownLines($0, day) }
      }
      return [line(dated, day)]
    }
  }

  private static func line(_ dated: ChangelogEvent.DatedChange, _ day: String) -> ChangelogLine {
    let summary = EntrySummary(dated.entry, kind: dated.kind)
    var line = ChangelogLine(day: day, name: dated.change.name)
    if dated.change.isPrivate { line.name += " (private)" }
    switch dated.change.change {
    case .added:
      line.lead = "Added"
      line.details = [addition(dated, summary)].filter { !$0.isEmpty }
    case .removed: line.lead = "Removed"
    case .modified(let fields): modify(&line, dated, fields, summary)
    }
    return line
  }

  /// The summary of a new entry; a status that it got later is shown with its day.
  private static func addition(
    _ dated: ChangelogEvent.DatedChange, _ summary: EntrySummary
  ) -> String {
    guard let status = dated.status, let day = status.day else { return summary.text }
    return summary.status == nil
      ? [summary.text, "\(status.status) \(day)"].filter { !$0.isEmpty }.joined(separator: " · ")
      : "\(summary.text) since \(day)"
  }

  private static func modify(
    _ line: inout ChangelogLine, _ dated: ChangelogEvent.DatedChange, _ fields: [FieldChange],
    _ summary: EntrySummary
  ) {
    let lead = Lead(fields, entry: dated.entry, kind: dated.kind)
    var told = fields.filter { $0.path != lead?.path }
    if let oldKey = dated.change.oldKey, dated.change.movedFrom != nil {
      line.lead = "Moved"
      line.details.append("\(oldKey.kind) → \(dated.change.key.kind)")
    } else {
      line.lead = lead?.text ?? "Updated"
    }
    if let lead, dated.change.movedFrom == nil {
      if let label = lead.news {
        line.isStatus = true
        line.lead = label
        let history = dated.statuses.map { step in
          step.day.map { "\(step.status) since \($0)" } ?? "was \(step.status)"
        }
        line.history = history.isEmpty ? nil : history.joined(separator: ", ")
        line.details += [summary.place].compactMap(\.self)
        told.removeAll { isInStatusLine($0, dated.kind) }
      } else if let detail = lead.detail, !detail.isEmpty {
        line.name += " (\(detail))"
      }
    }
    let words = ChangelogFieldWords(kind: dated.kind)
    line.details += told.map(words.text)
  }

  /// Whether the line of a status already shows a change after the name.
  private static func isInStatusLine(_ change: FieldChange, _ kind: Kind?) -> Bool {
    change.path == "note" || change.path == kind?.dateField
      || kind?.field(named: change.fieldName)?.role == .place
  }
}
