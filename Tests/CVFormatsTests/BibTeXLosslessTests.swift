import CVFormats
import CVModel
import Fixtures
import Testing

/// Every value of a `.bib` is in a field, or named in a finding.
struct BibTeXLosslessTests {
  /// A field of the source with its value in plain text.
  private struct Written {
    var key: String
    var name: String
    var value: String
    var line: Int
  }

  /// All known fields and some unknown ones, each with a value of its own.
  private static let names = [
    "title", "subtitle", "author", "editor", "journal", "journaltitle", "booktitle", "school",
    "institution", "organization", "howpublished", "eventtitle", "publisher", "series", "edition",
    "volume", "number", "issue", "pages", "year", "month", "day", "date", "type", "language",
    "langid", "note", "addendum", "pubstate", "status", "doi", "eprint", "eprinttype",
    "archiveprefix", "isbn", "issn", "pmid", "arxiv", "url", "repository", "abstract", "award",
    "degree", "visibility", "private", "keywords", "address", "location", "annote", "annotation",
    "chapter", "crossref", "xdata", "eid", "file", "owner", "timestamp", "groups", "review",
    "comment", "bdsk-url-1", "bdsk-file-1", "mendeley-tags", "urldate", "translator", "key",
    "selected", "mine", "author+an", "x.y", "venue", "notes", "details", "conference", "abbr",
  ]

  private static let values = [
    "To appear", "Submitted to Nature", "in press 2021", "Accepted; invited talk", "2001",
    "2001-02",
    "2001/2003", "Some Words Here", "Nature, in press, 2020", "Nature (under review)", "March",
    "10.1000/abc", "2303.02262", "https://example.org/a", "12--34", "Smith, John and Doe, Jane",
    "phdthesis", "arXiv", "private", "a; b, c", "Working paper", "to appear in Nature, 2021",
  ]

  @Test func `every value is in a field or in a finding`() throws {
    var random = SeededGenerator(seed: 3)
    for round in 0..<400 {
      let type = [
        "article", "inproceedings", "phdthesis", "techreport", "misc", "book", "unpublished",
      ][round % 7]
      var names: [String] = []
      while names.count < 9 {
        guard let name = Self.names.randomElement(using: &random), !names.contains(name) else {
          continue
        }
        names.append(name)
      }
      var text = "@\(type){k,\n"
      var written: [Written] = []
      for (line, name) in names.enumerated() {
        let value = Self.values.randomElement(using: &random) ?? ""
        text += "  \(name) = {\(value)},\n"
        written.append(Written(key: "k", name: name, value: value, line: line + 2))
      }
      text += "}\n"
      let reading = readBibTeX(text)
      let entry = try #require(reading.entry("k"))
      for field in written where !holds(entry, field, reading.findings) {
        Issue.record("\(field.name) = \(field.value) is lost\n\(text)\n\(reading.described)")
        return
      }
    }
  }

  /// Whether a value is in a field, verbatim or decoded as docs/sources.md describes.
  private func holds(_ entry: SourceEntry, _ field: Written, _ findings: [Finding]) -> Bool {
    if findings.contains(where: { $0.position?.line == field.line }) { return true }
    let value = field.value.replacing("--", with: "–")
    let texts = entry.entry.fields.flatMap { self.texts($0.1) }
    // A URL is not TeX, in which two hyphens are a dash.
    let forms = [value, field.value, "http://\(value)", "http://\(field.value)"]
    if forms.contains(where: texts.contains) { return true }
    switch field.name {
    case "title": return entry.entry["title"]?.text?.hasPrefix(value) == true
    case "subtitle": return entry.entry["title"]?.text?.hasSuffix(": \(value)") == true
    case "author", "editor":
      let people = value == "Smith, John and Doe, Jane" ? ["John Smith", "Jane Doe"] : nil
      return people.map { texts.contains($0[0]) && texts.contains($0[1]) }
        ?? texts.contains { spoken(value) == $0 }
    case "year", "month", "date":
      if let date = entry.entry["date"]?.text {
        if date == value || date.hasPrefix("\(value)-") { return true }
        if value == "March", date.dropFirst(4).hasPrefix("-03") { return true }
      }
    case "private":
      return entry.entry["private"] != nil
    default: break
    }
    // A status, with the venue that its words name.
    guard let words = StatusWords.read(field: field.name, value: field.value) else {
      return ["phdthesis", "arXiv"].contains(value) && entry.entry["degree"]?.text == "PhD"
    }
    return words.isAll && words.status == entry.entry["status"]?.text
      && words.venue.map { venue in texts.contains { $0.contains(venue) } } ?? true
  }

  private func texts(_ value: Plain) -> [String] {
    switch value {
    case .scalar(let text): [text]
    case .list(let items): items.flatMap { self.texts($0) }
    case .map(let pairs):
      // The parts of a name are held as the name.
      pairs.values.flatMap { self.texts($0) } + [value.spokenPersonName].compactMap(\.self)
    }
  }

  /// A value of one or two parts as the name that BibTeX reads.
  private func spoken(_ value: String) -> String {
    let parts = value.split(separator: ", ", maxSplits: 2).map(String.init)
    switch parts.count {
    case 2: return "\(parts[1]) \(parts[0])"
    case 3: return "\(parts[2]) \(parts[0]) \(parts[1])"
    default: return value
    }
  }
}
