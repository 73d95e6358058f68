/// The characters of BibTeX's syntax, as bytes.
enum Sign {
  static let at = UInt8(ascii: "@")
  static let percent = UInt8(ascii: "%")
  static let comma = UInt8(ascii: ",")
  static let equals = UInt8(ascii: "=")
  static let quote = UInt8(ascii: "\"")
  static let hash = UInt8(ascii: "#")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let openBracket = UInt8(ascii: "(")
  static let closeBracket = UInt8(ascii: ")")
  static let backslash = UInt8(ascii: "\\")
  static let dollar = UInt8(ascii: "$")
  static let tilde = UInt8(ascii: "~")

  @inline(__always) static func isSpace(_ byte: UInt8) -> Bool {
    byte == 32 || (9...13).contains(byte)
  }

  @inline(__always) static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

  @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }

  /// Source: bibtex.web, section 33: the characters of an identifier.
  @inline(__always) static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...32, 34, 35, 37, 39, 40, 41, 44, 61, 123, 125, 127: false
    default: true
    }
  }

  /// A key may contain anything except spaces, commas and braces.
  @inline(__always) static func isKey(_ byte: UInt8) -> Bool {
    !isSpace(byte) && byte != comma && byte != openBrace && byte != closeBrace
  }
}
