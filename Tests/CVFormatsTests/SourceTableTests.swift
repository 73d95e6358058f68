import CVFormats
import CVModel
import Fixtures
import Foundation
import Testing

/// The tables of docs/sources.md, which are generated from the readings of the samples.
struct SourceTableTests {
  private static let samples: [(SourceFormat, [String])] = [
    (.jsonResume, ["resume.json"]), (.rendercv, ["cv.yaml", "cv-1.yaml"]),
    (.cslJSON, ["items.json"]), (.orcid, ["record.json"]),
  ]
  private static let folders = ["hugo", "academicpages", "quarto"]

  @Test func `the tables in the documentation match the readers`() throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../docs/sources.md")
    var text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    for (format, names) in Self.samples {
      let entries = try names.flatMap { format.read([try SampleFile.read($0)]).entries }
      text = Self.replacingTable(of: format, in: text, by: Self.table(format, entries) + "\n")
    }
    let pages = try Self.folders.flatMap {
      SourceFormat.pages.read(try SampleFile.folder($0)).entries
    }
    text = Self.replacingTable(of: .pages, in: text, by: Self.table(.pages, pages) + "\n")
    try expectGolden(text, "../../docs/sources.md")
  }

  private static func table(_ format: SourceFormat, _ entries: [SourceEntry]) -> String {
    var lines = ["| kind | read and compared | kept as `x-…` |", "| --- | --- | --- |"]
    var kinds: [String] = []
    var read: [String: [String]] = [:]
    var kept: [String: [String]] = [:]
    for entry in entries {
      let key = entry.entry.key
      if key.kind == "kinds" { continue }
      let kind = Schema.builtIn[key.kind] == nil ? "the heading's own" : key.kind
      if !kinds.contains(kind) { kinds.append(kind) }
      for location in entry.locations.sorted(by: {
        ($0.position, $0.field) < ($1.position, $1.field)
      }) {
        let isKept = location.field.hasPrefix("x-")
        let name = "`\(location.name)`"
        let words = isKept || location.name == location.field ? name : "\(name) → \(location.field)"
        if isKept {
          if kept[kind, default: []].contains(words) == false {
            kept[kind, default: []].append(words)
          }
        } else if read[kind, default: []].contains(words) == false {
          read[kind, default: []].append(words)
        }
      }
    }
    for kind in kinds {
      lines.append(
        "| \(kind) | \(read[kind, default: []].joined(separator: ", ")) "
          + "| \(kept[kind, default: []].joined(separator: ", ")) |")
    }
    let bookkeeping = format.bookkeeping.map { "`\($0)`" }.joined(separator: ", ")
    lines.append("")
    lines.append("Not read: \(bookkeeping.isEmpty ? "nothing" : bookkeeping).")
    return lines.joined(separator: "\n")
  }

  private static func replacingTable(
    of format: SourceFormat, in text: String, by table: String
  ) -> String {
    let start = "<!-- \(format.rawValue): made by SourceTableTests -->\n"
    let end = "<!-- end -->"
    guard let first = text.range(of: start),
      let last = text.range(of: end, range: first.upperBound..<text.endIndex)
    else { return text + "\nmissing: \(start)" }
    return text.replacingCharacters(in: first.upperBound..<last.lowerBound, with: table)
  }
}
