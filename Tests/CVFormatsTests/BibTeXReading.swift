import CVFormats
import CVModel

/// Reads a `.bib` text.
func readBibTeX(_ text: String) -> SourceReading {
  SourceFormat.bibtex.read([FormatFile(path: "publications.bib", text: text)])
}

extension SourceReading {
  /// The entry with a key in the source; the empty key finds an entry without one.
  func entry(_ key: String) -> SourceEntry? { entries.first { ($0.sourceKey ?? "") == key } }

  /// The distinct rules of its findings, sorted.
  var rules: [String] { Set(findings.map(\.rule)).sorted() }

  /// The reading, for the message of a failing test.
  var described: String { ReadingText(reading: self).text }
}
