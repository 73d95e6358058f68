internal import CVModel

/// Text made safe for Markdown (CommonMark, as GitHub renders it).
package enum Markdown {
  /// The words of a record as literal text: what could be markup, HTML or an address is escaped.
  package static func escape(_ text: String) -> String { escapedStart(escapeInside(text)) }

  /// The same for text that no line begins with.
  package static func escapeInside(_ text: String) -> String {
    let bytes = Array(text.terminalSafe.utf8)
    guard bytes.contains(where: isSpecial) else { return text.terminalSafe }
    // As bytes, since all that is escaped is ASCII: a text of scalars costs many times as much.
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

  /// True for a byte that may have to be escaped.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "&"):
      true
    default: false
    }
  }

  /// True where what follows an ampersand may make an entity of it.
  private static func beginsEntity(_ rest: ArraySlice<UInt8>) -> Bool {
    let next = String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars.first
    return next == "#" || next?.properties.isAlphabetic == true
  }

  /// A line that would begin a list, a heading or a quote does not.
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
