/// git's quoted form of a path with special bytes: a C string with octal escapes.
enum CQuoted {
  /// Removes a quoted text from the front; nil, with `text` unchanged, if there is none.
  static func take(from text: inout Substring) -> String? {
    var rest = text.utf8
    guard rest.popFirst() == UInt8(ascii: "\"") else { return nil }
    let letters: [UInt8: UInt8] = [
      UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10,
      UInt8(ascii: "v"): 11, UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13,
    ]
    var bytes: [UInt8] = []
    while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        bytes.append(byte)
        continue
      }
      if let digit = Self.octal(next) {
        let more = [rest.popFirst(), rest.popFirst()].map { $0.flatMap(octal) ?? 0 }
        bytes.append(digit << 6 | more[0] << 3 | more[1])
      } else {
        bytes.append(letters[next] ?? next)
      }
    }
    text = Substring(rest)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func octal(_ byte: UInt8) -> UInt8? {
    (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) ? byte - UInt8(ascii: "0") : nil
  }
}
