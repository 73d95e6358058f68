/// Checks for mistakes in scalars that libyaml accepts.
extension Composer {
  /// Reports text cut off after ` #`, and list items that were read as text.
  mutating func checkPlain(_ span: Span) {
    while passedCuts < scan.cuts.count, scan.cuts[passedCuts] < span.end { passedCuts += 1 }
    if span.start.line < span.end.line { checkContinuation(span) }
    guard passedCuts < scan.cuts.count, scan.cuts[passedCuts] == span.end else { return }
    let line = line(span.end.line)
    let hash = line.skipBlanks(from: span.end.column - 1) + 1
    let corrected =
      span.start == span.end
      ? line.quotingValue(at: hash, inFlow: isInFlow)
      : source.quotingText(from: span.start, through: span.end.line, inFlow: isInFlow)
    let end = line.valueEnd(from: hash, inFlow: isInFlow)
    let place = Position(line: span.end.line, column: hash)
    report(.textLost(corrected: corrected), at: Span(at: place, length: max(1, end - hash)))
    last?.isCut = true
  }

  /// Reports the first list item in the continuation lines, looking at no more than 100 of them.
  private mutating func checkContinuation(_ span: Span) {
    for number in (span.start.line + 1)...min(span.end.line, span.start.line + 100) {
      let line = line(number)
      guard line.isListItem else { continue }
      let place = Position(line: number, column: line.indentationEnd)
      return report(.listItemInText, at: Span(at: place))
    }
  }

  /// Reports a block scalar header that swallowed a number: `stars: >5`.
  mutating func checkHeader(of text: String, at span: Span) {
    guard text.isEmpty else { return }
    let line = line(span.start.line)
    let header = span.start.column..<line.valueEnd(from: span.start.column, inFlow: false)
    guard let mark = line[header.lowerBound], line.text(header).contains(where: \.isNumber) else {
      return
    }
    let corrected = line.quotingValue(at: header.lowerBound, inFlow: false)
    let kind = Fault.Kind.begins(.value, with: Character(mark), corrected: corrected)
    report(kind, at: Span(at: span.start))
  }

  /// Reports escapes that decode to control characters, as in `"$\alpha$"`.
  mutating func checkEscapes(in text: String, at span: Span) {
    guard events.scalarBytes.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return }
    guard text.unicodeScalars.contains(where: { $0 == "\r" || $0.isRefused }) else { return }
    for number in span.start.line...span.end.line {
      let line = line(number)
      let first = number == span.start.line ? span.start.column : 1
      let end = number == span.end.line ? span.end.column : line.scalars.count + 1
      for escape in line.escapes(in: first..<end)
      where escape.scalar == "\r" || escape.scalar.isRefused {
        let isLetter = escape.columns.count == 2 && span.start.line == span.end.line
        let corrected =
          isLetter ? line.quotingValue(at: span.start.column, inFlow: isInFlow) : nil
        let place = Position(line: number, column: escape.columns.lowerBound)
        report(
          .controlCharacter(escape.scalar, corrected: corrected),
          at: Span(at: place, length: escape.columns.count))
      }
    }
  }

  /// Reports tabs in the indentation, except inside quoted or literal text.
  mutating func reportTabs(outside root: Node) {
    for tab in scan.tabs where !root.holdsLiterally(tab) {
      report(.tabIndentation, at: Span(at: tab))
    }
  }
}

extension Node {
  /// Whether the position is inside a scalar that is not plain.
  fileprivate func holdsLiterally(_ place: Position) -> Bool {
    switch content {
    case .scalar(_, let style): style != .plain && span.contains(place)
    case .sequence(let items): items.contains { $0.holdsLiterally(place) }
    case .mapping(let pairs): pairs.contains { $0.value.holdsLiterally(place) }
    }
  }
}
