/// A range of dates that selects entries; a missing bound is open.
package struct DateRange: Hashable, Sendable {
  package var since: PartialDate?
  package var until: PartialDate?

  package init(since: PartialDate? = nil, until: PartialDate? = nil) {
    self.since = since
    self.until = until
  }

  /// True if it selects everything.
  var isOpen: Bool { since == nil && until == nil }

  /// True where some part of the entry's time may lie in the span. What has no date is in every
  /// span.
  package func selects(_ entry: Entry, _ kind: Kind) -> Bool {
    guard since != nil || until != nil else { return true }
    let time = EntryTime(entry, kind)
    if let since, let last = time.last, !time.isOngoing, since.isSurelyAfter(last) { return false }
    if let until, let first = time.first, first.isSurelyAfter(until) { return false }
    return true
  }
}

/// When an entry begins and ends.
private struct EntryTime {
  var first: PartialDate?
  var last: PartialDate?
  var isOngoing = false

  init(_ entry: Entry, _ kind: Kind) {
    if kind.hasPeriod, let period = Period(entry.fields) {
      first = period.start
      isOngoing = period.isOngoing
      if case .date(let end)? = period.end { last = end }
    } else if let date = kind.dateField.flatMap({ entry[$0]?.text }).flatMap(PartialDate.init) {
      (first, last) = (date, date)
    } else if let value = entry["counts"],
      case .counts(let counts)? = FieldType.counts.meaning(of: value)
    {
      first = counts.keys.min().flatMap { PartialDate(String($0)) }
      last = counts.keys.max().flatMap { PartialDate(String($0)) }
    }
  }
}
