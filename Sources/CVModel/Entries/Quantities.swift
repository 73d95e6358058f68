internal import Text

/// An exact decimal number: `digits` × 10^-`places`.
package struct ExactDecimal: Hashable, Sendable {
  package let digits: Int
  package let places: Int

  /// Parses digits with at most one decimal point, and commas between groups of three; nil for
  /// anything else or more than 15 digits.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Self.ungrouped(parts[0]), !whole.isEmpty else {
      return nil
    }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard parts.count == 1 || !fraction.isEmpty, fraction.isASCIIDigits,
      whole.count + fraction.count <= 15, let digits = Int(whole + fraction)
    else { return nil }
    self.digits = digits
    places = fraction.count
  }

  private init(digits: Int, places: Int) {
    self.digits = digits
    self.places = places
  }

  private static func ungrouped(_ text: some StringProtocol) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ $0.isASCIIDigits }) else { return nil }
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    return groups.joined()
  }

  /// The digits of both at the higher number of places; nil if they overflow.
  private static func aligned(_ left: ExactDecimal, _ right: ExactDecimal) -> (Int, Int, Int)? {
    let places = max(left.places, right.places)
    guard let mine = left.scaled(to: places), let theirs = right.scaled(to: places) else {
      return nil
    }
    return (mine, theirs, places)
  }

  private func scaled(to wanted: Int) -> Int? {
    var result = digits
    for _ in places..<wanted {
      let (product, overflows) = result.multipliedReportingOverflow(by: 10)
      if overflows { return nil }
      result = product
    }
    return result
  }

  /// The exact difference; nil if it overflows.
  static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal? {
    guard let (mine, theirs, places) = aligned(left, right) else { return nil }
    let (difference, overflows) = mine.subtractingReportingOverflow(theirs)
    return overflows ? nil : ExactDecimal(digits: difference, places: places)
  }

  static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if let (mine, theirs, _) = aligned(left, right) { return mine < theirs }
    // One is so large, and the other so precise, that their whole parts differ.
    return left.whole < right.whole
  }

  /// The digits before the decimal point.
  private var whole: Int { (0..<places).reduce(digits) { result, _ in result / 10 } }

  /// With its sign: `+150`, `-0.2`; nil for zero.
  var signed: String? {
    if digits == 0 { return nil }
    let size = String(abs(digits))
    let padded = String(repeating: "0", count: max(0, places + 1 - size.count)) + size
    var text = String(padded.dropLast(places))
    let fraction = padded.suffix(places)
    if fraction.contains(where: { $0 != "0" }) { text += "." + fraction }
    return (digits < 0 ? "-" : "+") + text
  }
}

/// A number with its written form: `550`, `550+`, `1,700`, `1.2k`.
package struct Count: Hashable, Sendable {
  package let number: ExactDecimal
  /// `k` or `M`; empty if there is none.
  package let unit: String
  package let isLowerBound: Bool

  package init?(_ text: String) {
    var rest = Substring(text)
    isLowerBound = rest.hasSuffix("+")
    if isLowerBound { rest = rest.dropLast() }
    if let last = rest.last, "kKM".contains(last) {
      unit = last == "M" ? "M" : "k"
      rest = rest.dropLast()
    } else {
      unit = ""
    }
    guard let number = ExactDecimal(rest), number.places == 0 || !unit.isEmpty else { return nil }
    self.number = number
  }
}

/// A grade with its scale: `4.9/5.0`.
package struct Score: Hashable, Sendable {
  package let value: ExactDecimal
  package let scale: ExactDecimal?

  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(\.trimmed)
    guard (1...2).contains(parts.count), let value = ExactDecimal(parts[0]) else { return nil }
    self.value = value
    if parts.count == 2 {
      guard let scale = ExactDecimal(parts[1]), scale.digits > 0, !(scale < value) else {
        return nil
      }
      self.scale = scale
    } else {
      scale = nil
    }
  }
}

/// An amount with its currency: `120000 USD` (a three-letter code of ISO 4217).
package struct Money: Hashable, Sendable {
  package let amount: ExactDecimal
  package let currency: String

  package init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let amount = ExactDecimal(parts[0]), parts[1].count == 3,
      parts[1].unicodeScalars.allSatisfy({ ("A"..."Z").contains($0) })
    else { return nil }
    self.amount = amount
    currency = String(parts[1])
  }
}
