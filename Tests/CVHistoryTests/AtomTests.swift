import CVGitCLI
import Fixtures
import Foundation
import Testing

/// The feed, parsed by feedparser.
@Suite struct AtomTests {
  private static let script = """
    import feedparser, json, sys
    feed = feedparser.parse(sys.stdin.buffer.read())
    print(json.dumps({
      "bozo": bool(feed.bozo), "version": feed.version, "title": feed.feed.title, "id": feed.feed.id,
      "author": feed.feed.author, "updated": feed.feed.updated,
      "entries": [{"id": e.id, "title": e.title, "updated": e.updated,
                   "parsed": list(e.updated_parsed)[:6]} for e in feed.entries]}))
    """

  private struct Feed: Decodable {
    let bozo: Bool
    let version, title, id, author, updated: String
    let entries: [Item]
    struct Item: Decodable {
      let id, title, updated: String
      let parsed: [Int]
    }
  }

  private func parsed(_ text: String) throws -> Feed? {
    guard let run = try OraclePython.run(script: Self.script, input: text) else {
      print("skipped: no Python with feedparser could be made")
      return nil
    }
    guard run.status == 0 else { throw Refused(errors: run.errors) }
    return try JSONDecoder().decode(Feed.self, from: run.stdout)
  }

  private struct Refused: Error { let errors: String }

  @Test func `feedparser reads the career's feed without errors`() throws {
    let run = CVGitProgram.run(
      ["changelog", "--format", "atom"],
      Surroundings(environment: DemoHistory.environment, directory: try DemoHistory.path()))
    guard let feed = try parsed(run.output) else { return }
    #expect(!feed.bozo)
    #expect(feed.version == "atom10")
    #expect(feed.author == "Avik Pal")
    #expect(feed.updated == "2025-11-20T11:20:00-05:00")
    #expect(feed.entries.count == 50)
    #expect(Set(feed.entries.map(\.id)).count == 50)
    #expect(feed.entries[0].id == "tag:avik-pal.github.io,2025:profile/profile/updated/2025-11-20")
    #expect(feed.entries[0].parsed == [2025, 11, 20, 16, 20, 0])
    #expect(
      feed.entries.map(\.parsed).reversed().elementsEqual(
        feed.entries.map(\.parsed).sorted { $0.lexicographicallyPrecedes($1) }))
  }

  @Test func `hostile text stays text`() throws {
    var scratch = try ScratchRepository()
    try scratch.write(
      "cv/profile.yaml", "name: 'A & <B>'\nurl: https://me@Example.org:8080/x?a=1&b=2\n")
    try scratch.commit("one")
    try scratch.git("tag", "v1")
    try scratch.write(
      "cv/awards/m.yaml", "title: \"<script>alert(1)</script> & ]]> \\u0007 \\uFFFE \u{1F3C6}\"\n")
    try scratch.commit("two")
    let run = CVGitProgram.run(
      ["changelog", "--format", "atom"],
      Surroundings(environment: scratch.environment, directory: scratch.path))
    #expect(!run.output.unicodeScalars.contains("\u{7}"))
    guard let feed = try parsed(run.output) else { return }
    #expect(!feed.bozo)
    #expect(feed.entries.map(\.id) == ["tag:example.org,2024:awards/m/added/2024-03-01"])
  }

  @Test(arguments: ["name: Ada\n", "name: Ada\nurl: https://a.example\nprivate: [url]\n"])
  func `without a public address there is no feed`(profile: String) throws {
    var scratch = try ScratchRepository()
    try scratch.write("cv/profile.yaml", profile)
    try scratch.commit("one")
    let run = CVGitProgram.run(
      ["changelog", "--format", "atom"],
      Surroundings(environment: scratch.environment, directory: scratch.path))
    #expect(run.status == .failure)
    #expect(run.messages.contains("public \"url\""))
  }
}
