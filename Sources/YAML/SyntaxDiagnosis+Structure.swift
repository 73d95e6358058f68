/// Diagnoses problems of libyaml's parser: tokens that do not fit any open collection.
extension SyntaxDiagnosis {
  func parserFault() -> Fault? {
    switch problem.problem {
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      faultOfLastNode() ?? bracketFault()
    case "did not find expected <document start>":
      faultOfLastNode() ?? secondRootFault()
    case "did not find expected key", "did not find expected '-' indicator":
      faultOfLastNode() ?? indentationFault()
    default:
      nil
    }
  }

  /// The fault if the node read last ends on the problem's line and is not plain text.
  func faultOfLastNode() -> Fault? {
    let place = problem.position
    guard let last, last.span.end.line == place.line, last.span.end <= place else { return nil }
    let start = last.span.start
    if last.form == .quoted, start.line < place.line { return unclosedQuote(at: start) }
    guard start.line == place.line else { return nil }
    let line = line(place.line)
    let isKey = !line.isListItem && start.column == line.contentColumn
    let inFlow = isInFlow || line.isInFlow(start.column)
    let corrected = isKey ? nil : line.quotingValue(at: start.column, inFlow: inFlow)
    switch last.form {
    case .quoted:
      let end = line.valueEnd(from: place.column, inFlow: inFlow)
      let length = max(1, end - place.column)
      return fault(.textBehindQuote(corrected: corrected), at: place, length: length)
    case .flow(let bracket):
      return fault(.begins(.value, with: bracket, corrected: corrected), at: start)
    case .alias:
      return fault(.begins(.value, with: "*", corrected: corrected), at: start)
    case .plain, .block:
      return nil
    }
  }

  /// The fault for a missing comma or closing bracket.
  private func bracketFault() -> Fault {
    let opening = problem.contextPosition
    let bracket = line(opening.line)[opening.column] ?? "["
    let place = problem.position
    let line = line(place.line)
    guard let scalar = line[place.column], let last, last.span.end.line == place.line,
      place.line == opening.line || !isBehindKey(place.column, line)
    else { return fault(.unclosedBracket(Character(bracket)), at: opening) }
    switch scalar {
    case ":":
      let item = line.flowItemColumn(at: place.column)
      let start = bracket == "{" ? last.span.start.column : item
      let corrected = line.quotingValue(at: start, inFlow: true)
      return fault(.colonInValue(corrected: corrected), at: place)
    case "[", "{":
      return fault(.bracketInValue(Character(scalar)), at: place)
    default:
      return fault(.unclosedBracket(Character(bracket)), at: opening)
    }
  }

  /// Whether the column comes after a key. The problem may be the dash before the content itself.
  private func isBehindKey(_ column: Int, _ line: SourceLine) -> Bool {
    line.contentColumn < column && line.isKey(line.contentColumn..<column)
  }

  /// The innermost bracket or brace that is still open at the end of the text.
  func unclosedBracket() -> Fault? {
    guard let opening = openings.last(where: { isBracket(line($0.line)[$0.column]) }) else {
      return nil
    }
    let bracket = line(opening.line)[opening.column] ?? "["
    return fault(.unclosedBracket(Character(bracket)), at: opening)
  }

  private func isBracket(_ scalar: Unicode.Scalar?) -> Bool {
    scalar == "[" || scalar == "{"
  }

  private func secondRootFault() -> Fault {
    let place = problem.position
    let isBehindEnd = place.line > 1 && source.line(place.line - 1)?.hasPrefix("...") == true
    if isBehindEnd { return fault(.severalDocuments, at: place) }
    if last?.form == .plain || last?.form == .block { return fault(.unevenIndentation, at: place) }
    return fault(.unexpected("text after the end of the value above"), at: place)
  }

  /// The fault for a line between those of a list or mapping that does not fit.
  private func indentationFault() -> Fault? {
    let place = problem.position
    let line = line(place.line)
    guard place.column == line.indentationEnd else {
      let start = line.valueColumn
      if let fault = quotedKeyFault(in: line) { return fault }
      guard start <= place.column, line[start]?.isIndicator == true else { return nil }
      return beginningFault(at: Position(line: place.line, column: start))
    }
    guard place.column == problem.contextPosition.column else {
      return fault(.unevenIndentation, at: place)
    }
    switch line[place.column] {
    case ":": return fault(.unexpected("no key before \":\""), at: place)
    case "-": return fault(.unexpected("list item among keys"), at: place)
    case .some(let scalar) where scalar.isIndicator: return beginningFault(at: place)
    case _ where problem.problem == "did not find expected key": return nil
    default:
      return fault(.unexpected("line among list items does not begin with \"- \""), at: place)
    }
  }

  /// A key that continues after its closing quote: `"Best" paper: x`.
  private func quotedKeyFault(in line: SourceLine) -> Fault? {
    let start = line.contentColumn
    guard let quote = line[start], quote.isQuote, let close = line.closingQuote(from: start),
      let colon = line.colonColumn(from: start), close < problem.position.column,
      problem.position.column < colon
    else { return nil }
    let key = ScalarWriter.quoted(line.text(start..<colon))
    let corrected = line.replacing(start..<colon, with: key)
    let length = colon - problem.position.column
    return fault(.textBehindQuote(corrected: corrected), at: problem.position, length: length)
  }
}
