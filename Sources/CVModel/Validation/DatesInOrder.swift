internal import Text

/// A period must end after its start, and one with an expected end must not have ended.
enum DatesInOrder: RecordRule {
  static let name = "period"

  static func findings(in record: Record, of kind: Kind) -> [Finding] {
    guard kind.hasPeriod, let period = Period(record.entry.fields) else { return [] }
    return findings(in: period, record)
  }

  private static func findings(in period: Period, _ record: Record) -> [Finding] {
    var findings: [Finding] = []
    if period.expected != nil, record.entry["end"] != nil {
      findings.append(
        finding(
          record, "expected", "\"expected\" and \"end\" are both given",
          hint: "remove \"expected\" once the end is known"))
    }
    guard let start = period.start else { return findings }
    if case .date(let end)? = period.end, start.isSurelyAfter(end) {
      findings.append(isReversed(record, "end", start, end))
    }
    if let expected = period.expected, start.isSurelyAfter(expected) {
      findings.append(isReversed(record, "expected", start, expected))
    }
    return findings
  }

  private static func isReversed(
    _ record: Record, _ field: String, _ start: PartialDate, _ end: PartialDate
  ) -> Finding {
    finding(
      record, field, "\(quoted(field)), \(end.spoken), is before the start, \(start.spoken)",
      hint: "correct one of the two")
  }
}
