internal import Text
package import YAML

/// A problem in a record, with its location and what to do.
package struct Finding: Hashable, Sendable {
  /// From the top of the repository.
  package var path: String
  /// The location in the file; nil for a finding about the whole file.
  package var span: Span?
  package var severity: Severity
  /// In lower case, quoting the value at fault, without characters that are unsafe in a terminal.
  package let message: String
  /// What to do; as safe as the message.
  package let hint: String?
  /// The name of the rule, printed in brackets.
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

  /// The order in which findings are shown: by file, location, rule.
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

  /// Where it begins; nil for a finding about the whole file.
  package var position: Place? { span.map { Place(line: $0.start.line, column: $0.start.column) } }

  /// The first position after it.
  package var endPosition: Place? { span.map { Place(line: $0.end.line, column: $0.end.column) } }
}
