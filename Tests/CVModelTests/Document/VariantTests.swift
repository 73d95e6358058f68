import CVModel
import Testing

/// Variants of the CV.
struct VariantTests {
  private static let records = [
    "cv.yaml": """
    sections:
      - {kind: education, heading: Schools}
      - kind: publications
        heading: Papers
        where: {type: [journal, conference]}
      - kind: software
    """,
    "profile.yaml": "name: Ada\nheadline: [Mathematician]",
    "education/a.yaml": "degrees: [B.A.]\ninstitution: A\nstart: 2001\nend: 2005",
    "publications/a.yaml": "title: A\ntype: journal\nauthors: [X]\ndate: 2020\ntags: [compilers]",
    "publications/b.yaml": "title: B\ntype: conference\nauthors: [X]\ndate: 2022",
    "publications/c.yaml":
      "title: C\ntype: journal\nauthors: [X]\ndate: 2024\ntags: [compilers, old]",
    "publications/d.yaml": "title: D\ntype: preprint\nauthors: [X]\ndate: 2024",
    "software/s.yaml": "name: S\ntags: [compilers]",
  ]

  private static func document(_ variant: String) throws -> CVDocument {
    let files = records.merging(["variants/v.yaml": variant]) { first, _ in first }
    let reading = CVReader(root: "").read(files.map { SourceFile(path: $0.key, text: $0.value) })
    #expect(reading.findings.filter { $0.severity == .error }.isEmpty, "\(reading.findings)")
    return CVDocument(
      .everything(reading.cv.narrowed(by: try #require(reading.cv.variant(named: "v")))))
  }

  private static func ids(_ variant: String) throws -> [String] {
    try document(variant).sections.flatMap(\.entries).map(\.record.key.description)
  }

  @Test func `sections are selected in the variant's order, with their settings in cv yaml`() throws
  {
    let document = try Self.document(
      "headline: [Engineer, Author]\nsections: [{kind: software}, {kind: publications, limit: 1}]")
    #expect(document.header.headline.map(\.plainText) == ["Engineer", "Author"])
    #expect(document.sections.map(\.heading.plainText) == ["Software", "Papers"])
    #expect(
      document.sections.flatMap(\.entries).map(\.record.key.description) == [
        "software/s", "publications/c",
      ])
  }

  @Test(arguments: [
    ("only: [compilers]", ["publications/c", "publications/a", "software/s"]),
    ("only: [compilers]\nwithout: [old]", ["publications/a", "software/s"]),
    ("since: 2022", ["publications/c", "publications/b", "software/s"]),
    ("until: 2020", ["education/a", "publications/a", "software/s"]),
    (
      "sections: [{kind: publications, where: {type: journal}}]",
      ["publications/c", "publications/a"]
    ),
    ("sections: [{kind: publications, where: {tags: compilers}, since: 2021}]", ["publications/c"]),
    ("sections: [{kind: publications, entries: [a, c]}]", ["publications/a", "publications/c"]),
    (
      "sections: [{kind: publications, sort: date, limit: 2}]",
      ["publications/a", "publications/b"]
    ),
  ])
  func `entries are chosen by tags, kinds, dates and counts`(
    _ variant: String, _ ids: [String]
  ) throws {
    #expect(try Self.ids(variant) == ids)
  }

  @Test func `a variant never adds what cv yaml leaves out`() throws {
    #expect(try !Self.ids("since: 2000").contains("publications/d"))
  }

  @Test func `unknown names are findings`() {
    let files = Self.records.merging([
      "variants/v.yaml": """
      only: [compiler]
      sections:
        - {kind: publication}
        - {kind: publications, where: {typ: journal}, entries: [a, z], since: soon}
      """
    ]) { first, _ in first }
    let reading = CVReader(root: "").read(files.map { SourceFile(path: $0.key, text: $0.value) })
    let told = reading.findings.filter { $0.path == "variants/v.yaml" }
      .map { "\($0.message) [\($0.rule)] \($0.hint ?? "")" }
    #expect(
      told.contains("no entry has the tag \"compiler\" [variant] did you mean \"compilers\"?"))
    #expect(
      told.contains { $0.hasPrefix("\"soon\" is not a date such as 2024") }, "\(told)")
  }
}
