/// One source line as an array of scalars, so that a column is an index, with ways to correct it.
///
/// Corrected lines have no indentation: they are shown as the line to write.
struct SourceLine {
  let scalars: [Unicode.Scalar]
  /// Whether the line is truncated, and so cannot be corrected.
  let isShortened: Bool

  init(_ line: String, isShortened: Bool = false) {
    scalars = Array(line.unicodeScalars)
    self.isShortened = isShortened
  }

  /// The scalar in a column, `nil` after the end.
  subscript(column: Int) -> Unicode.Scalar? {
    scalars.indices.contains(column - 1) ? scalars[column - 1] : nil
  }

  /// The scalars in these columns, clamped to the line.
  subscript(columns: Range<Int>) -> ArraySlice<Unicode.Scalar> {
    let lower = min(columns.lowerBound - 1, scalars.count)
    return scalars[lower..<max(lower, min(columns.upperBound - 1, scalars.count))]
  }

  /// The column after the indentation and the dashes of list items.
  var contentColumn: Int {
    var index = skipBlanks(from: 0)
    while index < scalars.count, scalars[index] == "-", isBlank(index + 1) {
      index = skipBlanks(from: index + 1)
    }
    return index + 1
  }

  /// The column after the indentation.
  var indentationEnd: Int { skipBlanks(from: 0) + 1 }

  /// Whether the content is a list item.
  var isListItem: Bool { contentColumn > indentationEnd }

  /// The column of the first colon at or after `column` that ends a key.
  func colonColumn(from column: Int) -> Int? {
    var index = column - 1
    if let quote = self[column], quote.isQuote {
      guard let close = closingQuote(from: column) else { return nil }
      index = close
    }
    while index < scalars.count {
      if scalars[index] == ":", isBlank(index + 1) { return index + 1 }
      if scalars[index] == "#", index > 0, isBlank(index - 1) { return nil }
      index += 1
    }
    return nil
  }

  /// The column where the value begins: after any dashes and, unless the item is prose, after a
  /// key.
  var valueColumn: Int {
    let start = contentColumn
    guard let colon = colonColumn(from: start), !isListItem || isKey(start..<colon) else {
      return start
    }
    return skipBlanks(from: colon) + 1
  }

  /// Whether these columns could be a field's name: `end-date`, not `Publication`.
  func isKey(_ columns: Range<Int>) -> Bool {
    let key = self[columns]
    guard let first = key.first, ("a"..."z").contains(first) else { return false }
    return key.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
  }

  /// The column of the quote that closes the one at `column`.
  func closingQuote(from column: Int) -> Int? {
    guard let quote = self[column] else { return nil }
    var index = column
    while index < scalars.count {
      if quote == "\"", scalars[index] == "\\" {
        index += 1
      } else if scalars[index] == quote {
        guard quote == "'", index + 1 < scalars.count, scalars[index + 1] == "'" else {
          return index + 1
        }
        index += 1
      }
      index += 1
    }
    return nil
  }

  /// The column after a value: before blanks and a comment; in brackets, before the next comma
  /// or unmatched closing bracket.
  func valueEnd(from column: Int, inFlow: Bool) -> Int {
    var index = column - 1
    if let quote = self[column], quote.isQuote, let close = closingQuote(from: column) {
      index = close
    }
    var depth = 0
    while index < scalars.count, !beginsComment(index) {
      switch scalars[index] {
      case "[", "{": depth += 1
      case "]", "}": depth -= 1
      default: break
      }
      if inFlow, depth < 0 || depth == 0 && scalars[index] == "," { break }
      index += 1
    }
    while index >= column, isBlank(index - 1) { index -= 1 }
    return index + 1
  }

  /// Whether a blank or the end of the line is at this index.
  func isBlank(_ index: Int) -> Bool {
    guard index < scalars.count else { return true }
    return scalars[index] == " " || scalars[index] == "\t"
  }

  func skipBlanks(from index: Int) -> Int {
    let rest = scalars[min(index, scalars.count)...]
    return rest.firstIndex { $0 != " " && $0 != "\t" } ?? scalars.count
  }

  /// Whether this is meant as a comment: `# so`, not `#1`.
  private func beginsComment(_ index: Int) -> Bool {
    guard scalars[index] == "#", index == 0 || isBlank(index - 1) else { return false }
    let next = scalars[index...].firstIndex { $0 != "#" } ?? scalars.count
    return isBlank(next)
  }
}

extension Unicode.Scalar {
  var isQuote: Bool { self == "\"" || self == "'" }
}
