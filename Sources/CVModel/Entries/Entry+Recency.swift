/// The order of entries by time: ongoing first, then the newest.
package struct Recency: Hashable, Sendable, Comparable {
  /// The end: `present` and an expected end are newest, an undated entry oldest.
  private let end: Place
  private let start: Place

  /// A date for sorting, of which smaller parts may be unknown.
  private struct Place: Hashable, Comparable {
    let year: Int
    let month: Int
    let day: Int

    static let unknown = Place(year: 0, month: 0, day: 0)
    static let newest = Place(year: .max, month: 0, day: 0)

    init(year: Int, month: Int = 0, day: Int = 0) {
      (self.year, self.month, self.day) = (year, month, day)
    }

    init(_ date: PartialDate, _ winter: PartialDate.Winter) {
      (year, month, day) = date.sortKey(winter: winter)
    }

    static func < (left: Place, right: Place) -> Bool {
      (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
  }

  /// - Parameter winter: when the winters of the CV are.
  package init(_ entry: Entry, kind: Kind?, winter: PartialDate.Winter = .december) {
    let date = kind?.dateField.flatMap { entry[$0]?.text }.flatMap(PartialDate.init)
    let period = kind?.hasPeriod == true ? Period(entry.fields) : nil
    let years = entry["counts"].flatMap { FieldType.counts.meaning(of: $0) }
    switch (period?.end, period) {
    case (.present?, _): end = .newest
    case (.date(let last)?, _): end = Place(last, winter)
    // It ended after it began.
    case (.unknown?, let period?): end = period.start.map { Place($0, winter) } ?? .unknown
    case (nil, let period?) where period.expected != nil || period.start != nil: end = .newest
    default:
      if let date {
        end = Place(date, winter)
      } else if case .counts(let counts)? = years, let last = counts.keys.max() {
        end = Place(year: last)
      } else if kind?.isUnderWay(entry) == true {
        end = .newest
      } else {
        end = .unknown
      }
    }
    if let first = period?.start ?? date {
      start = Place(first, winter)
    } else if case .counts(let counts)? = years, let first = counts.keys.min() {
      start = Place(year: first)
    } else {
      start = .unknown
    }
  }

  /// Older before newer.
  package static func < (left: Recency, right: Recency) -> Bool {
    left.end == right.end ? left.start < right.start : left.end < right.end
  }
}

extension Kind {
  /// True for work that is on its way: its status is a step before the last one.
  fileprivate func isUnderWay(_ entry: Entry) -> Bool {
    for field in fields {
      guard case .status(let lifecycle) = field.type, let text = entry[field.name]?.text,
        let rank = lifecycle.step(named: text)?.rank
      else { continue }
      return rank < lifecycle.steps.compactMap(\.rank).max() ?? 0
    }
    return false
  }
}
