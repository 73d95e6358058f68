import CVFormats
import CVModel
import Text
import YAML

extension FuzzTarget {
  /// One or two versions of a `.bib`: positions and bytes are inside the file, IDs are valid and
  /// distinct, messages are safe, and the cache does not change the result.
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

  /// The name of a format, and a file in it or two versions of one: the same holds as for a `.bib`.
  static let sources = FuzzTarget("sources") { bytes in
    var input = FuzzInput(bytes)
    guard let format = SourceFormat(rawValue: input.line()) else { return }
    let halves = input.halves
    var cache = SourceCache()
    for half in [halves.first, halves.second ?? halves.first, halves.first] {
      let file = FormatFile(path: "publications/a/index.md", bytes: half)
      _ = SourceFormat.detect(file)
      let reading = format.read([file], reusing: &cache)
      try demandReading(reading, of: half)
      try demand(reading == format.read([file]), "the cache changes what is read")
    }
  }

  private static func demandReading(_ reading: SourceReading, of bytes: [UInt8]) throws {
    let text = SourceText(bytes)
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    for finding in reading.findings + [reading.fault].compactMap(\.self) {
      try demandSafe(finding.message, "a message")
      try demandSafe(finding.hint ?? "", "a hint")
      if isUTF8, let span = finding.span {
        try demandInside(Span(at: span.start, length: 0), text, finding.message)
      }
    }
    var keys: Set<EntryKey> = []
    for entry in reading.entries {
      let key = entry.entry.key
      try demand(EntryKey.isValidID(key.id), "invalid id \(quoted(key.id))")
      try demand(keys.insert(key).inserted, "duplicate id \(quoted(key.id))")
      try demand(
        entry.bytes.lowerBound >= 0 && entry.bytes.upperBound <= bytes.count,
        "the bytes \(entry.bytes) are outside of the file")
      if isUTF8 {
        if reading.format == .bibtex {
          try demand(bytes[entry.bytes.lowerBound] == UInt8(ascii: "@"), "an entry without @")
        }
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
