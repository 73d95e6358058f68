package import CVModel

/// A finding as an entry of GitLab's Code Quality report, which is a JSON array of them.
///
/// Source: GitLab's "Code Quality", "Code Quality report format".
package struct GitLabFinding: Encodable {
  let description: String
  let checkName: String
  let fingerprint: String
  let severity: String
  let location: Location

  struct Location: Encodable {
    let path: String
    let lines: Lines
  }

  struct Lines: Encodable {
    let begin: Int
  }

  private enum CodingKeys: String, CodingKey {
    case description, fingerprint, severity, location
    case checkName = "check_name"
  }

  /// The report. Fingerprints exclude line numbers, so that a finding keeps its identity if it
  /// moves.
  package static func report(_ findings: [Finding]) -> [GitLabFinding] {
    var counts: [String: Int] = [:]
    return findings.map { finding in
      let name = "\(finding.path):\(finding.rule)"
      counts[name, default: 0] += 1
      return GitLabFinding(
        description: finding.message + (finding.hint.map { " (hint: \($0))" } ?? ""),
        checkName: finding.rule, fingerprint: "\(name):\(counts[name, default: 0])",
        severity: finding.severity == .error ? "major" : "minor",
        location: Location(
          path: finding.path, lines: Lines(begin: finding.position?.line ?? 1)))
    }
  }
}
