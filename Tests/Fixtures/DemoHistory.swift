import Foundation

/// The example career, built by its own script once per test run.
package enum DemoHistory {
  /// The repository's folder; throws the script's error if it failed.
  package static func path() throws -> String { try first.get() }

  /// The checkout of the tests.
  package static let packagePath = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private static let first = Result { () throws -> String in
    let path = packagePath + "/.build/test-demo"
    if FileManager.default.fileExists(atPath: path) {
      try FileManager.default.removeItem(atPath: path)
    }
    try build(in: path)
    return path
  }

  /// Builds the history in a new folder.
  package static func build(in path: String) throws {
    let arguments = [packagePath + "/Examples/build-history.sh", path]
    let run = try ProcessRun.run("/bin/sh", arguments, in: "/", environment: environment)
    guard run.status == 0 else { throw GitFailure(arguments: arguments, run: run) }
  }

  /// Runs git in a folder, without the user's configuration.
  package static func git(_ arguments: String..., in path: String) throws -> String {
    let run = try ProcessRun.run("git", arguments, in: path, environment: environment)
    guard run.status == 0 else { throw GitFailure(arguments: arguments, run: run) }
    return run.output
  }

  /// An environment without the user's configuration.
  package static let environment = [
    "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C",
    "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
  ]
}
