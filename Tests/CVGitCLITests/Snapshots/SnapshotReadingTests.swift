import CVGitCLI
import Fixtures
import Foundation
import Testing

@Suite struct SnapshotReadingTests {
  private func twoSnapshots() throws -> ScratchRepository {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    _ = scratch.snapshot("--for", "MIT", "--date", "2024-01-05")
    try scratch.commitNews()
    _ = scratch.snapshot("--for", "Kyoto", "--date", "2024-02-06")
    try scratch.write("cv/publications/more.yaml", ScratchRepository.paper("More", "Accepted"))
    try scratch.commit("three")
    return scratch
  }

  @Test func `a list shows what was new, and what is new since`() throws {
    let scratch = try twoSnapshots()
    #expect(
      scratch.snapshot("list").output == """
        DATE        SNAPSHOT          FOR    NEWS       SINCE THEN
        2024-02-06  2024-02-06-kyoto  Kyoto  3 changes  1 change
        2024-01-05  2024-01-05-mit    MIT    –          4 changes

        """)
    let json = scratch.snapshot("list", "--format", "json").output
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(document["format"] as? String == "cvgit-snapshots/1")
    let items = try #require(document["snapshots"] as? [[String: Any]])
    #expect(
      items.map { $0["name"] as? String } == [
        "snapshot/2024-02-06-kyoto", "snapshot/2024-01-05-mit",
      ])
    #expect((items[0]["untilNow"] as? [String: Any])?["count"] as? Int == 1)
    #expect(items[1]["news"] == nil && items[1]["signed"] as? Bool == false)
  }

  @Test func `a list counts what the summary of the diff counts`() throws {
    var scratch = try twoSnapshots()
    try scratch.write("cv/people/mary-somerville.yaml", "name: Mary Somerville\n")
    try scratch.commit("A person")
    #expect(
      scratch.snapshot("list").output.contains("2024-02-06-kyoto  Kyoto  3 changes  2 changes\n"))
  }

  @Test func `a list counts what the sent variant shows`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    try scratch.write(
      "cv/variants/short.yaml", "sections:\n  - {kind: publications, until: 2024}\n")
    try scratch.commit("a variant")
    #expect(scratch.snapshot("--for", "Whole").status == .done)
    #expect(scratch.snapshot("--for", "Part", "--variant", "short").status == .done)
    try scratch.write(
      "cv/publications/later.yaml",
      ScratchRepository.paper("Later", "Accepted").replacing("date: 2024", with: "date: 2025"))
    try scratch.commit("a paper that the variant leaves out")
    let lines = scratch.snapshot("list").output.split(separator: "\n")
    #expect(lines.first { $0.contains("Whole") }?.hasSuffix("1 change") == true)
    #expect(lines.first { $0.contains("Part") }?.hasSuffix("no changes") == true, "\(lines)")
  }

  @Test func `a tag that is not a snapshot does not hide others`() throws {
    let scratch = try twoSnapshots()
    try scratch.git("tag", "snapshot/plain")
    try scratch.git("tag", "--annotate", "--message", "x", "snapshot/other")
    let run = scratch.snapshot("list")
    #expect(run.status == .done && run.output.contains("Kyoto"))
    #expect(run.messages.contains("\"snapshot/plain\" is not a snapshot: it is not annotated"))
    #expect(run.messages.contains("\"snapshot/other\" is not a snapshot: it has no MANIFEST.json"))
  }

  @Test func `a snapshot is found by a prefix, and an unknown name is reported`() throws {
    let scratch = try twoSnapshots()
    for name in [
      "2024-01-05", "snapshot/2024-01", "2024-01-05-mit", "refs/tags/snapshot/2024-01-05-mit",
    ] {
      #expect(scratch.snapshot("show", name).output.hasPrefix("snapshot/2024-01-05-mit\n"))
    }
    let both = scratch.snapshot("show", "2024-0")
    #expect(both.messages.contains("matches several snapshots"))
    let near = scratch.snapshot("show", "2024-01-05-mti")
    #expect(
      near.messages == """
        error: there is no snapshot "2024-01-05-mti"
        hint: did you mean "2024-01-05-mit"?

        """)
    #expect(scratch.snapshot("show", "").status == .failure)
  }

  @Test func `diff shows what changed since the snapshot`() throws {
    let scratch = try twoSnapshots()
    let run = scratch.snapshot("diff", "2024-01-05-mit")
    #expect(
      run.output.hasPrefix("snapshot/2024-01-05-mit (2024-03-01) → HEAD (2024-03-01) · 2 commits\n")
    )
    #expect(run.output.contains("Poetical Science") && run.output.contains("+ More"))
    let markdown = scratch.snapshot("diff", "2024-01-05-mit", "--format", "markdown").output
    #expect(!markdown.contains("Secret"))
  }

  @Test func `a snapshot's name resolves to the CV's commit`() throws {
    let scratch = try twoSnapshots()
    for name in ["2024-01-05-mit", "snapshot/2024-01-05-mit", "refs/tags/snapshot/2024-01-05-mit"] {
      let run = CVGitProgram.run(
        ["diff", name + "..HEAD"],
        Surroundings(environment: scratch.environment, directory: scratch.path))
      #expect(
        run.output.split(separator: "\n").first?.hasSuffix(
          "(2024-03-01) → HEAD (2024-03-01) · 2 commits") == true)
    }
  }

  @Test func `a deleted snapshot can be restored as the message says`() throws {
    let scratch = try twoSnapshots()
    let asked = scratch.snapshot("delete", "snapshot/2024-01-05-mit")
    #expect(asked.status == .failure && asked.messages.contains("add '--yes'"))
    #expect(
      scratch.snapshot("delete", "--yes", "2024-01").messages.contains("to delete it, write "))
    let run = scratch.snapshot("delete", "--yes", "snapshot/2024-01-05-mit")
    #expect(run.status == .done)
    #expect(scratch.snapshot("show", "2024-01-05-mit").status == .failure)
    let command = try #require(run.messages.split(separator: ": ").last)
    let words = command.split(whereSeparator: \.isWhitespace).map(String.init)
    #expect(words[0] == "git" && run.output.contains(words[3]))
    _ = try scratch.git(in: scratch.path, Array(words.dropFirst()))
    #expect(scratch.snapshot("verify", "2024-01-05-mit").status == .done)
  }
}
