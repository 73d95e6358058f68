internal import CVHistory
internal import CVModel

/// One line of a changelog in words, the same in every format: the diff's own phrases, with their day.
struct ChangelogLine {
  /// `YYYY-MM-DD`, nil for the counts of a first release.
  let day: String?
  /// What happened, where there is a word for it: `Added`, `Accepted`.
  var lead: String?
  /// True where the lead is a status, which stands out.
  var isStatus = false
  /// What stands in parentheses behind the lead: `Under Review since 2024-03-02`.
  var history: String?
  var name: String
  /// What stands behind the name, parted by dots.
  var details: [String] = []

  /// All of it but the day, without markup.
  var text: String {
    let head = [lead, history.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
    let start = head.isEmpty ? name : "\(head): \(name)"
    return ([start] + details).joined(separator: " · ")
  }
}

/// Puts events into lines.
struct ChangelogLines {
  /// The lines of one event; several for the owner's profile, which is one record of many things.
  static func lines(_ event: ChangelogEvent) -> [ChangelogLine] {
    let day = event.occasion.dayText
    switch event.content {
    case .words(let words, _): return [ChangelogLine(day: day, name: words)]
    case .change(let dated):
      if case .file? = dated.kind?.role {
        return dated.change.fieldChanges.flatMap {
          ChangeWords.ownFieldOutlines($0, dated.kind).map { ownLine($0, day) }
        }
      }
      return [line(dated, day)]
    }
  }

  private static func ownLine(_ outline: EntryOutline, _ day: String) -> ChangelogLine {
    let words = outline.fields.flatMap(\.lines).map(text)
    return ChangelogLine(
      day: day, lead: outline.name.isEmpty ? nil : outline.name,
      name: words.joined(separator: "; "))
  }

  private static func line(_ dated: ChangelogEvent.DatedChange, _ day: String) -> ChangelogLine {
    let summary = EntrySummary(dated.entry, kind: dated.kind)
    var line = ChangelogLine(day: day, name: dated.change.name)
    if dated.change.isPrivate { line.name += " (private)" }
    switch dated.change.change {
    case .added:
      line.lead = "Added"
      line.details = [summary.text].filter { !$0.isEmpty }
      if let since = dated.sinceText, let last = line.details.popLast() {
        line.details.append("\(last) since \(since)")
      }
    case .removed: line.lead = "Removed"
    case .modified(let fields): modify(&line, dated, fields, summary)
    }
    return line
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
          step.day.map { "\(step.status) since \($0)" } ?? "before that \(step.status)"
        }
        line.history = history.isEmpty ? nil : history.joined(separator: ", ")
        line.details += [summary.place].compactMap(\.self)
        told.removeAll { Self.placeFields.contains($0.path) }
      } else if let detail = lead.detail, !detail.isEmpty {
        line.name += " (\(detail))"
      }
    }
    line.details += told.map { fieldText($0, dated.kind) }
  }

  /// What a status's line tells already, in the place behind the name.
  private static let placeFields: Set<String> = ["venue", "event", "issuer", "note", "date"]

  // MARK: Fields

  /// The longest value that a changelog spells out; of a longer one the field is named.
  private static let longestValue = 60

  private static func fieldText(_ change: FieldChange, _ kind: Kind?) -> String {
    let outline = FieldWords(kind: kind).outline(change)
    if outline.lines.count == 1 {
      let words = text(outline.lines[0])
      if words.count <= longestValue { return "\(outline.label): \(words)" }
    }
    guard let items = change.items, !items.isEmpty else { return outline.label }
    var counts: [(effect: Effect, count: Int)] = []
    for item in items {
      if let place = counts.firstIndex(where: { $0.effect == item.effect }) {
        counts[place].count += 1
      } else {
        counts.append((item.effect, 1))
      }
    }
    return "\(outline.label): "
      + counts.map { "\($0.count) \($0.effect.rawValue)" }.joined(separator: ", ")
  }

  private static func text(_ line: FieldOutline.Line) -> String {
    let words = line.fragments.map { fragment in
      switch fragment {
      case .text(let words): words
      case .removed(let words): "[-\(words)-]"
      case .added(let words): "{+\(words)+}"
      }
    }.joined()
    switch line.symbol {
    case .added?: return "+ \(words)"
    case .removed?: return "− \(words)"
    default: return words
    }
  }
}
