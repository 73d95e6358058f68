package import Git
package import Text

/// The days that a date of any precision covers: `2024`, `2024-12` or `2024-12-31`.
package struct DayRange: Hashable, Sendable {
  package let first: Day
  package let last: Day
  /// Whether this is a whole year or month.
  package let isWide: Bool

  /// Returns nil if the text is not such a date.
  package init?(_ text: String) {
    let lengths = text.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8.count)
    let (start, end): (Day?, Day?)
    switch lengths {
    case [4]: (start, end) = (Day("\(text)-01-01"), Day("\(text)-12-31"))
    case [4, 2]:
      start = Day("\(text)-01")
      end = (28...31).lazy.compactMap { Day("\(text)-\($0)") }.last
    default: (start, end) = (Day(text), Day(text))
    }
    guard let start, let end else { return nil }
    (first, last, isWide) = (start, end, lengths.count < 3)
  }
}
