/// What the BibTeX reader keeps from version to version.
struct BibTeXCache: Sendable {}

/// Reads BibTeX and BibLaTeX files.
enum BibTeXReader {
  static func read(_ files: [FormatFile], reusing cache: inout BibTeXCache) -> SourceReading {
    SourceReading(format: .bibtex)
  }
}
