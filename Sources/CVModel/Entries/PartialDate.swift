internal import Text

/// A date as precise as it was written: a year, a season, a month or a day.
package struct PartialDate: Hashable, Sendable {
  /// The year, or the first of two: 2023 in `WS 2023/24`.
  package let year: Int
  package let season: Season?
  package let month: Int?
  package let day: Int?
  /// Another named part of the year; nil for a season.
  package var term: AcademicTerm? = nil
  /// True if it lasts into the next year: `WS 2023/24`, `2023/24`.
  package var spansTwoYears = false
  /// True for `c. 2010`: the year, or what else is given, is not sure.
  package var isApproximate = false

  /// A season, as in the names of academic terms; its raw value is the month as which it sorts.
  package enum Season: Int, Hashable, Sendable, CaseIterable {
    case spring = 3
    case summer = 6
    case fall = 9
    case winter = 12

    init?(_ word: some StringProtocol) {
      switch word.lowercased() {
      case "spring": self = .spring
      case "summer": self = .summer
      case "fall", "autumn": self = .fall
      case "winter": self = .winter
      default: return nil
      }
    }

    /// The English name, capitalized.
    package var name: String {
      switch self {
      case .spring: "Spring"
      case .summer: "Summer"
      case .fall: "Fall"
      case .winter: "Winter"
      }
    }
  }

  /// Parses `2024`, `2024-05`, `2024-05-17`, `Spring 2024`, `WS 2023/24`, `2023/24` or `c. 2010`;
  /// nil for anything else, and for days that do not exist.
  package init?(_ text: String) {
    if let first = text.utf8.first, (48...57).contains(first) {
      if let date = PartialDate(digits: text.utf8) {
        self = date
      } else if text.hasSuffix("~"), let date = PartialDate(String(text.dropLast())),
        !date.isApproximate
      {
        self = date
        isApproximate = true
      } else if let years = Self.years(text), years.spansTwo {
        self.init(year: years.first)
        spansTwoYears = true
      } else {
        return nil
      }
      return
    }
    if let rest = Self.withoutCirca(text) {
      guard let date = PartialDate(rest), !date.isApproximate else { return nil }
      self = date
      isApproximate = true
      return
    }
    let words = text.split(separator: " ")
    guard words.count > 1, let last = words.last, let years = Self.years(String(last)) else {
      return nil
    }
    if words.count == 2, let season = Season(words[0]) {
      self.init(year: years.first, season: season)
    } else if let term = AcademicTerm(words.dropLast().joined(separator: " ")) {
      self.init(year: years.first)
      self.term = term
    } else {
      return nil
    }
    spansTwoYears = years.spansTwo
  }

  /// The text behind `c.`, `ca.` or `circa`; nil without it.
  private static func withoutCirca(_ text: String) -> String? {
    let lower = text.lowercased()
    for word in ["circa ", "ca. ", "ca ", "c. ", "c."] where lower.hasPrefix(word) {
      return text.dropFirst(word.count).trimmed
    }
    return nil
  }

  /// A year, or two that follow each other: `2023/24`, `2023/2024`, `2023–24`.
  private static func years(_ text: String) -> (first: Int, spansTwo: Bool)? {
    let parts = text.split(omittingEmptySubsequences: false) { "/–-".contains($0) }
    guard let first = number(Substring(parts[0]).utf8, digits: 4), first > 0 else { return nil }
    if parts.count == 1 { return (first, false) }
    let next = String(first + 1)
    guard parts.count == 2, !text.contains("-") || parts[1].count == 4,
      parts[1] == next || parts[1] == next.suffix(2)
    else { return nil }
    return (first, true)
  }

  private init(year: Int, season: Season? = nil, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.season = season
    self.month = month
    self.day = day
  }

  /// Parses `2024`, `2024-05` or `2024-05-17`.
  private init?(digits: String.UTF8View) {
    let hyphen = UInt8(ascii: "-")
    guard let year = Self.number(digits.prefix(4), digits: 4), year > 0 else { return nil }
    var rest = digits.dropFirst(4)
    if rest.isEmpty {
      self.init(year: year)
      return
    }
    guard rest.first == hyphen, let month = Self.number(rest.dropFirst().prefix(2), digits: 2),
      (1...12).contains(month)
    else { return nil }
    rest = rest.dropFirst(3)
    if rest.isEmpty {
      self.init(year: year, month: month)
      return
    }
    guard rest.first == hyphen, let day = Self.number(rest.dropFirst(), digits: 2),
      (1...Self.days(inMonth: month, year: year)).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func number(_ text: Substring.UTF8View, digits: Int) -> Int? {
    var number = 0
    var count = 0
    for byte in text {
      guard (48...57).contains(byte), count < digits else { return nil }
      number = number * 10 + Int(byte) - 48
      count += 1
    }
    return count == digits ? number : nil
  }

  private static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The sort key: year, month (or the season's), day; unknown parts are 0.
  package var sortKey: (Int, Int, Int) { sortKey(winter: .december) }

  /// When the winter of a year is: in its first months, or in its last.
  package enum Winter: String, Hashable, Sendable {
    case january, december

    var month: Int { self == .january ? 1 : 12 }
  }

  package func sortKey(winter: Winter) -> (Int, Int, Int) {
    if season == .winter, !spansTwoYears { return (year, winter.month, 0) }
    let wholeYears = spansTwoYears && season == nil ? 9 : 0
    return (year, term?.month ?? season?.rawValue ?? month ?? wholeYears, day ?? 0)
  }

  /// The last year that it may mean.
  private var lastYear: Int { spansTwoYears ? year + 1 : year }

  /// Whether this date is after the other one whatever their missing parts are.
  package func isSurelyAfter(_ other: PartialDate) -> Bool {
    if isApproximate || other.isApproximate { return false }
    if year > other.lastYear { return true }
    if year != other.year || spansTwoYears || other.spansTwoYears { return false }
    if term != nil || other.term != nil { return false }
    if let mine = season, let theirs = other.season { return mine.rawValue > theirs.rawValue }
    guard let mine = month, let theirs = other.month else { return false }
    if mine != theirs { return mine > theirs }
    guard let mine = day, let theirs = other.day else { return false }
    return mine > theirs
  }

  /// Whether this date is a more precise form of the other one: `2024-05` sharpens `2024`.
  package func sharpens(_ other: PartialDate) -> Bool {
    guard self != other, year == other.year, !isApproximate else { return false }
    if other.isApproximate || other.spansTwoYears { return true }
    if other.term != nil { return false }
    if other.season == nil, other.month == nil { return true }
    return other.season == nil && month == other.month && other.day == nil
  }

  private static let longMonthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "sept",
  ]

  /// True if it is written as ISO 8601 writes it.
  package var isISO: Bool { season == nil && term == nil && isPlain }

  /// True if a period may leave out the year of its first date: no more is said than in the other
  /// one.
  var isPlain: Bool { !isApproximate && !spansTwoYears }

  /// Whether a word in lower case is the English name of a month or season, possibly abbreviated.
  static func isMonthOrSeason(_ word: String) -> Bool {
    longMonthNames.contains(word) || Season(word) != nil
      || monthNames.contains { $0.lowercased() == word }
  }

  static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `2023/24`
  package var yearText: String {
    guard spansTwoYears else { return String(year) }
    let next = (year + 1) % 100
    return "\(year)/\(next < 10 ? "0" : "")\(next)"
  }

  /// The display form: `2024`, `May 2024`, `17 May 2024`, `Spring 2024`, `WS 2023/24`, `c. 2010`.
  package var spoken: String {
    (isApproximate ? "c. " : "") + (spokenWithoutYear.map { "\($0) \(yearText)" } ?? yearText)
  }

  /// The display form without its year; nil if there is nothing else.
  var spokenWithoutYear: String? {
    if let season { return season.name }
    if let term { return term.label }
    guard let month else { return nil }
    let name = Self.monthNames[month - 1]
    if let day { return "\(day) \(name)" }
    return name
  }
}
