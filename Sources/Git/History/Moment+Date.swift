extension Moment {
  /// Reads a date as the environment gives it to git: `@1709283600 +0100`, `1709283600 +0100`,
  /// `2024-03-01T09:00:00+01:00`, `2024-03-01 09:00:00 +0100`, or RFC 2822's
  /// `Fri, 1 Mar 2024 09:00:00 +0100`.
  ///
  /// - Parameter defaultOffset: the zone of a date that names none, in minutes east of UTC.
  init?(date: String, defaultOffset: Int) {
    var words = date.split { $0 == " " || $0 == "," || $0 == "T" && date.first?.isNumber == true }
      .map(String.init)
    guard let first = words.first else { return nil }
    let digits = first.hasPrefix("@") ? first.dropFirst() : first[...]
    if let seconds = Int64(digits), first.hasPrefix("@") || digits.utf8.count > 8 {
      guard words.count <= 2 else { return nil }
      let offset = words.count == 2 ? Self.zone(words[1]) : 0
      guard let offset else { return nil }
      self.init(seconds: seconds, offsetMinutes: offset)
      return
    }
    guard let day = Self.takeDay(&words), !words.isEmpty,
      let (seconds, zone) = Self.clock(words.joined())
    else { return nil }
    guard let offset = zone.isEmpty ? defaultOffset : Self.zone(zone) else { return nil }
    let utc = day.startInUnixSeconds + Int64(seconds) - Int64(offset) * 60
    self.init(seconds: utc, offsetMinutes: offset)
  }

  /// Takes `2024-03-01`, `2024/03/01` or `[Fri] 1 Mar 2024` off the front.
  private static func takeDay(_ words: inout [String]) -> Day? {
    if let day = Day(words[0].split(separator: "/").joined(separator: "-")) {
      words.removeFirst()
      return day
    }
    if Int(words[0]) == nil { words.removeFirst() }
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    guard words.count >= 3, let day = Int(words[0]), let year = Int(words[2]),
      let month = months.firstIndex(of: String(words[1].prefix(3)))
    else { return nil }
    words.removeFirst(3)
    return Day(year: year, month: month + 1, day: day)
  }

  /// Reads `hh:mm[:ss[.fraction]]` and gives what follows, the zone.
  private static func clock(_ text: String) -> (seconds: Int, zone: String)? {
    let time = text.prefix { $0.isNumber || $0 == ":" || $0 == "." }
    let numbers =
      time.split(separator: ".").first?.split(
        separator: ":", omittingEmptySubsequences: false
      ).map { Int($0) } ?? []
    guard (2...3).contains(numbers.count), let hours = numbers[0], let minutes = numbers[1],
      let seconds = numbers.count == 3 ? numbers[2] : 0, hours < 24, minutes < 60, seconds <= 60
    else { return nil }
    return (hours * 3600 + minutes * 60 + seconds, String(text[time.endIndex...]))
  }

  /// `Z`, `UTC`, `GMT`, `+01`, `+0100` or `+01:00`.
  private static func zone(_ text: String) -> Int? {
    if ["Z", "UTC", "GMT"].contains(text) { return 0 }
    let digits = text.filter { $0 != ":" }
    return offset(digits.count == 3 ? digits + "00" : digits)
  }
}
