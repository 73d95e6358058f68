import Foundation

/// The example career, built by its own script once in a test run.
package enum DemoHistory {
  /// The repository's folder; the script's failure where it could not be built.
  package static func path() throws -> String { try first.get() }

  /// The checkout that the tests belong to.
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

  /// Runs git in a folder, without any configuration of the user's.
  package static func git(_ arguments: String..., in path: String) throws -> String {
    let run = try ProcessRun.run("git", arguments, in: path, environment: environment)
    guard run.status == 0 else { throw GitFailure(arguments: arguments, run: run) }
    return run.output
  }

  /// An environment without any configuration of the user's.
  package static let environment = [
    "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C",
    "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
  ]
}
