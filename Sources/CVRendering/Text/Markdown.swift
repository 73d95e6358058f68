internal import CVModel
internal import Text

/// Escapes text for Markdown (CommonMark, as GitHub renders it).
package enum Markdown {
  /// A record's text as literal text: escapes what could be markup, HTML or a URL.
  package static func escape(_ text: String) -> String { escapedStart(escapeInside(text)) }

  /// The same, for text that does not begin a line.
  package static func escapeInside(_ text: String) -> String {
    let bytes = Array(text.terminalSafe.utf8)
    guard bytes.contains(where: isSpecial) else { return text.terminalSafe }
    // Work on bytes, since everything to escape is ASCII: scalars are many times slower.
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    for (index, byte) in bytes.enumerated() {
      if isSpecial(byte), byte != UInt8(ascii: "&") || beginsEntity(bytes[(index + 1)...]) {
        result.append(UInt8(ascii: "\\"))
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a byte may have to be escaped.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "&"):
      true
    default: false
    }
  }

  /// Whether the text after an ampersand may make it an entity.
  private static func beginsEntity(_ rest: ArraySlice<UInt8>) -> Bool {
    let next = String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars.first
    return next == "#" || next?.properties.isAlphabetic == true
  }

  /// Escapes the start of a line that would begin a list, a heading or a quote.
  private static func escapedStart(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    if "#+-=".unicodeScalars.contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, digits.count < 10, rest.hasPrefix(".") || rest.hasPrefix(")"),
      rest.dropFirst().first.map(\.isWhitespace) ?? true
    else { return text }
    return digits + "\\" + rest
  }
}
