import CVModel
import Foundation
import Testing

/// Checks `docs/records.md` against the code.
///
/// `CVGIT_RECORD=1` rewrites its tables of kinds, and fails.
struct RecordsDocumentTests {
  private static let url = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/records.md")

  private let text: String

  init() throws { text = try String(contentsOf: Self.url, encoding: .utf8) }

  @Test func `the tables list exactly the fields of every kind`() throws {
    let environment = ProcessInfo.processInfo.environment
    let tables = [
      ("folder", Schema.builtIn.entryKinds),
      ("file", Schema.builtIn.kinds.filter { $0.role != .entries }),
    ]
    var expected = text
    for (head, kinds) in tables {
      let top = "| \(head) | fields |\n| --- | --- |\n"
      let parts = expected.components(separatedBy: top)
      try #require(parts.count == 2)
      let rows = kinds.map { "| \($0.folder) | \($0.fieldsInWords) |" }
      let rest = parts[1].components(separatedBy: "\n").drop { $0.hasPrefix("| ") }
      expected = parts[0] + top + (rows + rest).joined(separator: "\n")
    }
    if environment["CVGIT_RECORD"] != nil, environment["CI"] == nil {
      try expected.write(to: Self.url, atomically: true, encoding: .utf8)
      Issue.record("docs/records.md is recorded anew")
    } else {
      #expect(text == expected)
    }
  }

  @Test func `the examples are one CV without findings`() {
    let blocks = text.components(separatedBy: "```yaml\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    let files = blocks.map { block in
      let path = block.prefix { $0 != "\n" }.dropFirst(2)
      return SourceFile(path: String(path), text: block)
    }
    let findings = CVReader(root: "cv").read(files + [preprint]).findings
    #expect(files.count == 6)
    #expect(findings.isEmpty, "\(findings.map(\.described))")
  }

  /// So that both groups of the example have an entry.
  private let preprint = SourceFile(
    path: "cv/publications/preprint.yaml",
    text: "title: Lux\ntype: preprint\nauthors: [Avik Pal]\n")

  @Test func `every rule is explained`() throws {
    let start = try #require(text.range(of: "## What is checked")).lowerBound
    let rows = text[start...].split(separator: "\n").filter { $0.hasPrefix("| ") }
    let told = rows.flatMap { row in
      row.split(separator: "|")[0].split(separator: ",").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
    #expect(told.count == Set(told).count)
    #expect(Set(CVReading.ruleNames).subtracting(told) == [])
    let types = Set(Schema.builtIn.kinds.flatMap(\.fields).map(\.type.name))
    #expect(Set(told.dropFirst(2)).subtracting(CVReading.ruleNames).subtracting(types) == [])
  }

  @Test func `every type of a field of an entry is explained`() throws {
    let start = try #require(text.range(of: "## Field types")).lowerBound
    let end = try #require(text.range(of: "## Statuses")).lowerBound
    let rows = text[start..<end].split(separator: "\n").filter { $0.hasPrefix("| ") }
    let told = Set(
      rows.flatMap { row in
        row.split(separator: "|")[0].split(separator: ",").map {
          $0.trimmingCharacters(in: .whitespaces)
        }
      })
    #expect(Set(FieldType.definableNames + ["end"]).subtracting(told) == [])
  }

  @Test func `every status is listed`() {
    for lifecycle in Lifecycle.all {
      let steps = lifecycle.steps.map(\.label).joined(separator: ", ")
        .replacing("Minor Revision, Major Revision", with: "Minor Revision = Major Revision")
      let exits = lifecycle.exits.map(\.label).joined(separator: ", ")
      #expect(text.contains("| \(lifecycle.name) | \(steps) | \(exits) |"))
      for alias in lifecycle.steps.flatMap(\.aliases) where !alias.hasPrefix("in") {
        #expect(text.contains(alias))
      }
    }
  }
}

extension Kind {
  /// The document's name for the kind's folder or file.
  fileprivate var folder: String {
    switch role {
    case .entries: "`\(name)`"
    case .records: "`\(name)/`"
    case .file(let file): "`\(file)`"
    }
  }

  /// The kind's own fields in the form of the document: `**title***, type* (journal, …), period`.
  fileprivate var fieldsInWords: String {
    let common = ["url", "links", "tags", "note", "order", "visibility", "private"]
    let own = fields.filter { !common.contains($0.name) }
    return own.filter { !["end", "expected"].contains($0.name) }.map(inWords).joined(
      separator: ", ")
  }

  private func inWords(_ field: Field) -> String {
    let star = field.isRequired ? "\\*" : ""
    if field.name == "start" { return "*period*" + star }
    let name = nameFields.contains(field.name) ? "**\(field.name)**" : field.name
    let type =
      switch field.type {
      case .text: ""
      case .choice(let values): " (\(values.joined(separator: ", ")))"
      case .status(let lifecycle): " (\(lifecycle.name))"
      case .settings(let keys): " (\(keys.joined(separator: ", ")))"
      case .identifier: ""
      case .named: " (texts by name)"
      case .metrics: " (counts by name)"
      case .fieldNames: " (names of fields)"
      case .definitions, .sections: ""
      default: field.type.name == field.name ? "" : " \(field.type.name)"
      }
    return name + star + type
  }
}
