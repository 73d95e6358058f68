import Fixtures
import Foundation
import Git
import Testing
import Text

@Suite struct TagTests {
  @Test func `tags are read as git shows them`() throws {
    var scratch = try ScratchRepository()
    let first = try scratch.commit("first")
    try scratch.git("tag", "v2")
    try scratch.git("tag", "v10")
    try scratch.git("tag", "Z")
    try scratch.git("tag", "tree", "HEAD^{tree}")
    let second = try scratch.commit("second")
    try scratch.git("tag", "--annotate", "v1", "--message", "the first\n\nof all")
    try scratch.git("tag", "--annotate", "nested", "--message", "x", "v1")
    try scratch.git("tag", "é/ü")
    try scratch.git("pack-refs", "--all")
    try scratch.git("tag", "loose")
    let tags = try scratch.open().tags()
    #expect(tags.map(\.name) == ["Z", "loose", "nested", "v1", "v10", "v2", "é/ü"])
    let shown = try scratch.git(
      "for-each-ref", "--format=%(refname:strip=2) %(objecttype) %(*objecttype)", "refs/tags")
    let names = shown.split(separator: "\n").filter { !$0.contains(" tree") }
    #expect(names.map { String($0.prefix { $0 != " " }) } == tags.map(\.name))
    let annotated = try #require(tags.first { $0.name == "v1" })
    #expect(annotated.isAnnotated && annotated.message == "the first\n\nof all\n")
    #expect(annotated.tagger?.name == "Ada Lovelace")
    #expect(annotated.tagger?.day.description == "2024-03-01")
    #expect(tags.first { $0.name == "nested" }?.target.hex == second)
    let light = try #require(tags.first { $0.name == "v2" })
    #expect(!light.isAnnotated && light.tagger == nil && light.message.isEmpty)
    #expect(light.target.hex == first)
  }

  @Test func `a pattern matches what git tag --list matches`() throws {
    var scratch = try ScratchRepository()
    let id = try scratch.commit("one")
    let names = [
      "v1", "v10", "v2", "v2024", "v2024-01", "v1.0", "x.y", "x/y", "release", "Z", "a-b",
    ]
    let updates = names.map { "create refs/tags/\($0) \(id)\n" }.joined()
    try scratch.git("update-ref", "--stdin", input: Data(updates.utf8))
    let repository = try scratch.open()
    for pattern in [
      "v*", "v?", "v[0-9]", "v[0-9][0-9]*", "*", "v2024*", "[!v]*", "*/*", "v1.0", "x?y", "*1*0*",
      "[a-", "[]v]*", "v\\*", "[^a-z]*", "v[1.]*", "[z-a]*", "v[[]x", "nothing",
    ] {
      let expected = try scratch.git("tag", "--list", pattern).split(separator: "\n")
      #expect(try repository.tags(matching: pattern).map(\.name) == expected.map(String.init))
    }
  }

  @Test(arguments: 0..<8)
  func `random patterns match as in git`(seed: UInt64) throws {
    var scratch = try ScratchRepository()
    let id = try scratch.commit("one")
    var random = SeededGenerator(seed: seed)
    let letters = Array("abyz019-]!")
    var names: Set<String> = ["a", "z", "-", "]", "!", "b-", "a-z", "z]", "0/1", "A", "é"]
    for _ in 0..<30 {
      let name = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in
        letters.randomElement(using: &random)
      }
      names.insert(String(name))
    }
    // Names that git rejects are not valid tags.
    let valid = names.filter { !$0.hasPrefix("-") && $0 != "0" }.sorted()
    let updates = valid.map { "create refs/tags/\($0) \(id)\n" }.joined()
    try scratch.git("update-ref", "--stdin", input: Data(updates.utf8))
    let repository = try scratch.open()
    let parts = [
      "*", "?", "[", "]", "[!", "[^", "-", "a", "b", "y", "z", "0", "1", "9", "\\", "!", "[z-a]",
      "[a-z]", "[[:digit:]]", "[[:alpha:]", "[[:nope:]]", "[]", "[]-a]", "[!-]", "[a-", "/", "[:",
      ":]", "[\\]]", "[0-9a]", "[--0]", "[a-b-z]",
    ]
    for _ in 0..<150 {
      let pattern = (0..<Int.random(in: 1...5, using: &random)).compactMap { _ in
        parts.randomElement(using: &random)
      }.joined()
      let expected = try scratch.git("tag", "--list", "--", pattern).split(separator: "\n")
      let found = try repository.tags(matching: pattern).map(\.name)
      #expect(found == expected.map(String.init), "\(pattern)")
    }
  }

  @Test func `a pattern with many stars is fast`() {
    let glob = Glob(String(repeating: "*a", count: 40) + "b")
    #expect(!glob.matches(String(repeating: "a", count: 4000)))
  }
}
