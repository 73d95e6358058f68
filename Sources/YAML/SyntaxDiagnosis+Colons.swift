/// Diagnoses unexpected and missing colons.
extension SyntaxDiagnosis {
  /// The fault for an unexpected colon after the node read last.
  func colonFault() -> Fault? {
    if let fault = faultOfLastNode() { return fault }
    guard let last, last.form == .plain else { return nil }
    let place = problem.position
    let line = line(place.line)
    guard last.span.start.line == place.line else { return continuedFault(after: last) }
    let isProse = line.isListItem && line.valueColumn == line.contentColumn
    let start = isProse ? line.contentColumn : last.span.start.column
    let corrected = line.quotingValue(at: start, inFlow: false)
    return fault(.colonInValue(corrected: corrected), at: place)
  }

  /// The fault for a colon in a continuation line of the text above it.
  private func continuedFault(after last: ReadNode) -> Fault {
    let place = problem.position
    let first = line(last.span.start.line)
    if last.span.start.column == first.contentColumn, !first.isListItem {
      return notAPair(in: first, at: last.span.start)
    }
    let line = line(place.line)
    let start = Position(line: place.line, column: line.contentColumn)
    if line.isListItem {
      return fault(.unevenIndentation, at: Position(line: place.line, column: line.indentationEnd))
    }
    if line.isKey(start.column..<place.column) {
      return fault(.indentedTooDeep, at: start, length: place.column - start.column)
    }
    let corrected = source.quotingText(from: last.span.start, through: place.line, inFlow: false)
    return fault(.colonInValue(corrected: corrected), at: place)
  }

  /// The fault for a line among `key: value` lines that is not a pair.
  func missingColonFault() -> Fault {
    let place = problem.contextPosition
    return notAPair(in: line(place.line), at: place)
  }

  private func notAPair(in line: SourceLine, at place: Position) -> Fault {
    if let colon = line.crampedColonColumn {
      let key = line.text(line.contentColumn..<colon)
      let corrected = source.line(place.line).flatMap(spacedLine)
      let kind = Fault.Kind.noSpaceBehindColon(key: key, corrected: corrected)
      return fault(kind, at: place, length: colon - place.column)
    }
    let end = line.valueEnd(from: place.column, inFlow: false)
    return fault(.notAPair, at: place, length: max(1, end - place.column))
  }
}
