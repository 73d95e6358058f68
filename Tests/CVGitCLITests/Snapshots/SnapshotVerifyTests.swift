import CVGitCLI
import Fixtures
import Foundation
import Testing

/// Each way in which someone could change a snapshot, and what `verify` says of it.
@Suite struct SnapshotVerifyTests {
  private static let name = "snapshot/2024-03-01-mit"

  private func snapshot() throws -> ScratchRepository {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    try scratch.write("letter.txt", "Dear Sir or Madam")
    _ = scratch.snapshot("--for", "MIT", "--attach", "letter.txt")
    #expect(scratch.snapshot("verify").output.hasPrefix("\(Self.name): good ("))
    return scratch
  }

  /// Makes the tag anew over a tree that `edit` changed in a work tree of its own.
  private func tamper(
    _ scratch: borrowing ScratchRepository, parent: String = "HEAD",
    message: ((String) -> String)? = nil, _ edit: (String) throws -> Void
  ) throws {
    let folder = scratch.outside("tampered")
    try scratch.git("worktree", "add", "--quiet", "--detach", folder, Self.name)
    try edit(folder)
    _ = try scratch.git(in: folder, ["add", "--all"])
    let tree = try scratch.git(in: folder, ["write-tree"]).output.trimmingCharacters(in: .newlines)
    let old = try scratch.git("for-each-ref", "--format=%(contents)", "refs/tags/" + Self.name)
    let text = message?(old) ?? old
    let commit = try scratch.git(
      "commit-tree", "-p", parent, tree, input: Data(text.utf8))
    try scratch.git(
      "tag", "--force", "--annotate", "--file=-", "--cleanup=verbatim", Self.name, commit,
      input: Data(text.utf8))
  }

  private func expectFaults(_ scratch: borrowing ScratchRepository, _ faults: String...) {
    let run = scratch.snapshot("verify", Self.name)
    #expect(run.status == .findings)
    #expect(run.output == "\(Self.name): altered\n" + faults.map { "  \($0)\n" }.joined())
  }

  @Test func `a file with other bytes`() throws {
    let scratch = try snapshot()
    try tamper(scratch) { folder in
      try Data("Dear Madam".utf8).write(to: URL(fileURLWithPath: folder + "/attached/letter.txt"))
    }
    expectFaults(scratch, "altered: attached/letter.txt")
  }

  @Test func `a file that is gone, and one more`() throws {
    let scratch = try snapshot()
    try tamper(scratch) { folder in
      try FileManager.default.moveItem(
        atPath: folder + "/attached/letter.txt", toPath: folder + "/attached/other.txt")
    }
    expectFaults(
      scratch, "not in the manifest: attached/other.txt", "missing: attached/letter.txt")
  }

  @Test func `a record that is not the commit's`() throws {
    let scratch = try snapshot()
    try tamper(scratch) { folder in
      try Data("name: Eve\n".utf8).write(to: URL(fileURLWithPath: folder + "/cv/profile.yaml"))
    }
    expectFaults(
      scratch,
      "the records were altered: they are not those of commit "
        + (try scratch.git("rev-parse", "--short=7", "HEAD")), "altered: cv/profile.yaml")
  }

  @Test func `another mode`() throws {
    let scratch = try snapshot()
    try tamper(scratch) { folder in
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder + "/attached/letter.txt")
    }
    expectFaults(scratch, "altered: a folder's names or modes")
  }

  @Test func `a manifest that was made to fit`() throws {
    let scratch = try snapshot()
    try tamper(scratch) { folder in
      let file = URL(fileURLWithPath: folder + "/MANIFEST.json")
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data(text.replacingOccurrences(of: "\"MIT\"", with: "\"MIT!\"").utf8).write(to: file)
    }
    expectFaults(
      scratch, "the manifest was altered: it is not the one that the tag was made for")
  }

  @Test func `a manifest that is none`() throws {
    let scratch = try snapshot()
    try tamper(scratch) { folder in
      try Data("{}".utf8).write(to: URL(fileURLWithPath: folder + "/MANIFEST.json"))
    }
    let run = scratch.snapshot("verify")
    #expect(run.status == .findings && run.output.contains("it is not what cvgit writes"))
  }

  @Test func `a tag with other words, or another name`() throws {
    let scratch = try snapshot()
    try tamper(scratch, message: { $0.replacingOccurrences(of: "for MIT", with: "for Kyoto") }) {
      _ in
    }
    expectFaults(
      scratch, "the tag was altered: its message says something else than the manifest")
    let renamed = try snapshot()
    try renamed.git("update-ref", "refs/tags/snapshot/other", Self.name)
    let run = renamed.snapshot("verify", "other")
    #expect(run.status == .findings)
    #expect(run.output.contains("the tag was altered: it was made as \(Self.name)"))
  }

  @Test func `another commit below it`() throws {
    var scratch = try snapshot()
    try scratch.commitNews()
    try tamper(scratch, parent: "HEAD") { _ in }
    expectFaults(
      scratch, "the records were altered: the snapshot does not stand on the CV's commit")
  }

  @Test func `an object that is damaged on the disk`() throws {
    let scratch = try snapshot()
    let id = try scratch.git("rev-parse", Self.name + ":attached/letter.txt")
    let other = try scratch.git("rev-parse", Self.name + ":cv/profile.yaml")
    let objects = scratch.path + "/.git/objects/"
    func file(_ id: String) -> String { objects + id.prefix(2) + "/" + id.dropFirst(2) }
    let bytes = try #require(FileManager.default.contents(atPath: file(other)))
    try FileManager.default.removeItem(atPath: file(id))
    try bytes.write(to: URL(fileURLWithPath: file(id)))
    let run = scratch.snapshot("verify")
    #expect(run.status == .findings && run.output.contains("damaged: attached/letter.txt ("))
  }
}
