import CVGitCLI
import Fixtures
import Foundation
import Testing

@Suite struct SnapshotTravelTests {
  @Test func `a snapshot travels by push and clone, and gives the same bytes there`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    _ = scratch.snapshot("--for", "MIT", "--date", "2024-01-05")
    try scratch.commitNews()
    try scratch.write("Lebenslauf – Ada.txt", "as sent")
    let made = scratch.snapshot(
      "--for", "Kyoto", "--at", "HEAD", "--attach", "Lebenslauf – Ada.txt")
    #expect(made.status == .done)
    let bare = try ScratchRepository("--bare")
    try scratch.git("remote", "add", "origin", bare.path)
    try scratch.git("push", "--quiet", "origin", "main", "snapshot/2024-03-01-kyoto")
    #expect(try bare.git("tag") == "snapshot/2024-03-01-kyoto")
    let clone = try ScratchRepository(cloning: bare)
    #expect(clone.snapshot("verify").output.contains(": good ("))
    #expect(clone.snapshot("verify").status == .done)
    #expect(try clone.git("fsck", "--strict").isEmpty)
    for options in [[], ["--all"], ["--all", "--private"]] {
      for ending in ["zip", "tar"] {
        let archives = [scratch.outside("sent.\(ending)"), clone.outside("sent.\(ending)")]
        let runs = [
          Self.export(scratch, archives[0], options), Self.export(clone, archives[1], options),
        ]
        #expect(runs.allSatisfy { $0.status == .done }, "\(runs.map(\.messages))")
        let bytes = archives.map { FileManager.default.contents(atPath: $0) }
        #expect(bytes[0] == bytes[1] && bytes[0]?.isEmpty == false)
      }
    }
    let listed = try ProcessRun.run(
      "tar", ["tf", scratch.outside("sent.tar")], in: "/",
      environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"])
    #expect(
      listed.output.hasPrefix(
        "CHANGES.md\nMANIFEST.json\nattached/Lebenslauf – Ada.txt\ncv/cv.yaml\n"))
  }

  private static func export(
    _ scratch: borrowing ScratchRepository, _ path: String, _ options: [String]
  ) -> CVGitProgram.Run {
    CVGitProgram.run(
      ["snapshot", "export", "2024-03-01-kyoto", "-o", path] + options,
      Surroundings(environment: scratch.environment, directory: scratch.path))
  }

  @Test func `a clone of a single tag verifies, and reports what it cannot check`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    _ = scratch.snapshot("--for", "MIT")
    let clone = try ScratchRepository(
      cloning: scratch, "--depth=1", "--branch=snapshot/2024-03-01-mit")
    let run = clone.snapshot("verify")
    #expect(run.status == .done)
    #expect(run.output.contains("note: this clone is shallow"))
    #expect(
      clone.snapshot("list").status == .done && clone.snapshot("diff", "2024").status == .done)
  }

  @Test func `private data is in no default export`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    _ = scratch.snapshot("--for", "MIT", "--date", "2024-01-05")
    try scratch.commitNews()
    try scratch.write("letter.txt", "Dear Sir")
    _ = scratch.snapshot("--for", "Kyoto", "--attach", "letter.txt")
    let sent = scratch.outside("sent.tar")
    #expect(Self.export(scratch, sent, []).status == .done)
    #expect(try Self.paths(in: sent) == ["attached/letter.txt"])
    let all = Self.export(scratch, sent, ["--all"])
    #expect(all.messages.hasPrefix("left out 2 files of the CV that are private"))
    #expect(
      try Self.paths(in: sent) == [
        "CHANGES.md", "MANIFEST.json", "attached/letter.txt", "cv/cv.yaml",
        "cv/publications/notes.yaml", "cv/publications/poetry.yaml",
      ])
    let bytes = String(decoding: try Data(contentsOf: URL(fileURLWithPath: sent)), as: UTF8.self)
    for secret in ["ecret", "555-", "MIT", "profile.yaml"] { #expect(!bytes.contains(secret)) }
    let whole = Self.export(scratch, sent, ["--all", "--private"])
    #expect(whole.messages.isEmpty && whole.status == .done)
    #expect(try Self.paths(in: sent).contains("cv/publications/secret.yaml"))
  }

  /// The files in a tar archive except for rendered ones.
  private static func paths(in archive: String) throws -> [String] {
    try ProcessRun.run("tar", ["tf", archive], in: "/", environment: ["PATH": "/usr/bin:/bin"])
      .output.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("rendered/") }
  }

  @Test func `a failed export is an error`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    _ = scratch.snapshot("--for", "MIT")
    let ending = scratch.snapshot("export", "2024", "--all", "-o", "x.rar")
    #expect(ending.messages.contains("use a name that ends in \".zip\" or \".tar\""))
    let folder = scratch.snapshot("export", "2024", "--all", "-o", "no/such/folder/x.zip")
    #expect(folder.status == .failure && folder.messages.contains("cannot write"))
  }
}
