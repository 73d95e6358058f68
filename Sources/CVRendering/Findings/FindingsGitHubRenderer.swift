package import CVModel
internal import Text

/// Findings as workflow commands, which GitHub shows next to the lines of a change.
///
/// Source: GitHub's "Workflow commands for GitHub Actions": `%`, line breaks, and in properties `:`
/// and `,` are escaped.
package struct FindingsGitHubRenderer {
  package init() {}

  /// GitHub shows this many errors and this many warnings per step, and silently drops the rest.
  private static let limit = 10

  /// One `::error …::message` or `::warning …::message` per line; if GitHub would drop some, also a
  /// line with the counts.
  package func render(_ findings: [Finding]) -> String {
    let errors = findings.filter { $0.severity == .error }
    let warnings = findings.filter { $0.severity == .warning }
    if max(errors.count, warnings.count) <= Self.limit { return lines(findings) }
    let shown = Array(errors.prefix(Self.limit) + warnings.prefix(Self.limit))
    return lines(shown.sorted(by: Finding.isShownBefore))
      + "::notice title=cvgit::\(FindingsTextRenderer.counts(findings)); "
      + "\(findings.count - shown.count) not shown here%0Ahint: see the log of this step\n"
      + (errors.dropFirst(Self.limit) + warnings.dropFirst(Self.limit))
      .sorted(by: Finding.isShownBefore).map(Self.logLine).joined()
  }

  /// The line for a finding without an annotation, escaped so that GitHub does not run it.
  private static func logLine(_ finding: Finding) -> String {
    (FindingsTextRenderer.headLine(finding) + "\n").withoutRunnerCommands
  }

  private func lines(_ findings: [Finding]) -> String {
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
