import CVModel
import Testing

@Suite struct ProjectFileTests {
  private static let formats = ["bibtex", "json-resume", "rendercv"]

  private func read(_ text: String) -> ProjectFile {
    ProjectFile(reading: Array(text.utf8), formats: Self.formats)
  }

  /// `LINE:COLUMN: message`, and the hint after a bar.
  private func findings(_ text: String) -> [String] {
    read(text).findings.map { finding in
      let place = finding.position.map { "\($0.line):\($0.column): " } ?? ""
      return place + finding.message + (finding.hint.map { " | \($0)" } ?? "")
    }
  }

  @Test func `every setting is read`() {
    let file = read(
      """
      root: ./docs//cv/
      sources:
        - publications.bib
        - path: [public/resume.json, resume.json]
          format: json-resume
      name: Rob J Hyndman
      aliases: [R. J. Hyndman]
      show: [phone]
      x-mine: anything
      """)
    #expect(file.findings.isEmpty)
    #expect(file.root == "docs/cv")
    #expect(
      file.sources == [
        .init(paths: ["publications.bib"]),
        .init(paths: ["public/resume.json", "resume.json"], format: "json-resume"),
      ])
    #expect(file.name == "Rob J Hyndman")
    #expect(file.aliases == ["R. J. Hyndman"])
    #expect(file.shownFields == ["phone"])
  }

  @Test func `a single value is a list of one`() {
    let file = read("sources: refs.bib\naliases: A. Lovelace\n")
    #expect(file.sources == [.init(paths: ["refs.bib"])])
    #expect(file.aliases == ["A. Lovelace"])
  }

  @Test func `the top of the work tree can be the root`() {
    #expect(read("root: .\n").root == "")
  }

  @Test func `an empty file has no settings and no findings`() {
    #expect(read("") == ProjectFile())
    #expect(read("# later\n") == ProjectFile())
  }

  @Test(arguments: [
    ("rot: cv\n", #"1:1: unknown key "rot" | did you mean "root"?"#),
    (
      "colour: red\n", #"1:1: unknown key "colour" | keys: root, sources, name, aliases, show"#
    ),
    (
      "sources:\n  - path: a.bib\n    format: bibtx\n",
      #"3:13: unknown format "bibtx" | did you mean "bibtex"?"#
    ),
    (
      "sources:\n  - format: bibtex\n",
      #"2:5: a source without a path | add "path: publications.bib""#
    ),
    ("- cv\n", #"1:1: expected settings, found a list | write "root: cv""#),
    ("name: [Ada]\n", "1:7: expected a text, found a list"),
    ("name:\n", "1:6: expected a text, found nothing"),
  ])
  func `a fault is reported where it is`(text: String, finding: String) {
    #expect(findings(text) == [finding])
  }

  @Test(arguments: ["/etc/passwd", "../other.bib", "a/../../b.bib", "/"])
  func `a path outside the repository is refused`(path: String) {
    for text in ["root: \(path)\n", "sources: [\(path)]\n", "sources:\n  - path: \(path)\n"] {
      let file = read(text)
      #expect(file.root == nil)
      #expect(file.sources.isEmpty)
      #expect(file.findings.map(\.message) == ["the path \"\(path)\" is not inside the repository"])
    }
  }

  @Test func `an invalid setting does not affect the others`() {
    let file = read("root: ../cv\nname: Ada Lovelace\n")
    #expect(file.root == nil)
    #expect(file.name == "Ada Lovelace")
    #expect(file.findings.count == 1)
  }
}
