internal import CVModel

/// Display names of fields and of their keys.
enum FieldNames {
  /// The name of a field: `supervisor label`, `DOI`; a custom one as it is written, `x-address`.
  static func spoken(_ path: String) -> String {
    if path.hasPrefix("x-") { return path }
    return proper[path]
      ?? path.split(whereSeparator: { $0 == "-" || $0 == "." }).joined(separator: " ")
  }

  /// The name of an account or metric at the start of a line: `Google Scholar`, `h-index`.
  static func headed(_ key: String) -> String {
    proper[key]
      ?? key.split(separator: "-").map { String($0).capitalizedFirst }
      .joined(separator: " ")
  }

  /// Names with a spelling of their own.
  private static let proper = [
    "arxiv": "arXiv", "dblp": "DBLP", "doi": "DOI", "github": "GitHub", "gitlab": "GitLab",
    "h-index": "h-index", "i10-index": "i10-index", "isbn": "ISBN", "issn": "ISSN",
    "linkedin": "LinkedIn", "orcid": "ORCID", "pmid": "PMID", "researchgate": "ResearchGate",
    "url": "URL", "youtube": "YouTube",
  ]
}
