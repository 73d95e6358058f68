/// Scans white space, lines and names.
extension BibTeXScanner {
  func isAtLineStart(_ offset: Int) -> Bool {
    offset == 0 || self[offset - 1] == 10 || self[offset - 1] == 13
      || Sign.isBlank(self[offset - 1]) && isBehindBlanks(offset)
  }

  private func isBehindBlanks(_ offset: Int) -> Bool {
    if Sign.isBlank(self[offset]) { return false }
    var first = offset
    while first > 0, Sign.isBlank(self[first - 1]) { first -= 1 }
    return first == 0 || self[first - 1] == 10 || self[first - 1] == 13
  }

  func skippingSpace(from offset: Int) -> Int {
    var offset = offset
    while offset < end, Sign.isSpace(self[offset]) { offset += 1 }
    return offset
  }

  mutating func skipLine() {
    while index < end, self[index] != 10 { index += 1 }
  }

  /// Skips spaces and, like biber, comments.
  mutating func skip() {
    while index < end {
      if Sign.isSpace(self[index]) {
        index += 1
      } else if self[index] == Sign.percent {
        skipLine()
      } else {
        return
      }
    }
  }

  mutating func readName() -> Range<Int> {
    let first = index
    while index < end, Sign.isName(self[index]), self[index] != Sign.at || index > first {
      index += 1
    }
    return first..<index
  }

  /// Whether `name =` is next.
  func isField(at offset: Int) -> Bool {
    var last = offset
    while last < end, Sign.isName(self[last]) { last += 1 }
    guard last > offset else { return false }
    let next = skippingSpace(from: last)
    return next < end && self[next] == Sign.equals
  }

  /// Whether a line begins with the seven characters of a conflict marker.
  func isConflictMarker(_ offset: Int) -> Bool {
    let sign = self[offset]
    guard sign == UInt8(ascii: "<") || sign == UInt8(ascii: ">") || sign == Sign.equals,
      offset + 7 <= end, offset == 0 || self[offset - 1] == 10 || self[offset - 1] == 13
    else { return false }
    for other in offset..<offset + 7 where self[other] != sign { return false }
    return offset + 7 == end || self[offset + 7] <= 32
  }
}
