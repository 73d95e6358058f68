/// A part of the year that terms are named by; its raw value is the month it sorts as.
package enum Season: Int, Hashable, Sendable, CaseIterable {
  case spring = 3
  case summer = 6
  case fall = 9
  case winter = 12

  /// The English words for it, in lower case; the usual one first.
  package var words: [String] {
    switch self {
    case .spring: ["spring"]
    case .summer: ["summer"]
    case .fall: ["fall", "autumn"]
    case .winter: ["winter"]
    }
  }

  package init?(_ word: some StringProtocol) {
    let word = word.lowercased()
    guard let season = Self.allCases.first(where: { $0.words.contains(word) }) else { return nil }
    self = season
  }

  /// The English name with a capital.
  package var name: String {
    switch self {
    case .spring: "Spring"
    case .summer: "Summer"
    case .fall: "Fall"
    case .winter: "Winter"
    }
  }
}

/// The months, counted from 1, by their English names.
package enum Month {
  package static let shortNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The month whose name begins as a word does: `jan`, `Sept`, `September`.
  package static func number(beginning word: some StringProtocol) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    let start = word.prefix(3).lowercased()
    return shortNames.firstIndex { $0.lowercased() == start }.map { $0 + 1 }
  }

  /// The month that a word names, whole or by three letters or four.
  package static func number(of word: some StringProtocol) -> Int? {
    let word = word.lowercased()
    guard let number = number(beginning: word), names[number - 1].hasPrefix(word) else {
      return nil
    }
    return number
  }

  /// How many days a month has in the (proleptic Gregorian) calendar.
  package static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
