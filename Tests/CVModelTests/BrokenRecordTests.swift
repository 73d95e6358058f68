import CVModel
import Foundation
import Testing

/// Compares the findings of invalid records with the tables in `Broken/`.
///
/// `CVGIT_RECORD=1` rewrites the tables, and fails: review the changes.
struct BrokenRecordTests {
  private static var isRecording: Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["CVGIT_RECORD"] != nil && environment["CI"] == nil
  }

  @Test(arguments: try BrokenTable.all())
  func `a broken record has exactly the findings of its table`(_ table: BrokenTable) throws {
    if Self.isRecording {
      try table.record()
      Issue.record("\(table.name) is recorded anew")
      return
    }
    for broken in try table.cases() {
      #expect(broken.found == broken.expected, "\(table.name): \(broken.title)")
    }
  }

  @Test func `every title is used once`() throws {
    let titles = try BrokenTable.all().flatMap { try $0.cases().map(\.title) }
    #expect(titles.count == Set(titles).count)
    #expect(titles.count >= 100)
  }

  @Test func `messages begin in lower case and end without a stop`() throws {
    for finding in try allFindings() {
      #expect(finding.message.first?.isUppercase != true, "\(finding.message)")
      #expect(!finding.message.hasSuffix("."), "\(finding.message)")
    }
  }

  @Test func `every rule has a case`() throws {
    let rules = Set(try allFindings().map(\.rule))
    let types = Schema.builtIn.kinds.flatMap(\.fields).map(\.type.name)
    // These report errors under the names of their parts.
    let silent: Set = [
      "any", "text", "lines", "paragraphs", "texts", "bullets", "emails", "links", "named",
      "settings", "field-names",
    ]
    #expect(Set(CVReading.ruleNames + types).subtracting(rules).subtracting(silent) == [])
  }

  private func allFindings() throws -> [Finding] {
    try BrokenTable.all().flatMap { try $0.cases() }.flatMap(\.findings)
  }
}
