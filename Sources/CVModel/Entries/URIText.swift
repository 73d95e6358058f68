/// Percent-encoding of one part of an address (RFC 3986).
enum URIText {
  /// A text in which every byte that a path does not take as itself is in percent.
  ///
  /// - Parameter kept: signs besides letters, digits and `-._~` that stay.
  static func encoded(_ text: String, keeping kept: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122: result.append(byte)
      case let byte where byte < 0x80 && ("-._~" + kept).utf8.contains(byte): result.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%\(digits.count == 1 ? "0" : "")\(digits)".utf8
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A text with what is in percent as itself; unchanged if that is not UTF-8, or holds a control
  /// character.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var result: [UInt8] = []
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "%"), let value = value(bytes.prefix(2)) else {
        result.append(byte)
        continue
      }
      result.append(value)
      bytes = bytes.dropFirst(2)
    }
    guard let decoded = String(validating: result, as: UTF8.self),
      decoded.unicodeScalars.allSatisfy({ $0 > " " && $0 != "\u{7F}" })
    else { return text }
    return decoded
  }

  private static func value(_ digits: ArraySlice<UInt8>) -> UInt8? {
    guard digits.count == 2,
      digits.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit })
    else { return nil }
    return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
