/// The macros of `@string`, and those for the months.
struct BibTeXMacros: Sendable {
  private var values: [String: [UInt8]] = [:]
  /// How many more bytes macros may expand to: a few nested macros could fill the memory.
  private var budget = 32 << 20

  /// The maximum length of a macro's value.
  private static let longest = 64 << 10

  private static let months: [String: [UInt8]] = Dictionary(
    uniqueKeysWithValues: BibTeXDate.monthNames.map {
      (String($0.prefix(3)), Array(($0.prefix(1).uppercased() + $0.dropFirst()).utf8))
    })

  mutating func define(_ name: String, as value: [UInt8]) {
    values[name] = value.count > Self.longest ? Array(value.prefix(Self.longest)) : value
  }

  /// The value of a macro; nil if it is undefined, or if the budget is used up.
  mutating func expand(_ name: String) -> (bytes: [UInt8], isMonth: Bool)? {
    guard let value = values[name] else { return Self.months[name].map { ($0, true) } }
    guard value.count <= budget else { return nil }
    budget -= value.count
    return (value, false)
  }

  mutating func undefine(_ name: String) { values[name] = nil }
}
