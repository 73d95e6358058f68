import CVGitCLI
import Fixtures
import Foundation
import Testing

/// All ways to alter a snapshot, and what `verify` reports.
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

  /// Replaces the tag by one of a tree that `edit` changed in a separate work tree.
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

  @Test func `a file with different bytes`() throws {
    let scratch = try snapshot()
    try tamper(scratch) { folder in
      try Data("Dear Madam".utf8).write(to: URL(fileURLWithPath: folder + "/attached/letter.txt"))
    }
    expectFaults(scratch, "altered: attached/letter.txt")
  }

  @Test func `a removed file and an added one`() throws {
    let scratch = try snapshot()
    try tamper(scratch) { folder in
      try FileManager.default.moveItem(
        atPath: folder + "/attached/letter.txt", toPath: folder + "/attached/other.txt")
    }
    expectFaults(
      scratch, "not in the manifest: attached/other.txt", "missing: attached/letter.txt")
  }

  @Test func `a record that is not from the commit`() throws {
    let scratch = try snapshot()
    try tamper(scratch) { folder in
      try Data("name: Eve\n".utf8).write(to: URL(fileURLWithPath: folder + "/cv/profile.yaml"))
    }
    expectFaults(
      scratch,
      "the records were altered: they are not those of commit "
        + (try scratch.git("rev-parse", "--short=7", "HEAD")), "altered: cv/profile.yaml")
  }

  @Test func `a different mode`() throws {
    let scratch = try snapshot()
    try tamper(scratch) { folder in
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder + "/attached/letter.txt")
    }
    expectFaults(scratch, "altered: a folder's names or modes")
  }

  @Test func `a forged manifest`() throws {
    let scratch = try snapshot()
    try tamper(scratch) { folder in
      let file = URL(fileURLWithPath: folder + "/MANIFEST.json")
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data(text.replacingOccurrences(of: "\"MIT\"", with: "\"MIT!\"").utf8).write(to: file)
    }
    expectFaults(
      scratch, "the manifest was altered: its hash does not match the tag")
  }

  @Test func `an invalid manifest`() throws {
    let scratch = try snapshot()
    try tamper(scratch) { folder in
      try Data("{}".utf8).write(to: URL(fileURLWithPath: folder + "/MANIFEST.json"))
    }
    let run = scratch.snapshot("verify")
    #expect(run.status == .findings && run.output.contains("it was not written by cvgit"))
  }

  @Test func `a tag with another message or name`() throws {
    let scratch = try snapshot()
    try tamper(scratch, message: { $0.replacingOccurrences(of: "for MIT", with: "for Kyoto") }) {
      _ in
    }
    expectFaults(
      scratch, "the tag was altered: its message does not match the manifest")
    let renamed = try snapshot()
    try renamed.git("update-ref", "refs/tags/snapshot/other", Self.name)
    let run = renamed.snapshot("verify", "other")
    #expect(run.status == .findings)
    #expect(run.output.contains("the tag was altered: it was made as \(Self.name)"))
  }

  @Test func `a different parent commit`() throws {
    var scratch = try snapshot()
    try scratch.commitNews()
    try tamper(scratch, parent: "HEAD") { _ in }
    expectFaults(
      scratch, "the records were altered: the snapshot's parent is not the CV's commit")
  }

  @Test func `a replaced object`() throws {
    for path in ["rendered/cv.md", "cv/cv.yaml", "cv", ""] {
      let scratch = try snapshot()
      let id = try scratch.git("rev-parse", path.isEmpty ? Self.name : "\(Self.name):\(path)")
      let type = try scratch.git("cat-file", "-t", id)
      let other = try scratch.git(
        "rev-parse",
        type == "blob" ? "HEAD:cv/profile.yaml" : type == "tree" ? "HEAD^{tree}" : "HEAD")
      try scratch.git("replace", "--force", id, other)
      let run = scratch.snapshot("verify", Self.name)
      #expect(
        run.status == .findings && run.output.contains("  replaced: \(path)"), "\(run.output)")
    }
  }

  @Test func `a message in a different normal form`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    #expect(scratch.snapshot("--for", "caf\u{E9}").status == .done)
    let name = try scratch.git("tag")
    let tag = try scratch.git("cat-file", "tag", name)
    let changed = tag.replacingOccurrences(of: "caf\u{E9}", with: "cafe\u{301}") + "\n"
    let id = try scratch.git("hash-object", "-t", "tag", "-w", "--stdin", input: Data(changed.utf8))
    try scratch.git("update-ref", "refs/tags/" + name, id)
    let run = scratch.snapshot("verify", name)
    #expect(
      run.status == .findings && run.output.contains("its message does not match the manifest"))
  }

  @Test(arguments: ["100644 MANIFEST.json", "120000 CHANGES.md", "100755 CHANGES.md"])
  func `a tree with other names or modes`(_ entry: String) throws {
    var scratch = try snapshot()
    try scratch.commitNews()
    #expect(scratch.snapshot("--for", "Yale", "--date", "2024-03-02").status == .done)
    let name = "snapshot/2024-03-02-yale"
    let parts = entry.split(separator: " ")
    let id = try scratch.git(
      "rev-parse", parts[1] == "CHANGES.md" ? "\(name):CHANGES.md" : "HEAD:cv/profile.yaml")
    let isManifest = parts[1] == "MANIFEST.json"
    var entries: [(mode: String, name: String, id: String)] = []
    for line in try scratch.git("ls-tree", name).split(separator: "\n") {
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      if words[3] != parts[1] || isManifest { entries.append((words[0], words[3], words[2])) }
    }
    entries.append((String(parts[0]), String(parts[1]), id))
    var tree = Data()
    for entry in entries.sorted(by: { $0.name < $1.name }) {
      tree += Data("\(entry.mode.drop { $0 == "0" }) \(entry.name)\0".utf8)
      for index in stride(from: 0, to: 40, by: 2) {
        tree.append(UInt8(entry.id.dropFirst(index).prefix(2), radix: 16) ?? 0)
      }
    }
    let treeID = try scratch.git(
      "hash-object", "-w", "-t", "tree", "--literally", "--stdin", input: tree)
    let old = try scratch.git("cat-file", "commit", name)
    let commit = try scratch.git(
      "hash-object", "-w", "-t", "commit", "--stdin",
      input: Data(
        (old.replacingOccurrences(of: old.prefix(45), with: "tree " + treeID) + "\n").utf8))
    let tag = try scratch.git("cat-file", "tag", name)
    let tagID = try scratch.git(
      "hash-object", "-w", "-t", "tag", "--stdin",
      input: Data(
        (tag.replacingOccurrences(of: tag.prefix(47), with: "object " + commit) + "\n").utf8))
    try scratch.git("update-ref", "refs/tags/" + name, tagID)
    #expect(scratch.snapshot("verify", name).status == .findings)
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
