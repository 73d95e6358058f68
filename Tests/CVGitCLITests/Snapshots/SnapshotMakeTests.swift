import CVGitCLI
import Fixtures
import Foundation
import Testing

@Suite struct SnapshotMakeTests {
  private static let name = "snapshot/2024-03-01-mit-eecs-faculty-search"

  @Test func `a snapshot contains the records, what was sent and what changed`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    try Data("%PDF".utf8).write(to: URL(fileURLWithPath: scratch.outside("letter.pdf")))
    let first = scratch.snapshot(
      "--for", "MIT EECS faculty search", "--attach", "../letter.pdf", "cv/profile.yaml")
    #expect(first.status == .done && first.output == Self.name + "\n")
    #expect(first.messages.contains("git push REMOTE \(Self.name)\n"))
    #expect(first.messages.contains("'git push --tags' would publish the purpose of every"))
    #expect(
      try scratch.keptFiles(Self.name) == [
        "MANIFEST.json", "attached/letter.pdf", "attached/profile.yaml", "cv/cv.yaml",
        "cv/profile.yaml", "cv/publications/notes.yaml", "cv/publications/secret.yaml",
      ])
    #expect(try scratch.git("rev-parse", Self.name + "^") == scratch.git("rev-parse", "HEAD"))
    #expect(try scratch.git("rev-parse", Self.name + ":cv") == scratch.git("rev-parse", "HEAD:cv"))
    #expect(try scratch.git("cat-file", "-t", Self.name) == "tag")
    #expect(
      try scratch.git("for-each-ref", "--format=%(contents:subject)|%(tagger)", "refs/tags")
        == "CV for MIT EECS faculty search|Ada Lovelace <ada@example.org> 1709283660 +0000")
    #expect(try scratch.git("fsck", "--strict", "--no-dangling").isEmpty)
    try scratch.commitNews()
    #expect(scratch.snapshot("--for", "Kyoto").output == "snapshot/2024-03-01-kyoto\n")
    let changes = try scratch.git("show", "snapshot/2024-03-01-kyoto:CHANGES.md")
    #expect(changes.contains("Poetical Science") && changes.contains("Under Review → Accepted"))
    #expect(!changes.contains("MIT") && !changes.contains("Secret"))
  }

  @Test func `the manifest has hashes of every file that agree with other programs`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    try scratch.write("letter.txt", "Dear Sir or Madam")
    #expect(scratch.snapshot("--for", "A", "--attach", "letter.txt").status == .done)
    let name = "snapshot/2024-03-01-a"
    let text = try scratch.git("show", name + ":MANIFEST.json")
    let manifest = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(manifest["format"] as? String == "cvgit-snapshot/1")
    #expect(manifest["commit"] as? String == (try scratch.git("rev-parse", "HEAD")))
    #expect(manifest["date"] as? String == "2024-03-01" && manifest["purpose"] as? String == "A")
    let folders = try #require(manifest["folders"] as? [String: String])
    #expect(folders["cv"] == "swh:1:dir:" + (try scratch.git("rev-parse", "HEAD:cv")))
    let files = try #require(manifest["files"] as? [[String: Any]])
    #expect(files.count >= 5)
    for file in files {
      let path = try #require(file["path"] as? String)
      let id = try scratch.git("rev-parse", "\(name):\(path)")
      #expect(file["swhid"] as? String == "swh:1:cnt:" + id)
      let sum = try ProcessRun.run(
        "sha256sum", [], in: scratch.path, environment: scratch.environment,
        input: try scratch.gitBytes("cat-file", "blob", id))
      #expect(file["sha256"] as? String == String(sum.output.prefix(64)))
    }
    let sum = try ProcessRun.run(
      "sha256sum", [], in: scratch.path, environment: scratch.environment,
      input: try scratch.gitBytes("show", name + ":MANIFEST.json"))
    #expect(
      try scratch.git("cat-file", "-p", name).contains("Manifest-SHA256: \(sum.output.prefix(64))"))
  }

  @Test func `only objects and the tag are written`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    try scratch.write("cv/notes.txt", "ignored by the CV\n")
    try scratch.write("other.txt", "not committed\n")
    try scratch.git("add", "other.txt")
    let before = try scratch.untouchables()
    #expect(scratch.snapshot("--for", "A", "--at", "HEAD").status == .done)
    #expect(scratch.snapshot("verify").status == .done)
    #expect(scratch.snapshot("list").status == .done)
    #expect(scratch.snapshot("delete", "--yes", "2024-03-01-a").status == .done)
    #expect(try scratch.untouchables() == before)
  }

  @Test func `a taken name gets a number`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    try scratch.git("tag", "snapshot/2024-03-01-a-3")
    try scratch.git("tag", "snapshot/2024-03-01-a-4/folder")
    let names = (0..<4).map { _ in scratch.snapshot("--for", "A!").output }
    #expect(names == ["", "-2", "-5", "-6"].map { "snapshot/2024-03-01-a\($0)\n" })
  }

  @Test func `the day is the one asked for, then the epoch's, then the clock's`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    let undated = ["GIT_AUTHOR_DATE": "", "GIT_COMMITTER_DATE": ""]
    #expect(
      scratch.snapshot("--for", "A", with: undated).output == "snapshot/2025-11-20-a\n")
    let epoch = undated.merging(["SOURCE_DATE_EPOCH": "1600000000"]) { $1 }
    #expect(scratch.snapshot("--for", "A", with: epoch).output == "snapshot/2020-09-13-a\n")
    #expect(
      scratch.snapshot("--for", "A", "--date", "2019-01-02", with: epoch).output
        == "snapshot/2019-01-02-a\n")
    #expect(
      try scratch.git("log", "-1", "--format=%aI %cI", "snapshot/2019-01-02-a")
        == "2019-01-02T00:00:00+00:00 2019-01-02T00:00:00+00:00")
    #expect(
      try scratch.git("log", "-1", "--format=%cI", "snapshot/2025-11-20-a")
        == "2025-11-20T09:30:00+05:30")
    let wrong = scratch.snapshot("--for", "A", "--date", "2019-02-30")
    #expect(wrong.status == .failure && wrong.messages.contains("invalid date \""))
    let early = scratch.snapshot("--for", "A", "--date", "1969-12-31")
    #expect(early.status == .failure && early.messages.contains("before 1970"))
    let zone = scratch.snapshot("--for", "A", with: ["GIT_COMMITTER_DATE": "@nonsense"])
    #expect(zone.status == .failure && zone.messages.contains("invalid date format"))
    let epochs = scratch.snapshot("--for", "A", with: ["SOURCE_DATE_EPOCH": "now"])
    #expect(epochs.status == .failure && epochs.messages.contains("SOURCE_DATE_EPOCH"))
  }

  @Test func `a detached HEAD, a bare repository and a shallow clone work`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    try scratch.commitNews()
    try scratch.git("checkout", "--quiet", "--detach")
    #expect(scratch.snapshot("--for", "detached").status == .done)
    let bare = try ScratchRepository(cloning: scratch, "--bare")
    #expect(bare.snapshot("--for", "bare").output == "snapshot/2024-03-01-bare\n")
    #expect(bare.snapshot("verify").status == .done)
    let shallow = try ScratchRepository(cloning: scratch, "--depth=1")
    #expect(shallow.snapshot("--for", "shallow").status == .done)
    #expect(shallow.snapshot("verify").status == .done)
    #expect(try shallow.git("fsck", "--strict", "--no-dangling").isEmpty)
  }

  @Test func `another root is stored as cv`() throws {
    var scratch = try ScratchRepository()
    try scratch.write(
      "docs/me/cv.yaml", "sections:\n  - kind: publications\n    heading: Publications\n")
    try scratch.write("docs/me/profile.yaml", "name: Ada Lovelace\n")
    try scratch.commit("one")
    let run = scratch.snapshot("--root", "docs/me", "--for", "A")
    #expect(run.status == .done)
    #expect(
      try scratch.git("show", "snapshot/2024-03-01-a:cv/profile.yaml") == "name: Ada Lovelace")
    #expect(scratch.snapshot("verify").status == .done)
    #expect(scratch.snapshot("diff", "2024", "--root", "docs/me").status == .done)
  }
}
