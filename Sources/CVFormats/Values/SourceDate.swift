internal import CVModel
internal import Text

/// A date or period in a single field, as other programs and people write it.
///
/// Reads ISO dates with any of their parts unknown (`2024-00-00`), with a time, and with other
/// separators; names of months and seasons in seven languages; `present` and its synonyms; and
/// ranges of all of these.
struct SourceDate: Hashable {
  /// In the form of a date field: `2024`, `2024-05`, `2024-05-17`, `Spring 2024`; nil for `until
  /// 2020` and `present`.
  var start: String?
  /// A date, or `present`; nil for a single date.
  var end: String?
  /// Whether the date is in the future: `expected May 2025`.
  var isExpected = false
  /// The part of the text that the fields do not express; nil if there is none.
  var loss: Loss?

  enum Loss: Hashable {
    /// `circa 2010`, `2010?`.
    case approximate
    /// `2012-2014, 2016-2018`: the fields have the first start and the last end.
    case several
  }

  /// Whether it is a single date and not a period.
  var isSingle: Bool { start != nil && end == nil }

  /// Nil for a text that is not a date.
  init?(_ written: String, seasonsAsMonths: Bool = false) {
    let text = DateWords.normalized(written)
    guard !text.isEmpty, text.utf8.count <= 100 else { return nil }
    if let date = Self.period(text, seasonsAsMonths) {
      self = date
      return
    }
    for separator in [";", ",", " and ", " & ", " und ", " et ", " y ", " e ", " en "] {
      let stints = text.split(separator: separator).map(\.trimmed)
      let dates = stints.compactMap { Self.period($0, seasonsAsMonths) }
      guard stints.count > 1, dates.count == stints.count else { continue }
      start = dates.compactMap(\.start).min { $0.chronological < $1.chronological }
      end =
        dates.contains { $0.end == DateWords.present }
        ? DateWords.present
        : dates.compactMap { $0.end ?? $0.start }.max { $0.chronological < $1.chronological }
      loss = .several
      return
    }
    return nil
  }

  private init() {}

  /// A single date, or two with a separator.
  private static func period(_ text: String, _ seasonsAsMonths: Bool) -> SourceDate? {
    if let single = single(text, seasonsAsMonths) { return single }
    for separator in separators {
      for index in text.indices where text[index...].hasPrefix(separator) {
        let left = text[..<index].trimmed
        let right = text[index...].dropFirst(separator.count).trimmed
        if let range = range(left, right, seasonsAsMonths) { return range }
      }
    }
    return nil
  }

  private static let separators = [
    " - ", "--", "/", " to ", " until ", " till ", " through ", " bis ", " à ", " au ", " a ",
    " al ",
    " hasta ", " até ", " tot ", "→", "..", "-",
  ]

  private static func range(
    _ left: String, _ right: String, _ seasonsAsMonths: Bool
  ) -> SourceDate? {
    if left.isEmpty || left == ".." {
      guard var date = single(right, seasonsAsMonths), date.isSingle else { return nil }
      (date.start, date.end) = (nil, date.start)
      return date
    }
    var first = single(left, seasonsAsMonths)
    if right.isEmpty || right == ".." {
      guard first?.isSingle == true else { return nil }
      return first
    }
    guard let last = right.utf8.count == 2 ? nil : single(right, seasonsAsMonths) else {
      // The century of `2019-21` is that of the start.
      guard var date = first, date.isSingle, let start = date.start, start.utf8.count == 4,
        right.utf8.count == 2, let short = Int(right), let year = Int(start),
        short > year % 100
      else { return nil }
      date.end = String(year / 100 * 100 + short)
      return date
    }
    if first == nil, let year = last.start?.year, left.contains(where: \.isLetter) {
      // The year of `June - August 2020` is that of the end.
      first = single("\(left) \(year)", seasonsAsMonths)
    }
    guard var date = first, date.isSingle else { return nil }
    guard last.isSingle || last.end == DateWords.present && last.start == nil else { return nil }
    date.end = last.end ?? last.start
    date.isExpected = last.isExpected
    date.loss = date.loss ?? last.loss
    return date
  }

  private static func single(_ text: String, _ seasonsAsMonths: Bool) -> SourceDate? {
    var date = SourceDate()
    var text = text
    if DateWords.presents.contains(text) {
      date.end = DateWords.present
      return date
    }
    for word in DateWords.approximations where text.hasPrefix(word + " ") {
      text = String(text.dropFirst(word.count))
      date.loss = .approximate
    }
    for mark in ["~", "?", "%"] {
      guard text.hasPrefix(mark) || text.hasSuffix(mark) else { continue }
      text = text.hasPrefix(mark) ? String(text.dropFirst()) : String(text.dropLast())
      date.loss = .approximate
    }
    text = text.trimmed
    for word in DateWords.expectations {
      if text.hasPrefix(word + " ") {
        text = String(text.dropFirst(word.count + 1))
      } else if text.hasSuffix(" " + word) {
        text = String(text.dropLast(word.count + 1))
      } else {
        continue
      }
      date.isExpected = true
    }
    for word in DateWords.beginnings where text.hasPrefix(word + " ") {
      text = String(text.dropFirst(word.count + 1))
    }
    for word in DateWords.endings where text.hasPrefix(word + " ") {
      guard var last = single(String(text.dropFirst(word.count + 1)), seasonsAsMonths),
        last.isSingle
      else { return nil }
      (last.start, last.end) = (nil, last.start)
      return last
    }
    guard let written = DateParts(text, seasonsAsMonths)?.written else { return nil }
    date.start = written
    return date
  }
}

