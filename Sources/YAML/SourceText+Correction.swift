extension SourceText {
  /// The maximum number of lines to join into one.
  private static let longText = 100

  /// The line with the text that begins in it and continues through a later line, all in quotes.
  ///
  /// `nil` if the text is too long for the joined line to be useful.
  func quotingText(from start: Position, through lastLine: Int, inFlow: Bool) -> String? {
    let first = sourceLine(start.line)
    guard start.line < lastLine else {
      return first.quotingValue(at: start.column, inFlow: inFlow)
    }
    guard lastLine - start.line < Self.longText else { return nil }
    let end = first.valueEnd(from: start.column, inFlow: inFlow)
    var text = first.text(start.column..<end)
    var tail = first.text(end..<(first.scalars.count + 1))
    for number in (start.line + 1)...lastLine {
      let line = sourceLine(number)
      let begin = line.indentationEnd
      let end = line.valueEnd(from: begin, inFlow: inFlow)
      text += begin < end ? " " + line.text(begin..<end) : ""
      tail = line.text(end..<(line.scalars.count + 1))
    }
    let columns = start.column..<(first.scalars.count + 1)
    return first.replacing(columns, with: ScalarWriter.quoted(text) + tail)
  }
}
