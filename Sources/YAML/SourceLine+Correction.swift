extension SourceLine {
  /// The line with the value that begins at a column in quotes; `nil` if there is no value.
  func quotingValue(at column: Int, inFlow: Bool) -> String? {
    guard column <= scalars.count else { return nil }
    let end = valueEnd(from: column, inFlow: inFlow)
    guard column < end else { return nil }
    return replacing(column..<end, with: ScalarWriter.quoted(meaning(of: column..<end)))
  }

  /// The line with these columns replaced, without its indentation; `nil` if the line is shortened.
  func replacing(_ columns: Range<Int>, with replacement: String) -> String? {
    guard !isShortened else { return nil }
    return text(indentationEnd..<max(indentationEnd, columns.lowerBound)) + replacement
      + text(columns.upperBound..<(scalars.count + 1))
  }

  func text(_ columns: Range<Int>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: self[columns])
    return text
  }

  /// Whether a bracket or brace opened earlier in this line is still open at a column.
  func isInFlow(_ column: Int) -> Bool {
    let start = valueColumn
    return start < column && (self[start] == "[" || self[start] == "{")
  }

  /// The column where the flow list item at a column begins.
  func flowItemColumn(at column: Int) -> Int {
    let before = self[1..<column]
    let mark = before.lastIndex { $0 == "," || $0 == "[" || $0 == "{" } ?? -1
    return skipBlanks(from: mark + 1) + 1
  }

  /// What an author meant by a value whose quotes or escapes are wrong.
  ///
  /// `'It's here'` means `It's here`, and `"C:\path"` means `C:\path`; but `"A" and "B"` is taken
  /// literally.
  private func meaning(of columns: Range<Int>) -> String {
    let whole = text(columns)
    guard let quote = self[columns.lowerBound], quote.isQuote, columns.count >= 2,
      self[columns.upperBound - 1] == quote
    else { return whole }
    let inner = (columns.lowerBound + 1)..<(columns.upperBound - 1)
    for column in inner where self[column] == quote {
      let isEscaped = quote == "\"" && self[column - 1] == "\\"
      guard isEscaped || isLetter(column - 1) && isLetter(column + 1) else { return whole }
    }
    return quote == "\"" ? unescapingQuotes(text(inner)) : text(inner)
  }

  private func isLetter(_ column: Int) -> Bool {
    self[column]?.properties.isAlphabetic ?? false
  }

  private func unescapingQuotes(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped, scalar == "\"" || scalar == "\\" { result.removeLast() }
      isEscaped = scalar == "\\" && !isEscaped
      result.append(scalar)
    }
    return String(result)
  }
}
