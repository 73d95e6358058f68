import Foundation

/// A Python with packages from PyPI, for checking our results with other programs.
package enum OraclePython {
  /// The folder of its programs; nil if it cannot be created, which is a failure with `CI=true`.
  ///
  /// Created once, in `.build/oracles`.
  package static let programs: String? = {
    let folder = PackageFolder.path + "/.build/oracles/python"
    let stamp = "\(folder)/\(packages.joined(separator: "+"))"
    if FileManager.default.fileExists(atPath: stamp) { return folder + "/bin" }
    do {
      try run("python3", "-m", "venv", folder)
      try run([folder + "/bin/pip", "install", "--quiet"] + packages)
      try Data().write(to: URL(fileURLWithPath: stamp))
      return folder + "/bin"
    } catch {
      let isRequired = ProcessInfo.processInfo.environment["CI"] == "true"
      precondition(!isRequired, "no Python with \(packages): \(error)")
      return nil
    }
  }()

  private static let packages = [
    "bibtexparser==1.4.3", "feedparser", "fonttools", "jsonschema", "markdown-it-py", "pre-commit",
    "PyYAML",
    "pybtex", "pypdf", "typst==0.15.2",
  ]

  /// Runs a script with a text on its standard input; nil if there is no such Python.
  package static func run(script: String, input: String) throws -> ProcessRun? {
    guard let programs else { return nil }
    return try ProcessRun.run(
      programs + "/python3", ["-c", script], in: "/", environment: ["PYTHONUTF8": "1"],
      input: Data(input.utf8))
  }

  private struct Refusal: Error { let text: String }

  private static func run(_ command: String...) throws { try run(command) }

  private static func run(_ command: [String]) throws {
    let run = try ProcessRun.run(
      command[0], Array(command.dropFirst()), in: "/",
      environment: ProcessInfo.processInfo.environment)
    guard run.status == 0 else { throw Refusal(text: run.errors) }
  }
}
