import CVGitCLI
import Fixtures
import Foundation
import Testing

/// Interruptions and failures at any moment: a complete snapshot or none, and never a damaged
/// repository.
@Suite(.serialized) struct SnapshotFaultTests {
  private func repository() throws -> ScratchRepository {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    try scratch.write("letter.txt", String(repeating: "Dear Sir or Madam\n", count: 5000))
    try scratch.commit("letter")
    return scratch
  }

  /// Expects that all tags verify, and that git finds no errors.
  private func expectSound(_ scratch: borrowing ScratchRepository, _ moment: String) throws {
    let tags = try scratch.git("for-each-ref", "--format=%(refname)", "refs/tags")
    if !tags.isEmpty {
      let run = scratch.snapshot("verify")
      #expect(run.status == .done, "\(moment): \(run.output)\(run.messages)")
    }
    let check = try scratch.git(
      in: scratch.path, ["fsck", "--strict", "--no-dangling", "--no-progress"])
    #expect(check.status == 0 && check.errors.isEmpty, "\(moment): \(check.errors)")
  }

  /// Removes the locks of a killed process, as the message says, and the tags.
  private func clear(_ scratch: borrowing ScratchRepository) throws {
    let folder = scratch.path + "/.git/refs/tags/snapshot"
    if FileManager.default.fileExists(atPath: folder) {
      try FileManager.default.removeItem(atPath: folder)
    }
  }

  @Test func `killed at any moment of its run`() throws {
    let scratch = try repository()
    let arguments = ["snapshot", "--for", "MIT", "--attach", "letter.txt", "-q"]
    let clock = ContinuousClock()
    var length = Duration.zero
    for _ in 0..<3 {
      length = max(
        length,
        try clock.measure {
          let run = try BuiltProgram.run(
            arguments, in: scratch.path, environment: scratch.environment)
          #expect(run.status == 0, "\(run.errors)")
        })
      try clear(scratch)
    }
    // A few each time; `CVGIT_KILLS=200` for a full run by hand.
    let kills = ProcessInfo.processInfo.environment["CVGIT_KILLS"].flatMap(Int.init) ?? 12
    var whole = 0
    for number in 0..<kills {
      let program = Process()
      program.executableURL = URL(fileURLWithPath: BuiltProgram.path)
      program.arguments = arguments
      program.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
      program.environment = scratch.environment
      program.standardOutput = FileHandle.nullDevice
      program.standardError = FileHandle.nullDevice
      try program.run()
      let micros = length / kills * number / .microseconds(1)
      usleep(UInt32(micros))
      kill(program.processIdentifier, SIGKILL)
      program.waitUntilExit()
      let tags = try scratch.git("for-each-ref", "refs/tags")
      if !tags.isEmpty { whole += 1 }
      if !tags.isEmpty || number.isMultiple(of: 4) { try expectSound(scratch, "kill \(number)") }
      try clear(scratch)
    }
    #expect(scratch.snapshot("--for", "MIT").status == .done)
    try expectSound(scratch, "the run after")
    print("killed \(kills) times over \(length): \(whole) whole snapshots, the others none")
  }

  private static let hasStrace: Bool = {
    let run = try? ProcessRun.run(
      "strace", ["-qq", "-o", "/dev/null", "true"], in: "/",
      environment: ["PATH": "/usr/bin:/bin"])
    return run?.status == 0
  }()

  @Test(
    .enabled(if: hasStrace, "strace is not there, or may not trace"),
    arguments: ["signal=KILL", "error=ENOSPC"])
  func `interrupted at each write`(_ fault: String) throws {
    let scratch = try repository()
    let count = try traced(scratch, []).trace.split(separator: "\n").count { $0.contains("(") }
    try clear(scratch)
    #expect(count > 20)
    for number in Cases.some(of: 1...count) {
      let inject = ["-e", "inject=\(Self.calls):\(fault):when=\(number)"]
      let run = try traced(scratch, inject).run
      let tags = try scratch.git("for-each-ref", "refs/tags")
      try expectSound(scratch, "\(fault) at call \(number)")
      if fault != "signal=KILL", tags.isEmpty {
        // The failing write may be that of the message.
        let isTold = run.errors.isEmpty || run.errors.hasPrefix("error: ")
        #expect(run.status == 2 && isTold, "\(fault) \(number): \(run.errors)")
      }
      try clear(scratch)
    }
    print("\(fault) at each of \(count) calls")
  }

  /// The system calls that change a disk.
  private static let calls = "write,fsync,link,rename,unlink,mkdir,ftruncate,chmod,fchmod"

  /// A run under strace, which can make a call fail.
  private func traced(
    _ scratch: borrowing ScratchRepository, _ options: [String]
  ) throws -> (run: ProcessRun, trace: String) {
    let file = scratch.outside("trace")
    let snapshot = ["snapshot", "--for", "MIT", "--attach", "letter.txt", "-q"]
    let run = try ProcessRun.run(
      "strace",
      ["-qq", "-f", "-o", file, "-e", "trace=" + Self.calls] + options + [BuiltProgram.path]
        + snapshot,
      in: scratch.path, environment: scratch.environment)
    return (run, try String(contentsOfFile: file, encoding: .utf8))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")))
  func `a read-only repository`() throws {
    let scratch = try repository()
    // Root can write to read-only files, so become nobody, and make git trust that user.
    let isRoot = geteuid() == 0
    let safe = [
      "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*",
    ]
    if !isRoot { try ProcessRunChange.mode("a-w", scratch.path + "/.git") }
    let prefix =
      isRoot ? ["/usr/bin/setpriv", "--reuid=65534", "--clear-groups"] : ["/usr/bin/env"]
    let run = try ProcessRun.run(
      prefix[0], prefix.dropFirst() + [BuiltProgram.path, "snapshot", "--for", "MIT"],
      in: scratch.path, environment: scratch.environment.merging(safe) { $1 })
    if !isRoot { try ProcessRunChange.mode("u+w", scratch.path + "/.git") }
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("error: cannot write "), "\(run.errors)")
    #expect(run.errors.contains("ermission denied"))
    try expectSound(scratch, "read-only")
    #expect(try scratch.git("tag").isEmpty)
  }

  @Test func `a stale lock after a kill is reported with what to do`() throws {
    let scratch = try repository()
    try scratch.write(".git/refs/tags/snapshot/2024-03-01-mit.lock", "")
    let run = scratch.snapshot("--for", "MIT")
    #expect(
      run.messages == """
        error: unable to create '\(scratch.path)/.git/refs/tags/snapshot/2024-03-01-mit.lock': File exists
        hint: another git process seems to be running in this repository; if none is, one was killed and left the file: \
        remove it to continue

        """)
    #expect(run.status == .failure)
  }
}

/// Changes permissions like `chmod`, for a whole folder.
private enum ProcessRunChange {
  static func mode(_ mode: String, _ path: String) throws {
    let run = try ProcessRun.run(
      "chmod", ["-R", mode, path], in: "/", environment: ["PATH": "/usr/bin:/bin"])
    #expect(run.status == 0)
  }
}
