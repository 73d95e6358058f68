import Fixtures
import Foundation
import Git
import Testing

/// cvgit's files have the same modes as git's.
@Suite struct SharedPermissionTests {
  @Test(arguments: [
    nil, "umask", "group", "all", "world", "true", "false", "1", "2", "0640", "0660",
  ])
  func `objects and references get git's modes`(shared: String?) throws {
    var scratch = try ScratchRepository()
    try scratch.commit("one")
    if let shared { try scratch.git("config", "core.sharedRepository", shared) }
    let repository = try scratch.open()
    let ours = try repository.write(blob: Array("ours".utf8))
    let theirs = try scratch.git("hash-object", "-w", "--stdin", input: Data("theirs".utf8))
    let head = try #require(try repository.headCommit())
    let tagger = try repository.committer(now: Moment(seconds: 1_700_000_000, offsetMinutes: 0))
    let tag = try repository.write(
      tag: TagText(name: "a/ours", commit: head.id, tagger: tagger, message: "one"))
    try scratch.git("tag", "--annotate", "b/theirs", "--message", "one")
    let other = try scratch.git("rev-parse", "b/theirs")
    for (mine, git) in [
      (object(ours.hex), object(theirs)), (object(tag.hex), object(other)),
      (folder(ours.hex), folder(theirs)), ("refs/tags/a", "refs/tags/b"),
      ("refs/tags/a/ours", "refs/tags/b/theirs"),
    ] {
      #expect(try mode(mine, scratch.path) == mode(git, scratch.path), "\(mine)")
    }
  }

  private func object(_ id: String) -> String { "objects/\(id.prefix(2))/\(id.dropFirst(2))" }
  private func folder(_ id: String) -> String { "objects/\(id.prefix(2))" }

  private func mode(_ name: String, _ top: String) throws -> String {
    let values = try FileManager.default.attributesOfItem(atPath: "\(top)/.git/\(name)")
    return String((values[.posixPermissions] as? Int) ?? 0, radix: 8)
  }
}
