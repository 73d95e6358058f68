package import Foundation

/// The result of running a program: its output and exit status.
package struct ProcessRun: Sendable {
  package let stdout: Data
  package let stderr: Data
  /// The exit status; 128 plus the signal number if a signal ended it, as in a shell.
  package let status: Int32

  /// Standard output as text.
  package var output: String { String(decoding: stdout, as: UTF8.self) }
  /// Standard error as text.
  package var errors: String { String(decoding: stderr, as: UTF8.self) }

  /// Runs a program until it ends.
  ///
  /// Both outputs go to files, not pipes, so that no amount of text can block it.
  ///
  /// - Parameters:
  ///   - executable: a path, or a name that is looked up in `PATH`.
  ///   - directory: the folder in which it starts.
  ///   - environment: its whole environment; only the sanitizer variables of the tests are added,
  ///     since a program built with sanitizers needs them too.
  ///   - input: its standard input.
  package static func run(
    _ executable: String, _ arguments: [String], in directory: String,
    environment: [String: String], input: Data = Data()
  ) throws -> ProcessRun {
    let files = try TemporaryFolder(prefix: "cvgit-run")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: locate(executable, in: environment["PATH"]))
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    process.environment = environment.merging(sanitizers) { $1 }
    try input.write(to: files.url("input"))
    process.standardInput = try FileHandle(forReadingFrom: files.url("input"))
    process.standardOutput = try fileToWrite(files.url("output"))
    process.standardError = try fileToWrite(files.url("errors"))
    try process.run()
    process.waitUntilExit()
    let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
    return ProcessRun(
      stdout: try Data(contentsOf: files.url("output")),
      stderr: try Data(contentsOf: files.url("errors")),
      status: process.terminationStatus + signal)
  }

  private static let sanitizers = ProcessInfo.processInfo.environment.filter { name, _ in
    ["ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS"].contains(name)
  }

  /// The first file with that name in the folders of `path`; a name with a slash is a path.
  private static func locate(_ executable: String, in path: String?) -> String {
    guard !executable.contains("/") else { return executable }
    let candidates = (path ?? "").split(separator: ":").map { "\($0)/\(executable)" }
    return candidates.first(where: FileManager.default.isExecutableFile) ?? executable
  }

  private static func fileToWrite(_ url: URL) throws -> FileHandle {
    try Data().write(to: url)
    return try FileHandle(forWritingTo: url)
  }
}
