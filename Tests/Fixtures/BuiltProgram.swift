package import Foundation

/// The program as built for the tests.
package enum BuiltProgram {
  /// The folder that contains it, from which the tests also run.
  package static let folder: String = {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = tests.deletingLastPathComponent()
    while folder.path != "/" {
      if FileManager.default.isExecutableFile(atPath: folder.path + "/cvgit") { return folder.path }
      folder = folder.deletingLastPathComponent()
    }
    return "/nonexistent"
  }()

  package static let path = folder + "/cvgit"

  /// Runs it until it ends.
  package static func run(
    _ arguments: [String], in directory: String, environment: [String: String],
    input: Data = Data()
  ) throws -> ProcessRun {
    try ProcessRun.run(
      path, arguments, in: directory, environment: environment, input: input)
  }
}

/// The package of the tests.
package enum PackageFolder {
  package static let path = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// A file of the package as text.
  package static func text(_ file: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: path + "/" + file), encoding: .utf8)
  }
}
