import Fixtures
import Foundation
import Testing

/// The program as a process: pipes, a terminal, its pager, its exit status.
@Suite struct BinaryTests {
  /// The program, built beside the tests.
  static var program: String {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/cvgit"
  }

  private static func run(
    _ script: String, in path: String, _ variables: [String: String] = [:]
  ) throws -> ProcessRun {
    let environment = DemoHistory.environment.merging(variables) { $1 }
      .merging(["CVGIT": program]) { $1 }
    return try ProcessRun.run("bash", ["-c", script], in: path, environment: environment)
  }

  @Test(arguments: [
    ("validate", 0), ("diff v2024..HEAD", 0), ("diff v2024..HEAD --exit-code", 1),
    ("diff --exit-code", 0), ("diff nowhere", 2), ("diff --bogus", 2), ("bogus", 2),
    ("--version", 0),
    ("--help", 0), ("validate --at v2021", 0), ("validate /etc", 2),
  ])
  func `the exit status is one of three`(arguments: String, status: Int32) throws {
    let run = try Self.run("\"$CVGIT\" \(arguments)", in: try DemoHistory.path())
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.isEmpty == (status != 2))
    #expect(run.output.isEmpty == (status == 2))
  }

  @Test func `a reader that stops early is not an error`() throws {
    let demo = try DemoHistory.path()
    let script =
      "set -o pipefail; for n in $(seq \(Cases.count(60))); do \"$CVGIT\" diff 1970-01-01..HEAD"
      + " --format json; done | head -1"
    let run = try Self.run(script, in: demo)
    #expect(run.output == "{\n")
    #expect(run.errors.isEmpty)
    let single = try Self.run("set -o pipefail; \"$CVGIT\" diff v2021..HEAD | head -1", in: demo)
    #expect(single.status == 0)
    #expect(single.errors.isEmpty)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a full disk is an error`() throws {
    let run = try Self.run("\"$CVGIT\" diff v2021..HEAD > /dev/full", in: try DemoHistory.path())
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("error: cannot write 'standard output': "))
  }

  @Test func `in a pipe there is neither color nor pager`() throws {
    let run = try Self.run(
      "\"$CVGIT\" diff v2024..HEAD | cat", in: try DemoHistory.path(), ["GIT_PAGER": "sed s/^/X/"])
    #expect(run.output.hasPrefix("v2024 (2024-12-31)"))
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test func `COLUMNS is the width`() throws {
    let run = try Self.run(
      "\"$CVGIT\" diff v2024..HEAD", in: try DemoHistory.path(), ["COLUMNS": "40"])
    try expectGolden(run.output, "../Goldens/demo/since-v2024-at-40.txt")
  }
}

/// The program on a pseudo-terminal, which a Python script opens.
@Suite struct TerminalTests {
  /// Runs the program on a terminal and returns what it shows.
  private static func onTerminal(
    _ arguments: [String], _ variables: [String: String] = [:]
  ) throws -> String {
    let script = """
      import os, pty, sys
      read = lambda fd: os.read(fd, 65536)
      sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:], read)))
      """
    let environment = DemoHistory.environment.merging(["TERM": "xterm"]) { $1 }
      .merging(variables) { $1 }
    let run = try ProcessRun.run(
      "python3", ["-c", script, BinaryTests.program] + arguments, in: try DemoHistory.path(),
      environment: environment.merging(["PATH": path]) { $1 })
    #expect(run.status == 0, "\(run.errors)")
    return run.output.replacingOccurrences(of: "\r\n", with: "\n")
  }

  /// The folders with Python and the pagers.
  private static let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
  private static let diff = ["diff", "v2024..HEAD"]

  @Test func `long output goes through the pager, in color`() throws {
    let shown = try Self.onTerminal(Self.diff, ["GIT_PAGER": "sed 's/^/paged: /'"])
    let lines = shown.split(separator: "\n")
    #expect(lines.count > 20)
    #expect(lines.allSatisfy { $0.hasPrefix("paged: ") })
    #expect(shown.contains("\u{1B}[1m"))
  }

  @Test func `the pager is git's: its variable, its setting, PAGER`() throws {
    let setting = [
      "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.pager",
      "GIT_CONFIG_VALUE_0": "sed s/^/C:/",
    ]
    let plain = ["PAGER": "sed s/^/P:/"]
    let first = { (text: String) in String(text.prefix(2)) }
    #expect(first(try Self.onTerminal(Self.diff, plain)) == "P:")
    #expect(first(try Self.onTerminal(Self.diff, plain.merging(setting) { $1 })) == "C:")
    let own = ["GIT_PAGER": "sed s/^/G:/"].merging(plain) { $1 }.merging(setting) { $1 }
    #expect(first(try Self.onTerminal(Self.diff, own)) == "G:")
    #expect(first(try Self.onTerminal(["--no-pager"] + Self.diff, own)) == "\u{1B}[")
    #expect(first(try Self.onTerminal(Self.diff, ["GIT_PAGER": ""])) == "\u{1B}[")
    #expect(first(try Self.onTerminal(Self.diff, ["GIT_PAGER": "cat"])) == "\u{1B}[")
  }

  @Test func `less is told to quit if the text fits on the screen`() throws {
    let pager = "sh -c 'printf \"%s\" \"$LESS\"; cat > /dev/null'"
    #expect(try Self.onTerminal(Self.diff, ["GIT_PAGER": pager]) == "FRX")
    #expect(try Self.onTerminal(Self.diff, ["GIT_PAGER": pager, "LESS": "S"]) == "S")
  }

  @Test func `without its pager the output is still shown`() throws {
    let shown = try Self.onTerminal(Self.diff, ["GIT_PAGER": "no-such-pager-anywhere"])
    #expect(shown.contains("NonlinearSolve.jl"))
  }

  @Test func `a pager that is closed early is not an error`() throws {
    let shown = try Self.onTerminal(
      ["diff", "1970-01-01..HEAD", "--only", "all"], ["GIT_PAGER": "head -1"])
    #expect(shown.split(separator: "\n").count == 1)
    let pipeline = try Self.onTerminal(
      ["diff", "1970-01-01..HEAD"], ["GIT_PAGER": "cat | cat | head -1"])
    #expect(pipeline.split(separator: "\n").count == 1)
  }

  @Test func `a dumb terminal gets no color`() throws {
    let shown = try Self.onTerminal(["--no-pager"] + Self.diff, ["TERM": "dumb"])
    #expect(shown.hasPrefix("v2024"))
  }
}
