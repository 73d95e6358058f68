internal import Text

/// Proposes the value that an author most likely meant by an invalid one.
extension FieldType {
  func proposal(for text: String) -> String? {
    switch self {
    case .date: PartialDate.proposal(for: text)
    case .end:
      ["now", "current", "currently", "ongoing", "today"].contains(text.lowercased())
        ? "present" : PartialDate.proposal(for: text)
    case .money: Money.proposal(for: text)
    case .email:
      text.split { "<> ".contains($0) }.first { $0.contains("@") && $0.contains(".") }
        .map(String.init)
    case .identifier(let scheme): scheme.proposal(for: text)
    default: nil
    }
  }
}

extension PartialDate {
  /// Reads `May 2024`, `17 May 2024`, `May 17, 2024`, `2024/5/17` and `05/2024`; does not guess if
  /// day and month are ambiguous.
  static func proposal(for text: String) -> String? {
    let words = text.split { " ,./-".contains($0) }.map(String.init)
    guard (2...3).contains(words.count),
      let year = words.first(where: { $0.count == 4 && $0.isASCIIDigits }),
      PartialDate(year) != nil
    else { return nil }
    // 12.03.2024: with points, the day comes first.
    let isPointed =
      text.count { $0 == "." } == 2 && words.count == 3 && words[2] == year
      && words[1].allSatisfy(\.isNumber)
    if isPointed { return proposal(for: "\(year)/\(words[1])/\(words[0])") }
    let rest = words.filter { $0 != year }
    let named = rest.firstIndex { month(named: $0) != nil }
    let isLeading = words[0] == year
    let monthIndex = named ?? (rest.count == 1 || isLeading ? 0 : nil)
    guard let monthIndex, rest.indices.contains(monthIndex) else { return nil }
    let parts =
      [rest[monthIndex]] + rest.enumerated().filter { $0.offset != monthIndex }.map(\.element)
    let numbers = parts.compactMap { month(named: $0) ?? Int($0) }
    guard numbers.count == parts.count else { return nil }
    let written = ([year] + numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }).joined(separator: "-")
    return written == text || PartialDate(written) == nil ? nil : written
  }

  private static func month(named word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    let start = word.prefix(3).lowercased()
    return monthNames.firstIndex { $0.prefix(3).lowercased() == start }.map { $0 + 1 }
  }

  /// Whether a text has the shape of a date but does not exist in the calendar.
  static func isOutsideCalendar(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return (2...3).contains(parts.count) && PartialDate(String(parts[0])) != nil
      && parts.dropFirst().allSatisfy { $0.count == 2 && $0.isASCIIDigits }
      && PartialDate(text) == nil
  }
}

extension Money {
  private static let signs: [Character: String] = ["$": "USD", "€": "EUR", "£": "GBP", "₹": "INR"]

  /// Reads `$120,000`, `120,000€`, `USD 120000`, `1.5M EUR` and `850'000 CHF`.
  fileprivate static func proposal(for text: String) -> String? {
    let text = text.split(separator: " ").map { spelledOut(String($0)) }.joined(separator: " ")
    let sign = text.first { signs[$0] != nil }.flatMap { signs[$0] }
    let words = text.filter { signs[$0] == nil }.split(separator: " ").map(String.init)
    let written =
      ([words.first { ExactDecimal($0) != nil }]
      + [sign ?? words.first { ExactDecimal($0) == nil }?.uppercased()])
      .compactMap { $0 }.joined(separator: " ")
    return Money(written) == nil ? nil : written
  }

  /// A number without apostrophes, and with thousands and millions as digits; other words
  /// unchanged.
  private static func spelledOut(_ word: String) -> String {
    let digits = word.filter { $0 != "'" && $0 != "’" }
    guard digits.contains(where: \.isNumber), let last = digits.last else { return word }
    let zeros = ["k": 3, "K": 3, "m": 6, "M": 6][String(last)] ?? 0
    let parts = digits.dropLast(zeros > 0 ? 1 : 0)
      .split(separator: ".", omittingEmptySubsequences: false)
    guard zeros > 0 else { return digits }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard parts.count <= 2, fraction.count <= zeros else { return digits }
    return parts[0] + fraction + String(repeating: "0", count: zeros - fraction.count)
  }
}

extension IdentifierScheme {
  /// The word that is an identifier, or an ORCID's digits with its missing hyphens added.
  fileprivate func proposal(for text: String) -> String? {
    let word = text.split(separator: " ").map(String.init).first { (try? canonical($0)) != nil }
    if let word { return word }
    // Count characters: 16 bytes may be fewer of them.
    let characters = Array(bare(text))
    guard self == .orcid, characters.count == 16 else { return nil }
    let grouped = stride(from: 0, to: 16, by: 4).map { String(characters[$0..<min($0 + 4, 16)]) }
      .joined(separator: "-")
    return (try? canonical(grouped)) == nil ? nil : grouped
  }
}
