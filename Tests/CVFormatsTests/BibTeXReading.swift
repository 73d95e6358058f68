import CVFormats
import CVModel

/// Reads a `.bib` that is written in a test.
func readBibTeX(_ text: String) -> SourceReading {
  SourceFormat.bibtex.read([FormatFile(path: "publications.bib", text: text)])
}

extension SourceReading {
  /// The entry with a key of the source; the empty key stands for an entry that has none.
  func entry(_ key: String) -> SourceEntry? { entries.first { ($0.sourceKey ?? "") == key } }

  /// The rules of its findings, each once, sorted.
  var rules: [String] { Set(findings.map(\.rule)).sorted() }

  /// For the message of a test that fails.
  var described: String { ReadingText(reading: self).text }
}
