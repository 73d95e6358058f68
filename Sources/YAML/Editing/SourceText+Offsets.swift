/// Places as offsets of bytes, for those who change a text.
extension SourceText {
  /// The offset of a place; of one behind a line's end, that end.
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

  /// Where the line begins that holds an offset.
  func lineStart(_ offset: Int) -> Int {
    starts.last { $0 <= offset } ?? 0
  }

  /// Where the line ends that holds an offset, before its break.
  func lineEnd(_ offset: Int) -> Int {
    bytes[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
  }

  /// Where the line behind the one begins that holds an offset; the end of the text for the last.
  func nextLine(_ offset: Int) -> Int {
    let end = lineEnd(offset)
    guard end < bytes.count else { return end }
    return bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }

  /// The break that the text's first line ends with; a line feed where there is none.
  var lineBreak: String {
    guard let first = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return "\n" }
    guard bytes[first] == 0x0D else { return "\n" }
    return first + 1 < bytes.count && bytes[first + 1] == 0x0A ? "\r\n" : "\r"
  }

  /// New lines behind the one that holds an offset. They end as that one does, so that every other line keeps its own break.
  func splice(_ lines: [String], behindLineAt offset: Int) -> Splice {
    let (end, next) = (lineEnd(offset), nextLine(offset))
    guard next > end else {
      return Splice(at: end, lines.map { lineBreak + $0 }.joined())
    }
    let ownBreak = String(decoding: bytes[end..<next], as: UTF8.self)
    return Splice(at: next, lines.map { $0 + ownBreak }.joined())
  }

  /// Whether only blanks stand between two offsets.
  func isBlank(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The first byte of a line that is no blank, nil for an empty line.
  func firstByte(ofLineAt start: Int) -> UInt8? {
    bytes[start..<lineEnd(start)].first { $0 != 0x20 && $0 != 0x09 }
  }
}

/// What is to stand in place of some bytes of a text.
struct Splice {
  var range: Range<Int>
  var text: String

  init(_ range: Range<Int>, _ text: String) {
    self.range = range
    self.text = text
  }

  /// Text between two bytes.
  init(at offset: Int, _ text: String) { self.init(offset..<offset, text) }
}

extension [UInt8] {
  /// With all splices made; they do not overlap, and those at one offset come in their order.
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
