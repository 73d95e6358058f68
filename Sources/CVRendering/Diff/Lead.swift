internal import CVModel

/// The most important change of an entry, as words before its name.
struct Lead {
  /// The field that it fully describes; empty if its fields are also listed.
  let path: String
  let symbol: EntryOutline.Symbol
  let text: String
  let detail: String?
  /// The text without the old value, for the subject of a message: `Accepted`.
  let event: String
  /// The new status alone, if reaching it is news: `Accepted`.
  private(set) var news: String?

  /// The first headline among status, period and venue; nil if none of them is a headline.
  init?(_ fields: [FieldChange], entry: Entry, kind: Kind?) {
    let candidates = fields.filter { $0.significance == .headline }
    if let status = candidates.first(where: { Self.isStatus($0, kind) }) {
      self.init(status: status, kind: kind)
    } else if let period = candidates.first(where: { $0.path == FieldChange.periodPath }) {
      self.init(period: period, now: EntrySummary(entry, kind: kind).date)
    } else if candidates.contains(where: { $0.effect == .resubmitted }) {
      self.init(resubmitted: .changed)
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
    news = [.cleared, .backward].contains(status.effect) ? nil : label(status.to)
    switch status.effect {
    case .set: (symbol, text) = (.forward, "now \(label(status.to))")
    case .cleared: (symbol, text) = (.changed, "no longer \(label(status.from))")
    case .exit: (symbol, text) = (.exit, "\(label(status.from)) → \(label(status.to))")
    case .backward: (symbol, text) = (.backward, "\(label(status.from)) → \(label(status.to))")
    default: (symbol, text) = (.forward, "\(label(status.from)) → \(label(status.to))")
    }
  }

  private init(resubmitted symbol: EntryOutline.Symbol) {
    (path, self.symbol, text, detail, event) = ("", symbol, "Resubmitted", nil, "Resubmitted")
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
      let (expected, end) = (date(period.from, "expected"), date(period.to, "end"))
      (symbol, text) = (.ended, "Ended \(end)")
      detail = expected == end ? "as expected" : "expected \(expected)"
    case .expectationMoved:
      let (before, after) = (date(period.from, "expected"), date(period.to, "expected"))
      (symbol, text, detail) = (.changed, "Expected \(before) → \(after)", nil)
    default: (symbol, text, detail) = (.changed, "Period", now)
    }
    event = symbol == .changed ? "Updated" : text
  }
}
