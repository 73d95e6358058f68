/// Scans one chunk of a file: from a line that begins with `@word{` to the next such line.
///
/// No fault extends beyond the chunk, since any entry ends there. Every loop moves forward, and
/// values are read again after a fault only a fixed number of times, so the work is linear in the
/// chunk.
struct BibTeXScanner {
  let bytes: ArraySlice<UInt8>
  /// The next byte to read; like all offsets, it counts from the start of the chunk.
  var index = 0
  let end: Int
  let base: Int
  var items: [BibTeXItem] = []
  var faults: [BibTeXFault] = []
  /// Where a comment begins whose closing bracket is not in the chunk.
  var openComment: Int?
  /// How many more times a value may be read again.
  var recoveries = 8

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    base = bytes.startIndex
    end = bytes.count
  }

  subscript(offset: Int) -> UInt8 { bytes[base + offset] }

  /// The text of a range, as written.
  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[(base + range.lowerBound)..<(base + range.upperBound)], as: UTF8.self)
  }

  /// The text of a range in lower case, for names.
  func lowercased(_ range: Range<Int>) -> String { text(range).lowercased() }

  /// Scans the whole chunk.
  mutating func scan() {
    while index < end {
      switch self[index] {
      case Sign.at:
        if !readCommand() { index += 1 }
        if openComment != nil { return }
      case Sign.percent where isAtLineStart(index): skipLine()
      default:
        if !Sign.isSpace(self[index]), isAtLineStart(index), readJunkLine() { continue }
        index += 1
      }
    }
  }

  // MARK: Between entries

  /// Reads `@word{`; returns false if no entry begins here.
  private mutating func readCommand() -> Bool {
    let start = index
    guard !isInsideAddress(start), let word = commandWord(at: start) else { return false }
    let open = skippingSpace(from: word.upperBound)
    guard open < end, self[open] == Sign.openBrace || self[open] == Sign.openBracket else {
      return readUnopenedEntry(start, word)
    }
    let close = self[open] == Sign.openBrace ? Sign.closeBrace : Sign.closeBracket
    switch lowercased(word) {
    case "comment":
      guard let closing = matchingBracket(open) else {
        openComment = open
        return true
      }
      index = closing + 1
    case "preamble":
      index = open + 1
      _ = readParts()
      finishCommand(start, close)
    case "string":
      index = open + 1
      skip()
      let name = readName()
      skip()
      if index < end, self[index] == Sign.equals {
        index += 1
        if let parts = readParts() { items.append(.macro(name: name, parts: parts)) }
      }
      finishCommand(start, close)
    default:
      index = open + 1
      readEntry(start, type: word, close: close)
      reportStrayBraces()
    }
    return true
  }

  /// Whether the `@` is part of an email address.
  private func isInsideAddress(_ at: Int) -> Bool {
    guard at > 0 else { return false }
    let before = self[at - 1]
    return Sign.isLetter(before) || Sign.isDigit(before) || "._-+".utf8.contains(before)
  }

  /// The word after an `@`.
  private func commandWord(at start: Int) -> Range<Int>? {
    let first = skippingSpace(from: start + 1)
    var last = first
    while last < end, Sign.isName(self[last]), self[last] != Sign.at { last += 1 }
    return last > first ? first..<last : nil
  }

  /// The bracket that closes the one at `open`, within the chunk.
  private func matchingBracket(_ open: Int) -> Int? {
    let opening = self[open]
    let closing = opening == Sign.openBrace ? Sign.closeBrace : Sign.closeBracket
    var depth = 0
    for offset in open..<end {
      if self[offset] == opening {
        depth += 1
      } else if self[offset] == closing {
        depth -= 1
        if depth == 0 { return offset }
      }
    }
    return nil
  }

  private mutating func finishCommand(_ start: Int, _ close: UInt8) {
    skip()
    if index < end, self[index] == close {
      index += 1
    } else {
      report(.unclosedEntry, start..<start + 1)
    }
  }

  /// Reports closing braces directly after an entry.
  private mutating func reportStrayBraces() {
    while true {
      let next = skippingSpace(from: index)
      guard next < end, self[next] == Sign.closeBrace else { return }
      report(.strayBrace, next..<next + 1)
      index = next + 1
    }
  }

  /// Reads an entry without its opening brace: `@article key,`. Skips email addresses and a plain
  /// `@comment`.
  private mutating func readUnopenedEntry(_ start: Int, _ word: Range<Int>) -> Bool {
    guard isAtLineStart(start), BibTeXTypes.isKnown(lowercased(word)) else { return false }
    index = word.upperBound
    skip()
    loseEntry(start, word)
    return true
  }

  /// Reads a line outside entries that is not plain text: a conflict marker, or an entry without
  /// its `@`.
  private mutating func readJunkLine() -> Bool {
    if self[index] != Sign.equals, isConflictMarker(index) {
      report(.conflictMarker, index..<index + 7)
      skipLine()
      return true
    }
    let start = index
    var last = start
    while last < end, Sign.isLetter(self[last]) { last += 1 }
    guard last > start else { return false }
    let open = skippingSpace(from: last)
    guard open < end,
      self[open] == Sign.openBrace || self[open] == Sign.openBracket,
      BibTeXTypes.isKnown(lowercased(start..<last))
    else { return false }
    let key = open + 1
    index = key
    while index < end, Sign.isKey(self[index]) { index += 1 }
    guard index < end, self[index] == Sign.comma, index > key else {
      index = last
      return true
    }
    index = key
    loseEntry(start, start..<last)
    return true
  }

  /// Records an entry of which only the key is read; the rest is treated as text between entries.
  private mutating func loseEntry(_ start: Int, _ type: Range<Int>) {
    let key = index
    while index < end, Sign.isKey(self[index]) { index += 1 }
    report(.lostEntry, start..<max(start + 1, index))
    items.append(.lost(type: type, key: key..<index, at: start..<index))
  }

  mutating func report(_ kind: BibTeXFault.Kind, _ range: Range<Int>) {
    let last = min(range.upperBound, end)
    faults.append(BibTeXFault(kind: kind, at: min(range.lowerBound, last)..<last))
  }
}
