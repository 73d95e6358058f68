/// A period: `start`, and `end` (a date or `present`) or `expected` (a date still ahead).
package struct Period: Hashable, Sendable {
  package enum End: Hashable, Sendable {
    case date(PartialDate)
    case present
    /// It has ended; when is not known.
    case unknown

    /// Parses a date, or one of the words `present` and `unknown`.
    init?(_ text: String) {
      if text.lowercased() == "present" {
        self = .present
      } else if ["unknown", "?"].contains(text.lowercased()) {
        self = .unknown
      } else if let date = PartialDate(text) {
        self = .date(date)
      } else {
        return nil
      }
    }
  }

  package var start: PartialDate?
  package var end: End?
  package var expected: PartialDate?

  /// The names of the fields of a period, in order.
  package static let fieldNames = ["start", "end", "expected"]

  /// The period of an entry's fields, without invalid parts; nil if nothing is left.
  package init?(_ fields: Fields) {
    start = fields["start"]?.text.flatMap(PartialDate.init)
    end = fields["end"]?.text.flatMap(End.init)
    expected = fields["expected"]?.text.flatMap(PartialDate.init)
    if start == nil && end == nil && expected == nil { return nil }
  }

  /// Whether the period has not ended: `present`, expected, or no end.
  package var isOngoing: Bool {
    switch end {
    case .date, .unknown: false
    case .present: true
    case nil: start != nil || expected != nil
    }
  }

  /// The display form: `Jun – Aug 2025`, `Sep 2021 – present`, `Sep 2021 – May 2026 (expected)`.
  package var spoken: String {
    let last: String?
    var lastDate: PartialDate?
    switch (end, expected) {
    case (.present?, _): last = "present"
    case (.unknown?, _): last = "unknown"
    case (.date(let date)?, _):
      last = date.spoken
      lastDate = date
    case (nil, let date?): last = "\(date.spoken) (expected)"
    case (nil, nil): last = nil
    }
    guard let start else { return last ?? "" }
    guard let last else { return "since \(start.spoken)" }
    if let lastDate, start == lastDate { return last }
    if let lastDate, lastDate.year == start.year, start.isPlain, lastDate.isPlain,
      let short = start.spokenWithoutYear
    {
      return "\(short) – \(last)"
    }
    return "\(start.spoken) – \(last)"
  }
}
