import Foundation
import Testing

@testable import CVFormats

/// The status of a publication, read from words.
struct StatusWordsTests {
  /// A field, its value as written in a `.bib`, and the expected status; empty for none.
  struct Row: Sendable {
    let field: String
    let value: String
    let status: String
  }

  private static func rows() throws -> [Row] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Statuses.tsv")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    return text.split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Row(field: cells[0], value: cells[1], status: cells[2])
    }
  }

  @Test func `every row of the table is read`() throws {
    let rows = try Self.rows()
    #expect(rows.count > 150)
    for row in rows {
      let found = StatusWords.read(field: row.field, value: row.value)?.status ?? ""
      #expect(found == row.status, "\(row.field): \(row.value)")
    }
  }

  @Test func `the quick check misses no status`() throws {
    for row in try Self.rows() where !row.status.isEmpty {
      #expect(StatusTriggers.mayHold(Array(row.value.utf8)[...]), "\(row.value)")
    }
  }

  @Test(arguments: [
    ("journal", "Nature (in press)", "Nature"), ("journal", "Nature, to appear", "Nature"),
    ("journal", "Submitted to Nature", "Nature"), ("journal", "to appear", nil),
    ("journal", "In review in the Journal of X", "Journal of X"),
    ("note", "Submitted to Nature.", "Nature"),
    ("note", "Under review", nil), ("note", "Accepted 2020", nil),
    ("journal", "Annals of X, Series B (accepted for publication)", "Annals of X, Series B"),
    ("booktitle", "To appear in the 5th Workshop on X (W 2020)", "5th Workshop on X (W 2020)"),
  ])
  func `the venue is the rest`(_ field: String, _ value: String, _ venue: String?) {
    #expect(StatusWords.read(field: field, value: value)?.venue == venue)
  }

  @Test(arguments: [
    ("To appear", true), ("Submitted to Nature", true), ("in press 2021", false),
    ("Under review. Preprint on bioRxiv.", false), ("Accepted, with discussion", false),
  ])
  func `words next to the status are known`(_ value: String, _ isAll: Bool) {
    #expect(StatusWords.read(field: "note", value: value)?.isAll == isAll)
  }
}
