package import YAML

/// Something that is wrong with a record, with its place and what to do.
package struct Finding: Hashable, Sendable {
  /// From the top of the repository.
  package var path: String
  /// Where in the file; nil where the file as a whole is meant.
  package var span: Span?
  package var severity: Severity
  /// Lower case, quoting the name at fault; no character in it could steer a terminal.
  package let message: String
  /// What to do, just as safe.
  package let hint: String?
  /// The rule that found it, as printed in brackets.
  package var rule: String

  package enum Severity: String, Hashable, Sendable, Codable {
    case error
    case warning
  }

  package init(
    _ message: String, hint: String? = nil, rule: String, path: String, span: Span? = nil,
    severity: Severity = .error
  ) {
    self.path = path
    self.span = span
    self.severity = severity
    self.message = message.terminalSafe
    self.hint = hint?.terminalSafe
    self.rule = rule
  }

  package init(_ fault: RecordFault, path: String) {
    self.init(fault.message, hint: fault.hint, rule: fault.rule, path: path, span: fault.span)
  }

  /// The order in which findings are shown: by file, then place, then rule.
  package static func isShownBefore(_ left: Finding, _ right: Finding) -> Bool {
    if left.path != right.path {
      return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
    }
    let (mine, theirs) = (left.span?.start ?? .start, right.span?.start ?? .start)
    if mine != theirs { return mine < theirs }
    return (left.rule, left.message) < (right.rule, right.message)
  }
}

extension Finding {
  /// A line and a column, counted from 1; the column in Unicode scalars.
  package struct Place: Hashable, Sendable, Codable {
    package let line: Int
    package let column: Int
  }

  /// Where it begins, nil where the file as a whole is meant.
  package var position: Place? { span.map { Place(line: $0.start.line, column: $0.start.column) } }

  /// The first place behind it.
  package var endPosition: Place? { span.map { Place(line: $0.end.line, column: $0.end.column) } }
}
