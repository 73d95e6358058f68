/// Checks for mistakes that libyaml accepts.
extension Composer {
  /// The fault that ends reading, in place of libyaml's own message.
  mutating func fatalFault(for problem: SyntaxProblem) -> Fault {
    if last?.isCut == true, problem.problem.hasPrefix("did not find expected"),
      var fault = faults.last, case .textLost = fault.kind
    {
      faults.removeLast()
      fault.isFatal = true
      return fault
    }
    return SyntaxDiagnosis(
      problem: problem, source: source, last: last, openings: openings
    ).fault()
  }

  var isInFlow: Bool { !openings.isEmpty }

  /// The line with its value in quotes; `nil` for a key.
  mutating func quotedLine(at place: Position, as part: Fault.Part) -> String? {
    guard part == .value else { return nil }
    return line(place.line).quotingValue(at: place.column, inFlow: isInFlow)
  }

  /// The line with a key like `[Re]` in quotes; `nil` if the key takes several lines.
  mutating func quotedKeyLine(at span: Span) -> String? {
    guard span.start.line == span.end.line else { return nil }
    let line = line(span.start.line)
    let columns = span.start.column..<span.end.column
    return line.replacing(columns, with: ScalarWriter.quoted(line.text(columns)))
  }

  mutating func line(_ number: Int) -> SourceLine {
    source.sourceLine(number)
  }

  /// Reports the anchor and the tag of the current event.
  mutating func reportProperties(of part: Fault.Part) {
    let start = events.start
    let line = line(start.line)
    let corrected = quotedLine(at: start, as: part)
    if !limits.allowsAliases, let anchor = events.anchor {
      let span = Span(at: start, length: anchor.unicodeScalars.count + 1)
      report(.anchor("&\(anchor)", corrected: corrected), at: span)
    }
    guard events.hasTag else { return }
    var column = start.column
    while let scalar = line[column], scalar != "!" { column += 1 }
    var end = column
    while !line.isBlank(end - 1) { end += 1 }
    let tag = line.text(column..<end)
    let value = line.skipBlanks(from: end - 1) + 1
    let withoutTag = tag.hasPrefix("!!") && tag.unicodeScalars.count > 3
    let place = Position(line: start.line, column: column)
    report(
      .tag(tag, corrected: withoutTag ? line.replacing(column..<value, with: "") : corrected),
      at: Span(at: place, length: max(1, end - column)))
  }
}
