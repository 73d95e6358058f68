internal import CVModel

/// The names of fields and of their keys as people read them.
enum FieldNames {
  /// A field's name: `supervisor label`, `DOI`; one of the user's own as it is written, `x-address`.
  static func spoken(_ path: String) -> String {
    if path.hasPrefix("x-") { return path }
    return proper[path]
      ?? path.split(whereSeparator: { $0 == "-" || $0 == "." }).joined(separator: " ")
  }

  /// The name of an account or a metric at the head of a line: `Google Scholar`, `h-index`.
  static func headed(_ key: String) -> String {
    proper[key]
      ?? key.split(separator: "-").map { String($0).capitalizedFirst }
      .joined(separator: " ")
  }

  /// Names that are written in a way of their own.
  private static let proper = [
    "arxiv": "arXiv", "dblp": "DBLP", "doi": "DOI", "github": "GitHub", "gitlab": "GitLab",
    "h-index": "h-index", "i10-index": "i10-index", "isbn": "ISBN", "issn": "ISSN",
    "linkedin": "LinkedIn", "orcid": "ORCID", "pmid": "PMID", "researchgate": "ResearchGate",
    "url": "URL", "youtube": "YouTube",
  ]
}
