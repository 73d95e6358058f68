/// Positions as byte offsets, for editing a text.
extension SourceText {
  /// The offset of a position; a position after the end of its line gives that end.
  func offset(of position: Position) -> Int {
    guard position.line <= starts.count else { return bytes.count }
    var offset = starts[position.line - 1]
    var column = 1
    while column < position.column, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return offset
  }

  /// The start of the line that contains an offset.
  func lineStart(_ offset: Int) -> Int {
    starts.last { $0 <= offset } ?? 0
  }

  /// The end of the line that contains an offset, before its break.
  func lineEnd(_ offset: Int) -> Int {
    bytes[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
  }

  /// The start of the line after the one that contains an offset; for the last line, the end of the
  /// text.
  func nextLine(_ offset: Int) -> Int {
    let end = lineEnd(offset)
    guard end < bytes.count else { return end }
    return bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }

  /// The line break that ends the first line; LF if there is only one line.
  var lineBreak: String {
    guard let first = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return "\n" }
    guard bytes[first] == 0x0D else { return "\n" }
    return first + 1 < bytes.count && bytes[first + 1] == 0x0A ? "\r\n" : "\r"
  }

  /// New lines after the one that contains an offset, with the same line break as that line.
  func splice(_ lines: [String], behindLineAt offset: Int) -> Splice {
    let (end, next) = (lineEnd(offset), nextLine(offset))
    guard next > end else {
      return Splice(at: end, lines.map { lineBreak + $0 }.joined())
    }
    let ownBreak = String(decoding: bytes[end..<next], as: UTF8.self)
    return Splice(at: next, lines.map { $0 + ownBreak }.joined())
  }

  /// Whether there are only blanks between two offsets.
  func isBlank(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The first byte of a line that is not a blank; nil for an empty line.
  func firstByte(ofLineAt start: Int) -> UInt8? {
    bytes[start..<lineEnd(start)].first { $0 != 0x20 && $0 != 0x09 }
  }
}

/// A replacement for a range of bytes.
struct Splice {
  var range: Range<Int>
  var text: String

  init(_ range: Range<Int>, _ text: String) {
    self.range = range
    self.text = text
  }

  /// An insertion between two bytes.
  init(at offset: Int, _ text: String) { self.init(offset..<offset, text) }
}

extension [UInt8] {
  /// The bytes with all splices applied. They must not overlap; those at the same offset keep their
  /// order.
  func applying(_ splices: [Splice]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    let ordered = splices.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, splice) in ordered {
      result += self[position..<splice.range.lowerBound]
      result += splice.text.utf8
      position = splice.range.upperBound
    }
    return result + self[position...]
  }
}
