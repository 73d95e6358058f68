internal import YAML

/// The bytes of a source file, for finding the bytes at a position.
struct SourceLines {
  let bytes: [UInt8]
  private let starts: [Int]
  /// The last result, from which the next one on the same line is counted.
  private var last = (position: Position.start, offset: 0)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    var index = starts[0]
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 13, index < bytes.count, bytes[index] == 10 { index += 1 }
      if byte == 10 || byte == 13 { starts.append(index) }
    }
    self.starts = starts
  }

  /// The offset of a position; a position after the end gives the end of the text. Fastest for
  /// ascending positions.
  mutating func offset(of position: Position) -> Int {
    guard position.line <= starts.count else { return bytes.count }
    var (offset, column) = (starts[position.line - 1], 1)
    if last.position.line == position.line, last.position.column <= position.column,
      last.offset >= offset
    {
      (offset, column) = (last.offset, last.position.column)
    }
    while column < position.column, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    last = (position, offset)
    return offset
  }

  /// The offsets of the bytes of a span.
  mutating func range(of span: Span) -> Range<Int> {
    let start = offset(of: span.start)
    return start..<max(start, offset(of: span.end))
  }
}
