internal import CVModel

/// A date from BibTeX's `year`, `month` and `day`, or from biblatex's `date`.
struct BibTeXDate: Hashable, Sendable {
  /// The date in the form of records.
  var text: String
  /// False if the source has more than the record's date: a range, an uncertain date.
  var isExact: Bool

  // MARK: biblatex

  /// Parses an ISO 8601-2 (EDTF) date, level 1; of a range, the first date that is present.
  ///
  /// Seasons are 21 to 24; `~`, `?` and `%` mark uncertain dates; `X` stands for unknown digits.
  init?(extended written: String) {
    let parts = written.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first(where: { !$0.isEmpty && $0 != ".." }) else {
      return nil
    }
    guard let (date, isExact) = Self.single(String(first)) else { return nil }
    text = date
    self.isExact = isExact && parts.count == 1
  }

  private static func single(_ written: String) -> (text: String, isExact: Bool)? {
    var date = written.filter { $0 != " " }
    let isMarked = date.contains { "~?%".contains($0) }
    date.removeAll { "~?%".contains($0) }
    let time = date.firstIndex(of: "T")
    if let time { date = String(date[..<time]) }
    var pieces = date.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    let isUnknown = pieces.contains { $0.contains { "Xxu".contains($0) } }
    if isUnknown, let first = pieces.firstIndex(where: { $0.contains { "Xxu".contains($0) } }) {
      // If the year is partly unknown, the whole date is unknown.
      guard first > 0 else { return nil }
      pieces = Array(pieces[..<first])
    }
    if pieces.count > 1, let season = seasons[pieces[1]] {
      guard pieces.count == 2 else { return nil }
      return checked("\(season) \(pieces[0])", !isMarked && !isUnknown)
    }
    let padded = pieces.enumerated().map { index, piece in
      index > 0 && piece.utf8.count == 1 ? "0\(piece)" : piece
    }
    return checked(padded.joined(separator: "-"), !isMarked && !isUnknown && time == nil)
  }

  private static let seasons = ["21": "Spring", "22": "Summer", "23": "Fall", "24": "Winter"]

  private static func checked(_ text: String, _ isExact: Bool) -> (text: String, isExact: Bool)? {
    PartialDate(text) == nil ? nil : (text, isExact)
  }

  // MARK: BibTeX

  /// Reads a year with what is known of the month and the day.
  ///
  /// - Parameters:
  ///   - year: decoded, such as `2019`, `{2019}`, `2019--2020` or `in press 2021`.
  ///   - month: the full name or an abbreviation, a number, or words with a day: `10~January`.
  init?(year: String, month: String?, day: String?) {
    guard let number = Self.year(in: year) else { return nil }
    let isYear = year.utf8.count == 4
    guard let month, let read = Self.month(month) else {
      text = number
      isExact = isYear && month == nil && day == nil
      return
    }
    if let season = read.season {
      text = "\(season) \(number)"
      isExact = isYear && read.isExact && day == nil
      return
    }
    let own = day.flatMap { Int($0) }
    var parts = [number, Self.twoDigits(read.month)]
    if let day = own ?? read.day { parts.append(Self.twoDigits(day)) }
    var date = parts.joined(separator: "-")
    var isDayKnown = day == nil || own != nil && (read.day == nil || read.day == own)
    if PartialDate(date) == nil {
      date = parts.prefix(2).joined(separator: "-")
      isDayKnown = false
    }
    text = date
    isExact = isYear && read.isExact && isDayKnown
  }

  /// The first four-digit number from 1000 to 2999.
  static func year(in text: String) -> String? {
    for run in text.utf8.split(whereSeparator: { !Sign.isDigit($0) }) where run.count == 4 {
      if run.first == UInt8(ascii: "1") || run.first == UInt8(ascii: "2") {
        return String(Substring(run))
      }
    }
    return nil
  }

  private struct Month {
    var month = 0
    var day: Int?
    var season: String?
    var isExact = true
  }

  private static func month(_ text: String) -> Month? {
    if let month = number(ofMonth: text.lowercased()) { return Month(month: month) }
    var result = Month()
    var isRange = false
    for word in text.lowercased().split(whereSeparator: { " .,/–-~&".contains($0) }) {
      if let number = Int(word.utf8.last == UInt8(ascii: "h") ? word.dropLast(2) : word) {
        if word.utf8.count > 2 || number == 0 { continue }
        if result.day == nil { result.day = number } else { isRange = true }
      } else if let month = number(ofMonth: word) {
        if result.month == 0 { result.month = month } else { isRange = true }
      } else if let season = ["spring", "summer", "fall", "autumn", "winter"].first(where: {
        word == $0
      }) {
        result.season = season == "autumn" ? "Fall" : season.capitalizedFirst
      } else {
        result.isExact = false
      }
    }
    if result.month == 0, result.season == nil, let number = result.day, (1...12).contains(number) {
      (result.month, result.day) = (number, nil)
    }
    if isRange { result.isExact = false }
    if isRange, text.contains(where: { "/–-".contains($0) }) { result.day = nil }
    return result.month == 0 && result.season == nil ? nil : result
  }

  /// The number of an English month, given its name or an abbreviation of at least three letters.
  static func number(ofMonth word: some StringProtocol) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return monthNames.firstIndex { $0.hasPrefix(word) || word == "sept" && $0 == "september" }
      .map { $0 + 1 }
  }

  static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
