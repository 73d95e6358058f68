/// Where an entry stands among others by time: what is going on first, then the newest.
package struct Recency: Hashable, Sendable, Comparable {
  /// The end: `present` and an expectation are newest, an undated entry oldest.
  private let end: [Int]
  private let start: [Int]

  package init(_ entry: Entry, kind: Kind?) {
    let date = kind?.dateField.flatMap { entry[$0]?.text }.flatMap(PartialDate.init)
    let period = kind?.hasPeriod == true ? Period(entry.fields) : nil
    let years = entry["counts"].flatMap { FieldType.counts.meaning(of: $0) }
    switch (period?.end, period) {
    case (.present?, _): end = Self.newest
    case (.date(let last)?, _): end = Self.parts(last)
    case (nil, let period?) where period.expected != nil || period.start != nil: end = Self.newest
    default:
      if let date {
        end = Self.parts(date)
      } else if case .counts(let counts)? = years, let last = counts.keys.max() {
        end = [last, 0, 0]
      } else {
        end = [0, 0, 0]
      }
    }
    if let first = period?.start ?? date {
      start = Self.parts(first)
    } else if case .counts(let counts)? = years, let first = counts.keys.min() {
      start = [first, 0, 0]
    } else {
      start = [0, 0, 0]
    }
  }

  private static let newest = [Int.max, 0, 0]

  private static func parts(_ date: PartialDate) -> [Int] {
    let key = date.sortKey
    return [key.0, key.1, key.2]
  }

  /// Older before newer.
  package static func < (left: Recency, right: Recency) -> Bool {
    left.end == right.end
      ? left.start.lexicographicallyPrecedes(right.start)
      : left.end.lexicographicallyPrecedes(right.end)
  }
}
