internal import YAML

/// A part of a file that is parsed on its own, with all positions counted from its first line.
struct BibTeXChunk: Sendable {
  let bytes: [UInt8]
  let items: [BibTeXItem]
  /// The faults that belong to no entry.
  let faults: [BibTeXFault]
  /// Where a comment begins that is not closed within the chunk.
  let openComment: Int?
  /// The number of line breaks.
  let lineBreaks: Int
  private let positions: BibTeXPositions

  /// - Parameter column: the column of the first byte; 1 if the chunk begins a line.
  init(_ slice: ArraySlice<UInt8>, column: Int = 1) {
    var scanner = BibTeXScanner(slice)
    scanner.scan()
    bytes = Array(slice)
    items = scanner.items
    faults = scanner.faults
    openComment = scanner.openComment
    var offsets = scanner.faults.map(\.at.lowerBound)
    if let openComment { offsets.append(openComment) }
    for item in scanner.items {
      switch item {
      case .macro: break
      case .lost(_, _, let at): offsets.append(at.lowerBound)
      case .entry(let entry):
        offsets += [entry.bytes.lowerBound, entry.key.lowerBound]
        offsets += entry.faults.map(\.at.lowerBound)
        offsets += entry.fields.map(\.name.lowerBound)
      }
    }
    positions = BibTeXPositions(offsets, in: bytes, column: column)
    lineBreaks = positions.lineBreaks
  }

  /// The position of an offset at which an item or a fault begins.
  func position(_ offset: Int) -> Position { positions[offset] }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  // MARK: Chunks of a file

  /// Where the chunks of a file begin: at its start, and at each line that begins with `@word{`.
  static func starts(in bytes: [UInt8], from first: Int) -> [Int] {
    var starts = [first]
    var index = first
    while let at = bytes[index...].firstIndex(of: Sign.at) {
      index = at + 1
      let start = lineStart(of: at, in: bytes, from: first)
      if let start, start > first, isHead(at, in: bytes) { starts.append(start) }
    }
    return starts
  }

  /// The start of the line, if there are only blanks before an offset.
  private static func lineStart(of offset: Int, in bytes: [UInt8], from first: Int) -> Int? {
    var start = offset
    while start > first, Sign.isBlank(bytes[start - 1]) { start -= 1 }
    return start == first || bytes[start - 1] == 10 || bytes[start - 1] == 13 ? start : nil
  }

  private static func isHead(_ at: Int, in bytes: [UInt8]) -> Bool {
    var index = at + 1
    while index < bytes.count, Sign.isSpace(bytes[index]) { index += 1 }
    let word = index
    while index < bytes.count, Sign.isName(bytes[index]), bytes[index] != Sign.at { index += 1 }
    guard index > word else { return false }
    while index < bytes.count, Sign.isSpace(bytes[index]) { index += 1 }
    return index < bytes.count
      && (bytes[index] == Sign.openBrace || bytes[index] == Sign.openBracket)
  }
}

/// The positions of some offsets in a text, computed in one pass.
struct BibTeXPositions: Sendable {
  private let offsets: [Int]
  private let positions: [Position]
  let lineBreaks: Int

  init(_ wanted: [Int], in bytes: [UInt8], column: Int) {
    offsets = wanted.sorted()
    var positions: [Position] = []
    positions.reserveCapacity(offsets.count)
    var place = Position(line: 1, column: column)
    var next = 0
    for (index, byte) in bytes.enumerated() {
      while next < offsets.count, offsets[next] <= index {
        positions.append(place)
        next += 1
      }
      if byte == 10 || byte == 13 && (index + 1 == bytes.count || bytes[index + 1] != 10) {
        place = Position(line: place.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    while positions.count < offsets.count { positions.append(place) }
    self.positions = positions
    lineBreaks = place.line - 1
  }

  subscript(offset: Int) -> Position {
    var (low, high) = (0, offsets.count)
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low < positions.count ? positions[low] : .start
  }
}
