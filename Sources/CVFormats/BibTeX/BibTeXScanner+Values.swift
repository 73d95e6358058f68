internal import Text

extension BibTeXScanner {
  /// Reads a value: parts joined by `#`. Nil if there is none.
  mutating func readParts() -> [BibTeXEntry.Part]? {
    var parts: [BibTeXEntry.Part] = []
    while true {
      skip()
      guard index < end else { return nil }
      switch self[index] {
      case Sign.openBrace, Sign.quote:
        parts.append(.text(readQuoted()))
      case let byte where Sign.isDigit(byte):
        let first = index
        while index < end, Sign.isName(self[index]) { index += 1 }
        parts.append(.text(first..<index))
      case let byte where Sign.isName(byte):
        let first = index
        while index < end, Sign.isName(self[index]) { index += 1 }
        parts.append(.macro(first..<index))
      default: return nil
      }
      let keep = index
      skip()
      guard index < end, self[index] == Sign.hash else {
        index = keep
        return parts
      }
      index += 1
    }
  }

  /// The text in braces or quotes; if it is not closed, everything up to the next field, or the end
  /// of the chunk.
  private mutating func readQuoted() -> Range<Int> {
    let open = index
    let isQuote = self[open] == Sign.quote
    var depth = 0
    var offset = open + 1
    while offset < end {
      switch self[offset] {
      case Sign.quote where isQuote && depth == 0:
        index = offset + 1
        return open + 1..<offset
      case Sign.openBrace: depth += 1
      case Sign.closeBrace:
        if depth == 0 {
          if isQuote { return unclosedQuote(open, at: offset) }
          index = offset + 1
          return open + 1..<offset
        }
        depth -= 1
      default: break
      }
      offset += 1
    }
    if let field = nextField(in: open + 1..<end), takeRecovery() {
      report(isQuote ? .unclosedQuote : .unclosedBrace, open..<open + 1)
      index = field
      return trimmed(open + 1..<field)
    }
    report(isQuote ? .unclosedQuote : .unclosedBrace, open..<open + 1)
    index = end
    return trimmed(open + 1..<end)
  }

  /// Handles a quote that a closing brace ends, most likely that of the entry.
  private mutating func unclosedQuote(_ open: Int, at brace: Int) -> Range<Int> {
    report(.unclosedQuote, open..<open + 1)
    let stop = nextField(in: open + 1..<brace) ?? brace
    index = stop
    return trimmed(open + 1..<stop)
  }

  private mutating func takeRecovery() -> Bool {
    if recoveries == 0 { return false }
    recoveries -= 1
    return true
  }

  /// The first field at the start of a line within a range.
  private func nextField(in range: Range<Int>) -> Int? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      if self[offset] == 10 || self[offset] == 13 {
        let first = skippingSpace(from: offset)
        if first < range.upperBound, isField(at: first), hasValue(at: first) { return first }
        offset = max(first, offset + 1)
      } else {
        offset += 1
      }
    }
    return nil
  }

  /// Whether a value in braces or quotes, a number or a macro follows `name =`.
  private func hasValue(at field: Int) -> Bool {
    var offset = field
    while offset < end, self[offset] != Sign.equals { offset += 1 }
    let value = skippingSpace(from: offset + 1)
    guard value < end else { return false }
    let byte = self[value]
    return byte == Sign.openBrace || byte == Sign.quote || Sign.isDigit(byte)
      || Sign.isLetter(byte)
  }

  /// The range without white space and commas at the end, and white space at the start.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < last, Sign.isSpace(self[first]) { first += 1 }
    while last > first, Sign.isSpace(self[last - 1]) || self[last - 1] == Sign.comma { last -= 1 }
    return first..<last
  }

  /// After a fault, ends the last value before its first line that is a field, and continues there.
  ///
  /// A value without its closing brace includes the fields after it, and the closing brace of the
  /// entry.
  mutating func rereadLastValue(_ entry: inout BibTeXEntry) -> Bool {
    guard let last = entry.fields.indices.last,
      case .text(let range)? = entry.fields[last].parts.last,
      let field = nextField(in: range), takeRecovery()
    else { return false }
    let open = range.lowerBound - 1
    let isQuote = open >= 0 && self[open] == Sign.quote
    report(isQuote ? .unclosedQuote : .unclosedBrace, open..<open + 1)
    entry.fields[last].parts[entry.fields[last].parts.count - 1] = .text(
      trimmed(range.lowerBound..<field))
    index = field
    return true
  }

  /// The text of a value that has a closing brace or quote but no opening one, or neither; nil if
  /// it has no end.
  mutating func textWithoutOpeningBrace(from start: Int) -> Range<Int>? {
    let first = skippingSpace(from: start)
    guard first < end, takeRecovery() else { return nil }
    var depth = 0
    var offset = first
    while offset < end {
      let byte = self[offset]
      if byte == Sign.openBrace {
        depth += 1
      } else if depth > 0 {
        if byte == Sign.closeBrace { depth -= 1 }
      } else if byte == Sign.closeBrace || byte == Sign.quote {
        return textWithoutOpeningBrace(first..<offset, next: offset + 1)
      } else if byte == 10 || byte == 13 || byte == Sign.comma {
        let next = skippingSpace(from: offset + 1)
        let isEnd = next < end && self[next] == Sign.closeBrace && byte != Sign.comma
        if isEnd || next < end && isField(at: next) {
          return textWithoutOpeningBrace(first..<offset, next: next)
        }
        offset = next
        continue
      }
      offset += 1
    }
    return nil
  }

  mutating func textWithoutOpeningBrace(
    _ range: Range<Int>, next: Int
  ) -> Range<Int>? {
    let text = trimmed(range)
    guard !text.isEmpty else { return nil }
    report(.missingOpeningBrace, text.lowerBound..<text.lowerBound + 1)
    index = next
    return text
  }
}
