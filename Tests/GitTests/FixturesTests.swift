import Fixtures
import Foundation
import Testing

@Suite struct FixturesTests {
  @Test func `a program may print much on both outputs, and its status is returned`() throws {
    let folder = try TemporaryFolder()
    let script = "head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2; cat; exit 3"
    let run = try ProcessRun.run(
      "/bin/sh", ["-c", script], in: folder.path, environment: ["PATH": "/usr/bin:/bin"],
      input: Data("read".utf8))
    #expect(run.stdout.count == 300_004 && run.output.hasSuffix("read"))
    #expect(run.stderr.count == 300_000)
    #expect(run.status == 3)
    let killed = try ProcessRun.run(
      "/bin/sh", ["-c", "kill -9 $$"], in: folder.path, environment: [:])
    #expect(killed.status == 137)
  }

  @Test func `a scratch repository has the same ids in every run and leaves nothing behind`() throws
  {
    let path: String
    do {
      var scratch = try ScratchRepository()
      path = scratch.path
      try scratch.write("cv/a.yaml", "a")
      #expect(try scratch.commit("one") == "7bb586fd4c9ffb57c32b1fb0405fbcbd89bb2c94")
      #expect(try scratch.git("log", "-1", "--format=%aI") == "2024-03-01T09:01:00+00:00")
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(
    .disabled(
      if: ProcessInfo.processInfo.environment["CVGIT_RECORD_GOLDEN"] == "1",
      "a run that records would record the differences"))
  func `a golden file is compared, and a difference is an issue`() throws {
    try expectGolden("as recorded\n", "Golden/recorded.txt")
    withKnownIssue { try expectGolden("not as recorded\n", "Golden/recorded.txt") }
    withKnownIssue { try expectGolden("anything", "Golden/missing.txt") }
  }
}