extension String {
  /// The year at the start or end of a date in our form.
  fileprivate var year: String? {
    split { !$0.isNumber }.first { $0.utf8.count == 4 }.map(String.init)
  }

  /// A key for comparing dates in our form.
  fileprivate var chronological: [Int] {
    guard let date = PartialDate(self) else { return [] }
    return [date.sortKey.0, date.sortKey.1, date.sortKey.2]
  }
}

extension [Int] {
  fileprivate static func < (left: [Int], right: [Int]) -> Bool {
    left.lexicographicallyPrecedes(right)
  }
}

/// The parts of one date.
struct DateParts: Hashable {
  var year: Int
  var month: Int?
  var day: Int?
  var season: PartialDate.Season?

  /// In the form of a date field; nil for a day that does not exist.
  var written: String? {
    guard (1...9999).contains(year) else { return nil }
    func digits(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    let year = digits(year, 4)
    if let season { return "\(season.name) \(year)" }
    guard let month, month > 0 else { return year }
    var text = "\(year)-\(digits(month, 2))"
    if let day, day > 0 { text += "-\(digits(day, 2))" }
    return PartialDate(text) == nil ? nil : text
  }

  init(year: Int, month: Int? = nil, day: Int? = nil, season: PartialDate.Season? = nil) {
    (self.year, self.month, self.day, self.season) = (year, month, day, season)
  }

  /// Parses a normalized text. If day and month are ambiguous, as in `03/04/2020`, it does not
  /// guess.
  init?(_ text: String, _ seasonsAsMonths: Bool) {
    // Text after `T`, or after a blank before a time, is the time.
    var text = text
    if let mark = text.firstIndex(where: { $0 == "t" || $0 == " " }),
      text[..<mark].utf8.count == 10, text[text.index(after: mark)...].contains(":")
    {
      text = String(text[..<mark])
    }
    let words = text.split { " ,./-".contains($0) || $0 == "'" || $0 == "’" }.map(String.init)
    let numbers = words.map { word -> Int? in
      let digits =
        DateWords.ordinals.first { word.hasSuffix($0) && word.first?.isNumber == true }
        .map { String(word.dropLast($0.count)) } ?? word
      return digits.utf8.count <= 4 ? Int(digits) : nil
    }
    switch words.count {
    case 1:
      guard words[0].utf8.count == 4, let year = numbers[0] else {
        if words[0].utf8.count == 8, let all = Int(words[0]) {
          self.init(year: all / 10_000, month: all / 100 % 100, day: all % 100)
          return
        }
        return nil
      }
      self.init(year: year)
    case 2...3: self.init(words, numbers, seasonsAsMonths)
    default:
      // `17 de mayo de 2024`.
      let rest = words.filter { !DateWords.fillers.contains($0) }
      guard rest.count < words.count, (2...3).contains(rest.count) else { return nil }
      self.init(rest.joined(separator: " "), seasonsAsMonths)
    }
  }

  private init?(_ words: [String], _ numbers: [Int?], _ seasonsAsMonths: Bool) {
    let filtered = words.filter { !DateWords.fillers.contains($0) }
    if filtered.count < words.count {
      self.init(filtered.joined(separator: " "), seasonsAsMonths)
      return
    }
    let yearIndex = words.firstIndex { $0.utf8.count == 4 && Int($0) != nil }
    guard let yearIndex, let year = numbers[yearIndex] else { return nil }
    let others = words.indices.filter { $0 != yearIndex }
    if let named = others.first(where: { DateWords.month(words[$0]) != nil }) {
      let rest = others.filter { $0 != named }
      let day = rest.first.flatMap { numbers[$0] }
      guard rest.count <= 1, rest.isEmpty || day != nil else { return nil }
      self.init(year: year, month: DateWords.month(words[named]), day: day)
      return
    }
    if others.count == 1, let season = DateWords.season(words[others[0]]) {
      self.init(year: year, season: season)
      return
    }
    guard others.allSatisfy({ numbers[$0] != nil && words[$0].utf8.count <= 2 }) else { return nil }
    let rest = others.compactMap { numbers[$0] }
    if rest.count == 1 {
      if rest[0] > 12 {
        guard seasonsAsMonths, (21...24).contains(rest[0]) else { return nil }
        self.init(year: year, season: PartialDate.Season.allCases[rest[0] - 21])
        return
      }
      self.init(year: year, month: rest[0])
    } else if yearIndex == 0 {
      self.init(year: year, month: rest[0], day: rest[1])
    } else if yearIndex == 2, rest[0] > 12 || rest[0] == rest[1] {
      self.init(year: year, month: rest[1], day: rest[0])
    } else if yearIndex == 2, rest[1] > 12 {
      self.init(year: year, month: rest[0], day: rest[1])
    } else {
      return nil
    }
  }
}
