import Fixtures
import Foundation
import Git
import Testing

@Suite struct RevisionTests {
  @Test func `a revision resolves as in git`() throws {
    let scratch = try ScratchRepository.withTags()
    let describe = try scratch.git("describe", "--tags", "--long", "--match=light")
    let repository = try scratch.open()
    for text in [
      "HEAD", "@", "HEAD~1", "@~1", "@^", "main", "heads/main", "refs/heads/main", "v1", "v1^{}",
      "v1^{commit}", "light", "main@{1}", "HEAD^{/second}", ":/first", "main~2", "HEAD^0",
      "HEAD~0", "v1~1", "nested", "@{1}", describe,
    ] {
      let expected = try scratch.git("rev-list", "--max-count=1", text)
      #expect(try repository.resolve(text).hex == expected)
      #expect(try repository.resolve(String(expected.prefix(7))).hex == expected)
      #expect(try repository.resolve(expected.uppercased()).hex == expected)
    }
  }

  @Test(arguments: [
    ("HEAD^!", "HEAD^..HEAD"), ("v1^-", "v1^..v1"), ("main^-2", "main^2..main"),
    ("^!", "HEAD^..HEAD"),
  ])
  func `a shorthand for a range is rejected with the range to write`(text: String, range: String)
    throws
  {
    let scratch = try ScratchRepository.withTags()
    let error = #expect(throws: RevisionError.self) { try scratch.open().resolve(text) }
    #expect(error?.hint == "write '\(range)'")
  }

  @Test func `an unknown revision names the nearest tags`() throws {
    let scratch = try ScratchRepository.withTags()
    let repository = try scratch.open()
    let error = #expect(throws: RevisionError.self) { try repository.resolve("lihgt") }
    #expect(error?.description == "unknown revision 'lihgt'")
    #expect(error?.hint == "did you mean 'light'?")
    let far = #expect(throws: RevisionError.self) { try repository.resolve("nothing-like-it") }
    #expect(far?.hint == nil)
    for text in ["", "HEAD~9", "v1^7", "a b", "HEAD^{", "main@{99}", "~", "^", "0000000"] {
      let error = #expect(throws: RevisionError.self) { try repository.resolve(text) }
      #expect(error?.description == "unknown revision '\(text)'")
    }
  }

  @Test func `an object that is not a commit is reported with its type`() throws {
    let scratch = try ScratchRepository.withTags()
    let repository = try scratch.open()
    for (text, type) in [
      ("HEAD:cv/a.yaml", "blob"), ("HEAD^{tree}", "tree"), ("tree-tag", "tree"),
      ("HEAD:cv", "tree"),
    ] {
      let error = #expect(throws: RevisionError.self) { try repository.resolve(text) }
      #expect(error?.description == "'\(text)' is a \(type), not a commit")
    }
    let range = #expect(throws: RevisionError.self) { try repository.resolve("v1..HEAD") }
    #expect(range?.description == "expected a single revision, found the range 'v1..HEAD'")
  }

  @Test func `an unborn branch is reported`() throws {
    let scratch = try ScratchRepository()
    let error = #expect(throws: RevisionError.self) { try scratch.open().resolve("HEAD") }
    #expect(error?.description == "your current branch 'main' does not have any commits yet")
  }

  @Test func `a short id that several objects share is ambiguous only among commits`() throws {
    let scratch = try ScratchRepository()
    let stream = (0..<900).map { number in
      """
      blob
      data \(number + 1000)
      \(String(repeating: "x", count: number + 1000))
      commit refs/heads/main
      committer A <a@b> \(number) +0000
      data 0

      """
    }
    try scratch.git("fast-import", "--quiet", input: Data(stream.joined().utf8))
    let objects = try scratch.git(
      "cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype)"
    ).split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let groups = Dictionary(grouping: objects) { String($0[0].prefix(4)) }.values
    let repository = try scratch.open()
    let mixed = try #require(groups.first { $0.map { $0[1] }.sorted() == ["blob", "commit"] })
    let commit = try #require(mixed.first { $0[1] == "commit" })[0]
    #expect(try repository.resolve(String(commit.prefix(4))).hex == commit)
    let pair = try #require(groups.first { $0.map { $0[1] } == ["commit", "commit"] })
    let ids = pair.map { $0[0] }.sorted()
    let prefix = String(ids[0].prefix(4))
    let error = #expect(throws: RevisionError.self) { try repository.resolve(prefix) }
    #expect(error?.description == "short object ID \(prefix) is ambiguous")
    #expect(error?.hint == "write more digits: \(ids.joined(separator: ", "))")
  }

  @Test(arguments: [
    ("A..B", RevisionExpression.range("A", "B")), ("A...B", .symmetric("A", "B")),
    ("A..", .range("A", nil)), ("..B", .range(nil, "B")), ("A...", .symmetric("A", nil)),
    ("A", .single("A")), ("..", .range(nil, nil)), ("v1.0..v2.0", .range("v1.0", "v2.0")),
    ("HEAD^{/a..b}", .single("HEAD^{/a..b}")),
    ("2025-01-01..2025-12-31", .range("2025-01-01", "2025-12-31")),
  ])
  func `an expression is parsed without a repository`(
    text: String, expression: RevisionExpression
  ) {
    #expect(RevisionExpression(text) == expression)
  }
}

extension ScratchRepository {
  fileprivate static func withTags() throws -> ScratchRepository {
    var scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "a")
    try scratch.commit("first")
    try scratch.commit("second")
    try scratch.git("tag", "light")
    try scratch.git("tag", "--annotate", "v1", "--message", "one")
    try scratch.git("tag", "--annotate", "nested", "--message", "nested", "v1")
    try scratch.git("tag", "tree-tag", "HEAD^{tree}")
    try scratch.commit("third")
    return scratch
  }
}
