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
    for round in Cases.some(of: 0..<40) {
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

/// Each command that writes, killed at many moments of its run.
@Suite struct WritingCommandKillTests {
  static let commands: [[String]] = [
    ["init", "--kinds", "experience,publications", "--name", "Ada", "--root", "career"],
    ["new", "publications", "type=journal", "title=On Looms", "authors=Ada Lovelace"],
    ["fmt"],
    ["schema", "--write"],
    ["changelog", "--write"],
    ["hooks", "install"],
    ["theme", "eject", "classic"],
    ["render", "--format", "html", "-o", "cv.html"],
    ["import", "refs.bib"],
  ]

  @Test(arguments: commands)
  func `each file is the old one or the new one, and the next run completes the work`(
    _ command: [String]
  ) throws {
    let before = try career().files
    let whole = try career()
    try whole.expectDone(whole.run(command))
    let after = try whole.files
    try #require(before != after, "the command writes nothing")
    for moment in Cases.some(of: 0..<12) {
      let killed = try career()
      try killed.start(command, killedAfter: UInt32(moment) * 2_500)
      for (path, bytes) in try killed.files where !path.contains(".cvgit-") {
        #expect(
          bytes == before[path] || bytes == after[path],
          "\(path) is torn \(Double(moment) * 2.5) ms into \(command.joined(separator: " "))")
      }
      for path in before.keys { #expect(try killed.files[path] != nil, "\(path) is gone") }
    }
  }

  @Test func `an import that was killed and is run again ends like one that was not`() throws {
    let command = ["import", "refs.bib"]
    let whole = try career()
    try whole.expectDone(whole.run(command))
    let after = try whole.files
    for moment in Cases.some(of: 0..<28) {
      let killed = try career()
      try killed.start(command, killedAfter: UInt32(moment) * 2_000)
      try killed.expectDone(killed.run(command))
      let files = try killed.files.filter { !$0.key.contains(".cvgit-") }
      #expect(files == after, "killed \(moment * 2) ms into the import")
    }
  }

  /// A small career with a record that `fmt` would write otherwise.
  private func career() throws -> KilledCareer {
    let career = try HookScratch(installs: false)
    try career.scratch.write(
      "cv/publications/b.yaml", "type: journal\ntitle: 'On Numbers'\nauthors: [Ada Lovelace]\n")
    let entries = (1...200).map {
      "@article{k\($0), title={Paper \($0)}, author={Lovelace, Ada}, journal={J}, year={1843}}\n"
    }
    try career.scratch.write("refs.bib", entries.joined())
    return KilledCareer(career: career)
  }
}

private struct KilledCareer: ~Copyable {
  var career: HookScratch

  /// The files of the work tree and git's hooks, by their path from the top.
  var files: [String: Data] {
    get throws {
      let top = URL(fileURLWithPath: career.path)
      var files: [String: Data] = [:]
      for path in try FileManager.default.subpathsOfDirectory(atPath: top.path)
      where !path.hasPrefix(".git/") || path.hasPrefix(".git/hooks/") {
        let url = top.appendingPathComponent(path)
        if let bytes = FileManager.default.contents(atPath: url.path) { files[path] = bytes }
      }
      return files
    }
  }

  func run(_ arguments: [String]) throws -> ProcessRun {
    try BuiltProgram.run(arguments, in: career.path, environment: career.scratch.environment)
  }

  func expectDone(_ run: ProcessRun) throws { try career.expectDone(run) }

  func start(_ arguments: [String], killedAfter microseconds: UInt32) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
    process.arguments = ["-q"] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: career.path)
    process.environment = career.scratch.environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    usleep(microseconds)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
