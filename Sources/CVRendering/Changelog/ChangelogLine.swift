internal import CVHistory
internal import CVModel

/// One line of a changelog, the same in every format: the diff's own phrases with their day.
struct ChangelogLine {
  /// `YYYY-MM-DD`.
  var day: String
  /// What happened, if there is a word for it: `Added`, `Accepted`.
  var lead: String?
  /// Whether the lead is a status, which is emphasized.
  var isStatus = false
  /// The earlier statuses.
  var statuses: [Step] = []
  var name: String
  /// The parts after the name, separated by dots.
  var details: [String] = []
  /// Since when an added entry has the status that the last part ends with.
  var ending: (words: String, day: String)?

  /// An earlier status, with the day from which on the entry had it.
  struct Step {
    let status: String
    var day: String?
  }

  /// The text in parentheses after the lead: `Under Review since 2024-03-02`.
  var history: String? {
    let steps = statuses.map { step in
      step.day.map { "\(step.status) since \($0)" } ?? "was \(step.status)"
    }
    return steps.isEmpty ? nil : steps.joined(separator: ", ")
  }

  /// The parts after the name, the last one with its day.
  var parts: [String] {
    guard let ending, let last = details.last else { return details }
    return details.dropLast() + [last + ending.words + ending.day]
  }

  /// The whole line except the day, without markup.
  var text: String {
    let head = [lead, history.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
    let start = head.isEmpty ? name : "\(head): \(name)"
    return ([start] + parts).joined(separator: " · ")
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
      add(summary, to: &line, dated)
    case .removed: line.lead = "Removed"
    case .modified(let fields): modify(&line, dated, fields, summary)
    }
    return line
  }

  /// The summary of a new entry; a status that it got later is shown with its day.
  private static func add(
    _ summary: EntrySummary, to line: inout ChangelogLine, _ dated: ChangelogEvent.DatedChange
  ) {
    line.details = [summary.text].filter { !$0.isEmpty }
    guard let status = dated.status, let day = status.day else { return }
    if summary.status == nil || line.details.isEmpty { line.details.append(status.status) }
    line.ending = (summary.status == nil ? " " : " since ", day)
  }

  private static func modify(
    _ line: inout ChangelogLine, _ dated: ChangelogEvent.DatedChange, _ fields: [FieldChange],
    _ summary: EntrySummary
  ) {
    let lead = Lead(fields, entry: dated.entry, kind: dated.kind)
    var listed = fields.filter { $0.path != lead?.path }
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
        line.statuses = dated.statuses.map { .init(status: $0.status, day: $0.day) }
        line.details += [summary.place].compactMap(\.self)
        listed.removeAll { isInStatusLine($0, dated.kind) }
      } else if let detail = lead.detail, !detail.isEmpty {
        line.name += " (\(detail))"
      }
    }
    let words = ChangelogFieldWords(kind: dated.kind)
    line.details += listed.map(words.text)
  }

  /// Whether the line of a status already shows a change after the name.
  private static func isInStatusLine(_ change: FieldChange, _ kind: Kind?) -> Bool {
    change.path == "note" || change.path == kind?.dateField
      || kind?.field(named: change.fieldName)?.role == .place
  }
}
