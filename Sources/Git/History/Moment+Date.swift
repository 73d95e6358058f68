extension Moment {
  /// Reads a date as the environment gives it to git: seconds and a zone, `@1709283600 +0100`, or
  /// a day, a time and a zone in any of the usual orders: ISO 8601, RFC 2822, or as `git log`
  /// prints them.
  ///
  /// - Parameter defaultOffset: the zone of a date that names none, in minutes east of UTC.
  init?(date: String, defaultOffset: Int) {
    let words = date.split { $0 == " " || $0 == "," }
    if let moment = Self(secondsAndZone: words) {
      self = moment
      return
    }
    var parts = DateParts()
    for word in words where !parts.read(word) { return nil }
    guard let day = parts.writtenDay, let seconds = parts.secondsOfDay else { return nil }
    let offset = parts.offset ?? defaultOffset
    let moment = day.startInUnixSeconds + Int64(seconds) - Int64(offset) * 60
    // git keeps no time before 1970.
    guard moment >= 0 else { return nil }
    self.init(seconds: moment, offsetMinutes: offset)
  }

  /// Without an `@`, eight digits and fewer are no seconds: they look like a year, or a day.
  private init?(secondsAndZone words: [Substring]) {
    guard let first = words.first, words.count <= 2 else { return nil }
    let isMarked = first.hasPrefix("@")
    let digits = isMarked ? first.dropFirst() : first
    guard let seconds = Int64(digits), seconds >= 0, isMarked || digits.utf8.count > 8,
      seconds < 1 << 52
    else { return nil }
    guard words.count == 2 else {
      self.init(seconds: seconds, offsetMinutes: 0)
      return
    }
    guard let offset = Self.zone(words[1]) else { return nil }
    self.init(seconds: seconds, offsetMinutes: offset)
  }

  /// Minutes east of UTC of `Z`, `UTC`, `GMT`, `+01`, `+0100` or `+01:00`; nil for a zone that there is not on earth.
  fileprivate static func zone(_ text: Substring) -> Int? {
    if ["Z", "UTC", "GMT"].contains(text) { return 0 }
    let digits = text.filter { $0 != ":" }
    let whole = digits.count == 3 ? digits + "00" : digits
    guard let minutes = offset(whole), zones.contains(minutes),
      let last = Int(whole.suffix(2)), last < 60
    else { return nil }
    return minutes
  }
}

/// What the words of a date have said so far.
private struct DateParts {
  private var day: Day?
  private var number: Int?
  private var month: Int?
  private var year: Int?
  private(set) var secondsOfDay: Int?
  private(set) var offset: Int?

  /// The day, once it was read whole or in three words.
  var writtenDay: Day? {
    if let day { return day }
    guard let number, let month, let year else { return nil }
    return Day(year: year, month: month, day: number)
  }

  /// Takes in one word; false for one that means nothing.
  mutating func read(_ word: Substring) -> Bool {
    if let separator = word.firstIndex(of: "T"), let first = word.first, first.isNumber {
      return read(word[..<separator]) && read(word[word.index(after: separator)...])
    }
    if let written = Day(word.split(separator: "/").joined(separator: "-")) {
      day = written
      return true
    }
    if word.first?.isNumber == true, word.contains(":") { return readTime(word) }
    if let zone = Moment.zone(word) {
      offset = zone
      return true
    }
    return readNumber(word) || readName(word)
  }

  /// `hh:mm`, `hh:mm:ss` or `hh:mm:ss.fraction`, and perhaps a zone right behind.
  private mutating func readTime(_ word: Substring) -> Bool {
    let time = word.prefix { $0.isNumber || $0 == ":" || $0 == "." }
    let whole = time.prefix { $0 != "." }
    let numbers = whole.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (2...3).contains(numbers.count), let hours = numbers[0], let minutes = numbers[1],
      let seconds = numbers.count == 3 ? numbers[2] : 0, hours < 24, minutes < 60, seconds <= 60
    else { return false }
    secondsOfDay = hours * 3600 + minutes * 60 + seconds
    let rest = word[time.endIndex...]
    guard !rest.isEmpty else { return true }
    offset = Moment.zone(rest)
    return offset != nil
  }

  private mutating func readNumber(_ word: Substring) -> Bool {
    guard word.allSatisfy(\.isNumber), let value = Int(word) else { return false }
    switch word.count {
    case 1...2: number = value
    case 4: year = value
    default: return false
    }
    return true
  }

  /// A month or a day of the week, of which the first three letters count.
  private mutating func readName(_ word: Substring) -> Bool {
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    let name = word.prefix(3).lowercased()
    guard let index = months.firstIndex(of: name) else { return days.contains(name) }
    month = index + 1
    return true
  }
}
