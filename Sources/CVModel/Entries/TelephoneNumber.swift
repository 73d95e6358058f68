internal import Text

/// A telephone number in the form that phones dial: `tel:+49301234567;ext=12`.
///
/// Source: RFC 3966. A number without a country code has no context there; it is dialled as it is
/// written.
package struct TelephoneNumber: Hashable, Sendable {
  /// With `+` before a country code; digits only otherwise.
  package let number: String
  package let `extension`: String?

  package var url: String { "tel:\(number)" + (`extension`.map { ";ext=\($0)" } ?? "") }

  /// Reads a number with spaces, hyphens, points, slashes and brackets in it, and an extension
  /// behind it; nil for two numbers, and for a text with letters.
  package init?(_ text: String) {
    var (head, tail) = Self.splitExtension(text.lowercased())
    let isInternational = head.hasPrefix("+")
    // The zero that is dialled only within the country.
    if isInternational { head = head.replacing("(0)", with: "") }
    let rest = isInternational ? head.dropFirst() : Substring(head)
    guard
      rest.allSatisfy({ $0.isASCII && $0.isNumber || " \u{A0}\u{2009}\u{202F}-–.()/".contains($0) })
    else { return nil }
    var digits = rest.filter(\.isNumber)
    guard (5...15).contains(digits.count) else { return nil }
    // What is dialled before a country code in most countries.
    let hasCode = isInternational || digits.hasPrefix("00")
    if !isInternational, digits.hasPrefix("00") { digits.removeFirst(2) }
    number = (hasCode ? "+" : "") + digits
    `extension` = tail
  }

  private static let markers = [";ext=", "extension", "ext.", "ext", "#", "x"]

  /// The number, and the digits behind a word for an extension.
  private static func splitExtension(_ text: String) -> (String, String?) {
    for marker in markers {
      guard let range = text.ranges(of: marker).last else { continue }
      let digits = text[range.upperBound...].trimmed
      guard (1...7).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
        continue
      }
      var head = text[..<range.lowerBound].trimmed
      if head.last == "," || head.last == ";" { head.removeLast() }
      return (head, digits)
    }
    return (text.trimmed, nil)
  }
}
