extension BibTeXScanner {
  /// Reads an entry after its opening brace.
  mutating func readEntry(_ start: Int, type: Range<Int>, close: UInt8) {
    let faultCount = faults.count
    var entry = BibTeXEntry(type: type, key: index..<index, bytes: start..<index)
    readKey(&entry, close)
    readFields(&entry, close)
    entry.bytes = start..<index
    entry.faults = Array(faults[faultCount...])
    faults.removeSubrange(faultCount...)
    items.append(.entry(entry))
  }

  // MARK: The key

  private mutating func readKey(_ entry: inout BibTeXEntry, _ close: UInt8) {
    skip()
    let first = index
    while index < end, Sign.isKey(self[index]), !isClosingBracket(close) { index += 1 }
    let key = first..<index
    if isFieldInsteadOfKey(key) {
      index = first
      report(.missingKey, first..<max(first + 1, key.upperBound))
      return
    }
    entry.key = key
    skip()
    if index < end, self[index] == Sign.comma {
      index += 1
      if key.isEmpty { report(.missingKey, first..<first + 1) }
    } else if index < end, self[index] != close, !key.isEmpty {
      if let last = endOfKeyWithSpaces(from: index) {
        entry.key = first..<last
        report(.spaceInKey, first..<last)
        index = last
        skip()
        index += 1
      } else {
        report(.missingCommaAfterKey, key)
      }
    } else if key.isEmpty {
      report(.missingKey, first..<first + 1)
    }
  }

  /// In `@book(key)`, a `)` may be part of the key; it ends the entry at the end of a line.
  private func isClosingBracket(_ close: UInt8) -> Bool {
    guard close == Sign.closeBracket, self[index] == close else { return false }
    var next = index + 1
    while next < end, Sign.isBlank(self[next]) { next += 1 }
    return next >= end || self[next] == 10 || self[next] == 13
  }

  /// Whether the first field is in place of the key: `@misc{title={…`.
  private func isFieldInsteadOfKey(_ key: Range<Int>) -> Bool {
    if let sign = key.first(where: { self[$0] == Sign.equals }), sign > key.lowerBound {
      let name = lowercased(key.lowerBound..<sign)
      let isLast = sign + 1 == key.upperBound
      let isValue = isLast && index < end && self[index] == Sign.openBrace
      return isValue || sign + 1 < key.upperBound && self[sign + 1] == Sign.quote
        || BibTeXFields.isKnown(name)
    }
    let next = skippingSpace(from: key.upperBound)
    return !key.isEmpty && next < end && self[next] == Sign.equals
  }

  /// The end of a key with spaces: a comma follows on the same line, without `=` or braces before
  /// it.
  private func endOfKeyWithSpaces(from start: Int) -> Int? {
    var offset = start
    var last = start
    while offset < end {
      switch self[offset] {
      case Sign.comma: return last
      case 10, 13, Sign.equals, Sign.openBrace, Sign.closeBrace, Sign.quote: return nil
      default:
        if !Sign.isBlank(self[offset]) { last = offset + 1 }
      }
      offset += 1
    }
    return nil
  }

  // MARK: Fields

  private mutating func readFields(_ entry: inout BibTeXEntry, _ close: UInt8) {
    let start = entry.bytes.lowerBound
    while true {
      skip()
      guard index < end else {
        if rereadLastValue(&entry) { continue }
        report(.unclosedEntry, start..<start + 1)
        return
      }
      let sign = self[index]
      if sign == Sign.comma {
        index += 1
      } else if sign == Sign.closeBrace || sign == Sign.closeBracket {
        if closes(sign, close) { return }
      } else if isConflictMarker(index) {
        report(.conflictMarker, index..<index + 7)
        entry.isDamaged = true
        skipLine()
      } else if !readField(&entry, close) {
        return
      }
    }
  }

  /// Reads a closing bracket; returns false if it is a stray one in the middle of the entry.
  private mutating func closes(_ sign: UInt8, _ close: UInt8) -> Bool {
    let at = index
    index += 1
    if sign != close {
      report(.otherBracket, at..<at + 1)
      return true
    }
    // More fields after a comma: the brace closes a value whose opening brace is missing.
    let comma = skippingSpace(from: index)
    guard comma < end, self[comma] == Sign.comma else { return true }
    guard isField(at: skippingSpace(from: comma + 1)) else { return true }
    report(.strayBrace, at..<at + 1)
    return false
  }

  /// Reads `name = value`; returns false if the entry ends here.
  private mutating func readField(_ entry: inout BibTeXEntry, _ close: UInt8) -> Bool {
    let name = readName()
    guard !name.isEmpty else {
      return lose(.unexpectedText, index..<index + 1, &entry, close)
    }
    skip()
    guard index < end, self[index] == Sign.equals else {
      if index >= end, rereadLastValue(&entry) { return true }
      return lose(.missingValue, name, &entry, close)
    }
    index += 1
    let valueStart = index
    skip()
    if index >= end || self[index] == Sign.comma || self[index] == close {
      report(.missingValue, name)
      return true
    }
    guard let parts = readParts() else {
      guard let part = textWithoutOpeningBrace(from: valueStart) else {
        return lose(.missingValue, name, &entry, close)
      }
      entry.fields.append(.init(name: name, parts: [.text(part)]))
      return true
    }
    entry.fields.append(.init(name: name, parts: parts))
    return readEndOfField(&entry, valueStart, close)
  }

  /// Expects a comma or the end of the entry after a value.
  private mutating func readEndOfField(
    _ entry: inout BibTeXEntry, _ valueStart: Int, _ close: UInt8
  ) -> Bool {
    skip()
    guard index < end else { return true }
    switch self[index] {
    case Sign.comma, close, Sign.closeBrace, Sign.closeBracket: return true
    default: break
    }
    if isField(at: index) {
      report(.missingCommaAfterField, index..<index + 1)
      return true
    }
    if isConflictMarker(index) { return true }
    let last = entry.fields.count - 1
    if case .macro? = entry.fields[last].parts.last,
      let part = textWithoutOpeningBrace(from: valueStart)
    {
      entry.fields[last].parts = [.text(part)]
      return true
    }
    if rereadLastValue(&entry) { return true }
    return lose(.unexpectedText, index..<index + 1, &entry, close)
  }

  /// Reports text that is not a field, and moves to the next field; returns false if the entry
  /// ends.
  private mutating func lose(
    _ kind: BibTeXFault.Kind, _ range: Range<Int>, _ entry: inout BibTeXEntry, _ close: UInt8
  ) -> Bool {
    report(kind, range)
    entry.isDamaged = true
    var depth = 0
    while index < end {
      switch self[index] {
      case Sign.openBrace: depth += 1
      case Sign.closeBrace:
        if depth == 0 { return true }
        depth -= 1
      case Sign.closeBracket where close == Sign.closeBracket && depth == 0: return true
      case Sign.comma where depth == 0, 10 where depth == 0:
        index += 1
        skip()
        if index >= end || isField(at: index) || self[index] == close || isConflictMarker(index) {
          return true
        }
        continue
      default: break
      }
      index += 1
    }
    return true
  }
}
