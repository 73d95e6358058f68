internal import Clibyaml

/// libyaml's error message and position, as values.
struct SyntaxProblem: Error {
  var problem: String
  var position: Position
  /// What libyaml was doing, such as "while parsing a block mapping".
  var context: String
  /// Where that began.
  var contextPosition: Position

  init(_ parser: yaml_parser_t) {
    problem = parser.problem.map { String(cString: $0) } ?? "text cannot be read"
    context = parser.context.map { String(cString: $0) } ?? ""
    position = Position(parser.problem_mark)
    contextPosition = Position(parser.context_mark)
  }
}
