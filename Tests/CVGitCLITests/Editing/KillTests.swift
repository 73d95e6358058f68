import Fixtures
import Foundation
import Testing

/// A kill at any moment leaves the old file or the new one.
@Suite struct KillTests {
  @Test func `a set that is killed leaves a whole record`() throws {
    let career = try HookScratch(installs: false)
    let file = "cv/publications/a.yaml"
    let versions = ["short", String(repeating: "long ", count: 20_000)].map { note in
      HookScratch.paper(
        "Notes on an Engine", "note: \(note.trimmingCharacters(in: .whitespaces))\n")
    }
    try career.scratch.write(file, versions[0])
    var (seen, kills) = (Set<Int>(), 0)
    for round in 0..<40 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
      let note = round % 2 == 0 ? String(repeating: "long ", count: 20_000) : "short"
      process.arguments = [
        "set", "-q", "publications/a", "note=\(note.trimmingCharacters(in: .whitespaces))",
      ]
      process.currentDirectoryURL = URL(fileURLWithPath: career.path)
      process.environment = career.scratch.environment
      try process.run()
      usleep(UInt32(round * 1_000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { kills += 1 }
      let text = try career.scratch.text(file)
      let version = try #require(versions.firstIndex(of: text), "a torn file after \(round) ms")
      seen.insert(version)
    }
    #expect(kills > 0)
    try career.expectDone(career.cvgit("set", "publications/a", "note=short"))
    try career.expectDone(career.cvgit("set", "publications/a", "note=\(versions[1].count)"))
    #expect(try career.scratch.git("status", "--porcelain") == " M \(file)")
  }
}
