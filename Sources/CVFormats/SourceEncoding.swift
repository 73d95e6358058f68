/// The text of a file, converted to UTF-8.
struct SourceEncoding {
  let bytes: [UInt8]
  /// Where the text begins, after a byte order mark.
  let start: Int
  /// The offset in `bytes` of the first byte that is not UTF-8; nil for a file in UTF-8.
  let firstInvalid: Int?
  let isUTF16: Bool

  init(_ file: [UInt8]) {
    isUTF16 = file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF])
    start = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let invalid = Self.firstInvalid(in: file) else {
      (bytes, firstInvalid) = (file, nil)
      return
    }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(file.count + file.count / 8)
    var at = 0
    for (index, byte) in file.enumerated() {
      if index == invalid { at = decoded.count }
      if byte < 0x80 {
        decoded.append(byte)
      } else {
        decoded += String(Self.character(byte)).utf8
      }
    }
    (bytes, firstInvalid) = (decoded, at)
  }

  /// Converts offsets in `bytes` to offsets in the file. In Windows-1252, each character is one
  /// byte.
  func originalOffsets(_ offsets: [Int]) -> [Int] {
    guard firstInvalid != nil else { return offsets }
    var result: [Int] = []
    result.reserveCapacity(offsets.count)
    var (index, original) = (0, 0)
    for offset in offsets {
      while index < min(offset, bytes.count) {
        if bytes[index] & 0xC0 != 0x80 { original += 1 }
        index += 1
      }
      result.append(original)
    }
    return result
  }

  private static func firstInvalid(in bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
      guard length > 0, index + length <= bytes.count else { return index }
      for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return index }
      let second = bytes[index + 1]
      if lead == 0xE0 && second < 0xA0 || lead == 0xED && second > 0x9F
        || lead == 0xF0 && second < 0x90 || lead == 0xF4 && second > 0x8F
      {
        return index
      }
      index += length
    }
    return nil
  }

  /// Source: the WHATWG's index of windows-1252, in which unassigned bytes are control characters.
  private static func character(_ byte: UInt8) -> Unicode.Scalar {
    (0x80...0x9F).contains(byte) ? upperHalf[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  private static let upperHalf: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
