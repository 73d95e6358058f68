import CVFormats
import CVModel
import YAML

extension FuzzTarget {
  /// A `.bib`, or two versions of it: positions and bytes lie inside of the file, ids are valid and differ, messages are
  /// safe, and a reading with a cache is the one without.
  static let bibtex = FuzzTarget("bibtex") { bytes in
    var input = FuzzInput(bytes)
    let halves = input.halves
    var cache = SourceCache()
    for half in [halves.first, halves.second ?? halves.first] {
      let file = FormatFile(path: "publications.bib", bytes: half)
      let reading = SourceFormat.bibtex.read([file], reusing: &cache)
      try demandReading(reading, of: half)
      try demand(
        reading == SourceFormat.bibtex.read([file]), "the cache changes what is read")
    }
  }

  private static func demandReading(_ reading: SourceReading, of bytes: [UInt8]) throws {
    let text = SourceText(bytes)
    let isUTF8 = !reading.findings.contains { $0.rule == "encoding" }
    for finding in reading.findings {
      try demandSafe(finding.message, "a message")
      try demandSafe(finding.hint ?? "", "a hint")
      if isUTF8, let span = finding.span {
        try demandInside(Span(at: span.start, length: 0), text, finding.message)
      }
    }
    var ids: Set<String> = []
    for entry in reading.entries {
      let id = entry.entry.key.id
      try demand(EntryKey.isValidID(id), "invalid id \(quoted(id))")
      try demand(ids.insert(id).inserted, "duplicate id \(quoted(id))")
      try demand(
        entry.bytes.lowerBound >= 0 && entry.bytes.upperBound <= bytes.count,
        "the bytes \(entry.bytes) are outside of the file")
      if isUTF8 {
        try demand(bytes[entry.bytes.lowerBound] == UInt8(ascii: "@"), "an entry without @")
        for location in entry.locations {
          try demandInside(Span(at: location.position, length: 0), text, location.name)
        }
      }
    }
    for entry in reading.unreadable {
      try demand(EntryKey.isValidID(entry.key.id), "invalid id \(quoted(entry.key.id))")
    }
  }
}
