package import CVModel

/// Findings in the `cvgit-findings/1` format, for other programs.
package struct FindingsDocument: Hashable, Sendable, Codable {
  package static let currentFormat = "cvgit-findings/1"

  package var format = Self.currentFormat
  package var errors: Int
  package var warnings: Int
  package var findings: [Item]

  package struct Item: Hashable, Sendable, Codable {
    package var path: String
    /// Lines and columns count from 1, columns in Unicode scalars; nil for a finding about the
    /// whole file.
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
