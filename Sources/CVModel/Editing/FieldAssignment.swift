/// One change of a field on the command line: `status=Accepted`, `tags+=julia`, `counts.2025=3`,
/// `note=`.
package struct FieldAssignment: Hashable, Sendable {
  package let field: String
  /// The key in a mapping: the year of `counts.2025`.
  package let key: String?
  package let operation: Operation
  package let value: String

  package enum Operation: String, Hashable, Sendable {
    case set = "="
    case add = "+="
    case take = "-="
  }

  /// Nil for a text that is not an assignment.
  package init?(_ argument: String) {
    guard let sign = argument.firstIndex(of: "=") else { return nil }
    var name = argument[..<sign]
    switch name.last {
    case "+": operation = .add
    case "-": operation = .take
    default: operation = .set
    }
    if operation != .set { name = name.dropLast() }
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let field = parts.first, !field.isEmpty, parts.count == 1 || !parts[1].isEmpty else {
      return nil
    }
    self.field = String(field)
    key = parts.count == 2 ? String(parts[1]) : nil
    value = String(argument[argument.index(after: sign)...])
  }

  /// The field, and the key in it.
  package var path: [String] { [field] + (key.map { [$0] } ?? []) }
}

/// Why a record cannot be changed as requested.
package struct EditRefusal: Error, Hashable, Sendable {
  package let message: String
  package let hint: String?

  package init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
