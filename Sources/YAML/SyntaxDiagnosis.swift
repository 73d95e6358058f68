/// Finds the author's mistake; libyaml only reports where it stopped.
///
/// Matches the messages of libyaml 0.2; an unknown message is shown as it is.
struct SyntaxDiagnosis {
  let problem: SyntaxProblem
  let source: SourceText
  let last: ReadNode?
  /// Where each open bracket or brace begins.
  let openings: [Position]

  var isInFlow: Bool { !openings.isEmpty }

  /// The fatal fault.
  func fault() -> Fault {
    if let fault = scannerFault() ?? parserFault() { return fault }
    // libyaml puts the end of a text on a line of its own.
    var place = problem.position
    if place.line > source.lineCount {
      let last = source.sourceLine(source.lineCount)
      place = Position(line: source.lineCount, column: last.scalars.count + 1)
    }
    return fault(.unexpected(SyntaxDiagnosis.reworded(problem.problem)), at: place)
  }

  func line(_ number: Int) -> SourceLine {
    source.sourceLine(number)
  }

  func fault(_ kind: Fault.Kind, at place: Position, length: Int = 1) -> Fault {
    Fault(kind, at: Span(at: place, length: length), isFatal: true)
  }

  /// Diagnoses problems of libyaml's scanner, which only looks at characters.
  private func scannerFault() -> Fault? {
    switch (problem.problem, problem.context) {
    case ("mapping values are not allowed in this context", _):
      return colonFault()
    case ("could not find expected ':'", _):
      return missingColonFault()
    case (let words, _) where words.contains("tab character"):
      return fault(.tabIndentation, at: problem.position)
    case ("found character that cannot start any token", _):
      let isTab = line(problem.position.line)[problem.position.column] == "\t"
      return isTab
        ? fault(.tabIndentation, at: problem.position) : beginningFault(at: problem.position)
    case (_, "while scanning a quoted scalar"):
      return unclosedQuote(at: problem.contextPosition)
    case (_, "while parsing a quoted scalar"):
      return escapeFault()
    case (_, "while scanning an anchor"), (_, "while scanning an alias"),
      (_, "while scanning a tag"), (_, "while parsing a tag"), (_, "while scanning a block scalar"):
      return beginningFault(at: problem.contextPosition)
    case ("block sequence entries are not allowed in this context", _),
      ("mapping keys are not allowed in this context", _), ("found undefined tag handle", _):
      return beginningFault(at: problem.position)
    case ("did not find expected node content", _):
      let place = problem.position
      let isIndicator = line(place.line)[place.column]?.isIndicator ?? false
      return isIndicator ? beginningFault(at: place) : unclosedBracket()
    case (_, "while scanning a directive"), ("found incompatible YAML document", _):
      return directiveFault()
    default:
      return nil
    }
  }

  /// A key or value that begins with a character that YAML reserves.
  func beginningFault(at place: Position) -> Fault? {
    let line = line(place.line)
    guard let scalar = line[place.column] else { return nil }
    if place.column == line.contentColumn, !line.isListItem,
      let colon = line.colonColumn(from: place.column)
    {
      let key = ScalarWriter.quoted(line.text(place.column..<colon))
      let corrected = line.replacing(place.column..<colon, with: key)
      return fault(.begins(.key, with: Character(scalar), corrected: corrected), at: place)
    }
    let inFlow = isInFlow || line.isInFlow(place.column)
    let start = inFlow ? place.column : min(line.valueColumn, place.column)
    let corrected = line.quotingValue(at: start, inFlow: inFlow)
    return fault(.begins(.value, with: Character(scalar), corrected: corrected), at: place)
  }

  /// A quote that runs to the end of the text, or into the next one.
  func unclosedQuote(at place: Position) -> Fault {
    let line = line(place.line)
    let end = line.valueEnd(from: place.column, inFlow: false)
    let text = line.text((place.column + 1)..<max(place.column + 1, end))
    let corrected =
      text.isEmpty || line[place.column]?.isQuote != true
      ? nil : line.replacing(place.column..<end, with: ScalarWriter.quoted(text))
    return fault(.unclosedQuote(corrected: corrected), at: place)
  }

  private func escapeFault() -> Fault {
    let line = line(problem.position.line)
    let start = problem.contextPosition
    let corrected =
      start.line == problem.position.line
      ? line.quotingValue(at: start.column, inFlow: isInFlow || line.isInFlow(start.column)) : nil
    var place = problem.position
    while place.column > 1, line[place.column] != "\\" { place.column -= 1 }
    let escape = line.text(place.column..<(place.column + 2))
    return fault(.unknownEscape(escape, corrected: corrected), at: place, length: 2)
  }

  /// A line that begins with `%`, whether a directive or a key.
  private func directiveFault() -> Fault? {
    let isContext = problem.context == "while scanning a directive"
    let place = isContext ? problem.contextPosition : problem.position
    guard line(place.line).colonColumn(from: place.column) == nil else {
      return beginningFault(at: place)
    }
    return fault(.directive, at: place)
  }

  private static func reworded(_ problem: String) -> String {
    for (prefix, ours) in [("did not find expected ", "expected "), ("found ", "")]
    where problem.hasPrefix(prefix) {
      return ours + problem.dropFirst(prefix.count)
    }
    return problem
  }
}
