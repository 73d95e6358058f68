/// A date as precise as it was written: a year, a season, a month or a day.
package struct PartialDate: Hashable, Sendable {
  package let year: Int
  package let season: Season?
  package let month: Int?
  package let day: Int?

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

  /// Parses `2024`, `2024-05`, `2024-05-17` or `Spring 2024`; nil for anything else, and for days
  /// that do not exist.
  package init?(_ text: String) {
    if let first = text.utf8.first, (48...57).contains(first) {
      self.init(digits: text.utf8)
      return
    }
    let words = text.split(separator: " ")
    guard words.count == 2, let season = Season(words[0]),
      let year = Self.number(words[1].utf8, digits: 4), year > 0
    else { return nil }
    self.init(year: year, season: season)
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
  package var sortKey: (Int, Int, Int) { (year, season?.rawValue ?? month ?? 0, day ?? 0) }

  /// Whether this date is after the other one whatever their missing parts are.
  package func isSurelyAfter(_ other: PartialDate) -> Bool {
    if year != other.year { return year > other.year }
    if let mine = season, let theirs = other.season { return mine.rawValue > theirs.rawValue }
    guard let mine = month, let theirs = other.month else { return false }
    if mine != theirs { return mine > theirs }
    guard let mine = day, let theirs = other.day else { return false }
    return mine > theirs
  }

  /// Whether this date is a more precise form of the other one: `2024-05` sharpens `2024`.
  package func sharpens(_ other: PartialDate) -> Bool {
    guard self != other, year == other.year else { return false }
    if other.season == nil, other.month == nil { return true }
    return other.season == nil && month == other.month && other.day == nil
  }

  private static let longMonthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "sept",
  ]

  /// Whether a word in lower case is the English name of a month or season, possibly abbreviated.
  static func isMonthOrSeason(_ word: String) -> Bool {
    longMonthNames.contains(word) || Season(word) != nil
      || monthNames.contains { $0.lowercased() == word }
  }

  static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The display form: `2024`, `May 2024`, `17 May 2024`, `Spring 2024`.
  package var spoken: String {
    if let season { return "\(season.name) \(year)" }
    guard let month else { return String(year) }
    let name = Self.monthNames[month - 1]
    if let day { return "\(day) \(name) \(year)" }
    return "\(name) \(year)"
  }

  /// The display form without its year; nil if there is nothing else.
  var spokenWithoutYear: String? {
    if let season { return season.name }
    guard let month else { return nil }
    let name = Self.monthNames[month - 1]
    if let day { return "\(day) \(name)" }
    return name
  }
}
