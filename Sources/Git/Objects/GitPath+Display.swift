extension GitPath: CustomStringConvertible {
  /// The path on one line, safe for a terminal: quoted and escaped as in git, if necessary.
  ///
  /// Other text is unchanged, including non-ASCII characters (git with `core.quotePath=false`). A
  /// path with control characters, quotes, backslashes, bidirectional controls or invalid UTF-8 is
  /// quoted, with `\n`, `\"` or three octal digits for these bytes.
  package var display: String {
    let text = string
    let escapesAll = text.map { $0.unicodeScalars.contains(where: Self.misleads) } ?? true
    if !escapesAll, !bytes.contains(where: { Self.isEscaped($0) }), let text { return text }
    var quoted: [UInt8] = [UInt8(ascii: "\"")]
    for byte in bytes {
      if byte >= 0x80, !escapesAll {
        quoted.append(byte)
      } else {
        quoted += Self.escaped(byte)
      }
    }
    return String(decoding: quoted + [UInt8(ascii: "\"")], as: UTF8.self)
  }

  package var description: String { display }

  /// Whether a non-ASCII character is invisible or changes the direction of text.
  private static func misleads(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x80 else { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func escaped(_ byte: UInt8) -> [UInt8] {
    let letters: [UInt8: Character] = [
      7: "a", 8: "b", 9: "t", 10: "n", 11: "v", 12: "f", 13: "r", 34: "\"", 92: "\\",
    ]
    if let letter = letters[byte] { return Array("\\\(letter)".utf8) }
    guard byte < 0x20 || byte >= 0x7F else { return [byte] }
    let digits = String(byte, radix: 8)
    return Array(("\\" + String(repeating: "0", count: 3 - digits.count) + digits).utf8)
  }
}
