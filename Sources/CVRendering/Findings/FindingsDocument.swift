package import CVModel

/// Findings as other programs read them: `cvgit-findings/1`.
package struct FindingsDocument: Hashable, Sendable, Codable {
  package static let currentFormat = "cvgit-findings/1"

  package var format = Self.currentFormat
  package var errors: Int
  package var warnings: Int
  package var findings: [Item]

  package struct Item: Hashable, Sendable, Codable {
    package var path: String
    /// Lines and columns count from 1, columns in Unicode scalars; none where the file as a whole is meant.
    package var line: Int?
    package var column: Int?
    package var endLine: Int?
    package var endColumn: Int?
    package var severity: Finding.Severity
    package var rule: String
    package var message: String
    package var hint: String?
  }

  package init(_ findings: [Finding]) {
    errors = findings.count { $0.severity == .error }
    warnings = findings.count - errors
    self.findings = findings.map { finding in
      Item(
        path: finding.path, line: finding.position?.line, column: finding.position?.column,
        endLine: finding.endPosition?.line, endColumn: finding.endPosition?.column,
        severity: finding.severity, rule: finding.rule, message: finding.message,
        hint: finding.hint)
    }
  }
}

/// Findings as workflow commands that GitHub shows beside the lines of a change.
///
/// Source: GitHub's "Workflow commands for GitHub Actions": `%`, line breaks, and in properties `:` and `,` are escaped.
package struct FindingsGitHubRenderer {
  package init() {}

  /// One `::error …::message` or `::warning …::message` a line.
  package func render(_ findings: [Finding]) -> String {
    findings.map { finding in
      var properties = ["file=\(Self.property(finding.path))"]
      if let start = finding.position {
        properties += ["line=\(start.line)", "col=\(start.column)"]
      }
      if let start = finding.position, let end = finding.endPosition, end.line == start.line {
        properties.append("endColumn=\(max(start.column, end.column - 1))")
      }
      properties.append("title=\(Self.property("cvgit [\(finding.rule)]"))")
      let hint = finding.hint.map { "\nhint: \($0)" } ?? ""
      return "::\(finding.severity.rawValue) \(properties.joined(separator: ","))::"
        + Self.data(finding.message + hint) + "\n"
    }.joined()
  }

  private static func data(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result += scalar.isUnsafeInTerminal ? scalar.escaped : String(scalar)
      }
    }
    return result
  }

  private static func property(_ text: String) -> String {
    data(text).split(separator: ":", omittingEmptySubsequences: false).joined(separator: "%3A")
      .split(separator: ",", omittingEmptySubsequences: false).joined(separator: "%2C")
  }
}
