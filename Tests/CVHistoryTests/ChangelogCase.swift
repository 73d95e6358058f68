import CVGitCLI
import Fixtures
import Foundation
import Git

/// A folder of `Changelogs`: the steps that build a history, and the program's output.
struct ChangelogCase {
  /// The output of the last run, or CHANGELOG.md if it was written.
  let changelog: String
  /// Standard error and exit status of the runs.
  let messages: String

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Changelogs")

  /// The names of all cases.
  static let names: [String] = {
    let found = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (found ?? []).filter {
      FileManager.default.fileExists(atPath: folder.path + "/\($0)/steps")
    }.sorted()
  }()

  /// Builds the case's history and runs its steps.
  init(_ name: String) throws {
    let scratch = try ScratchRepository()
    let steps = try String(
      contentsOf: Self.folder.appendingPathComponent("\(name)/steps"), encoding: .utf8)
    var (script, output, messages) = ("", "", "")
    var usesFile = false
    for line in steps.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("$ cvgit ") else {
        script += line + "\n"
        continue
      }
      try Self.run(script, in: scratch)
      script = ""
      let run = Self.cvgit(String(line.dropFirst(8)), in: scratch)
      usesFile = usesFile || line.contains("--write")
      if !run.output.isEmpty || !line.contains("--") { output = run.output }
      if !run.messages.isEmpty || run.status != .done {
        messages += "\(line)\n\(run.messages)(\(run.status.rawValue))\n"
      }
    }
    let file = FileManager.default.contents(atPath: scratch.path + "/CHANGELOG.md")
    changelog = usesFile ? file.map { String(decoding: $0, as: UTF8.self) } ?? output : output
    self.messages = messages
  }

  private static func run(_ script: String, in scratch: borrowing ScratchRepository) throws {
    let words = folder.appendingPathComponent("words.sh").path
    let run = try ProcessRun.run(
      "/bin/sh", ["-c", "set -eu\n. '\(words)'\n\(script)"], in: scratch.path,
      environment: scratch.environment)
    guard run.status == 0 else { throw Failed(script: script, errors: run.errors) }
  }

  private struct Failed: Error {
    let script: String
    let errors: String
  }

  private static func cvgit(
    _ line: String, in scratch: borrowing ScratchRepository
  ) -> CVGitProgram.Run {
    var surroundings = Surroundings(environment: scratch.environment, directory: scratch.path)
    surroundings.clock = { Moment(seconds: 1_709_283_600, offsetMinutes: 0) }
    return CVGitProgram.run(line.split(separator: " ").map(String.init), surroundings)
  }
}
