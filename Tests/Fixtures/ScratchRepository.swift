package import Foundation

/// A real git repository for one test, built by git itself and isolated from the machine.
///
/// It has its own home and no global or system configuration. Author and committer are fixed, and
/// commit n is made n minutes after 2024-03-01 09:00 UTC, so commit IDs are the same in every run.
package struct ScratchRepository: ~Copyable {
  private let folder: TemporaryFolder
  /// The top of the work tree, or the bare repository.
  package let path: String
  private var commits = 0

  /// Creates an empty repository whose first branch is `main`.
  ///
  /// - Parameter options: additional options for `git init`.
  package init(_ options: String...) throws {
    let folder = try Self.folderWithHome()
    let path = folder.path + "/repository"
    let arguments = ["init", "--quiet", "--initial-branch=main"] + options + [path]
    try Self.run(arguments, in: folder.path, Self.environment(in: folder.path, commits: 0))
    self.init(folder, path)
  }

  /// Clones another repository through git's transport, so that `--depth` and `--filter` take
  /// effect.
  package init(cloning other: borrowing ScratchRepository, _ options: String...) throws {
    let folder = try Self.folderWithHome()
    let path = folder.path + "/clone"
    let arguments = ["clone", "--quiet"] + options + ["file://" + other.path, path]
    try Self.run(arguments, in: folder.path, Self.environment(in: folder.path, commits: 0))
    self.init(folder, path)
  }

  private static func folderWithHome() throws -> TemporaryFolder {
    let folder = try TemporaryFolder(prefix: "cvgit-scratch")
    try FileManager.default.createDirectory(
      at: folder.url("home"), withIntermediateDirectories: false)
    return folder
  }

  private init(_ folder: consuming TemporaryFolder, _ path: String) {
    self.folder = folder
    self.path = path
  }

  /// A path beside the repository.
  package func outside(_ name: String) -> String { folder.path + "/" + name }

  /// The environment for git, and for our own code.
  package var environment: [String: String] {
    Self.environment(in: folder.path, commits: commits)
  }

  private static func environment(in folder: String, commits: Int) -> [String: String] {
    let start = 1_709_283_600
    let date = "\(start + commits * 60) +0000"
    return [
      "HOME": folder + "/home", "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": folder + "/home/.gitconfig",
      "GIT_AUTHOR_NAME": "Ada Lovelace", "GIT_AUTHOR_EMAIL": "ada@example.org",
      "GIT_COMMITTER_NAME": "Ada Lovelace", "GIT_COMMITTER_EMAIL": "ada@example.org",
      "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date, "GIT_TERMINAL_PROMPT": "0",
      // Tests that need Typst enable it.
      "CVGIT_TYPST": "none",
    ]
  }

  /// Writes a file, and creates its folders.
  package func write(_ file: String, _ text: String) throws {
    try write(file, Data(text.utf8))
  }

  package func write(_ file: String, _ content: Data) throws {
    let url = URL(fileURLWithPath: path + "/" + file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try content.write(to: url)
  }

  /// Removes a file or folder.
  package func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + file)
  }

  /// Runs git in the repository and returns its output, without the final line break.
  ///
  /// - Parameter variables: additional environment variables.
  /// - Throws: git's error if it fails.
  @discardableResult
  package func git(
    _ arguments: String..., input: Data = Data(), with variables: [String: String] = [:]
  ) throws -> String {
    let run = try Self.run(arguments, in: path, environment.merging(variables) { $1 }, input: input)
    return run.output.hasSuffix("\n") ? String(run.output.dropLast()) : run.output
  }

  /// Runs git and returns the bytes of its output, for names that are not valid UTF-8.
  package func gitBytes(_ arguments: String...) throws -> Data {
    try Self.run(arguments, in: path, environment).stdout
  }

  /// Commits everything in the work tree and returns the commit's ID.
  @discardableResult
  package mutating func commit(_ message: String) throws -> String {
    try git("add", "--all")
    commits += 1
    try git("commit", "--quiet", "--allow-empty", "--message", message)
    return try git("rev-parse", "HEAD")
  }

  @discardableResult
  private static func run(
    _ arguments: [String], in directory: String, _ environment: [String: String],
    input: Data = Data()
  ) throws -> ProcessRun {
    let run = try ProcessRun.run(
      "git", arguments, in: directory, environment: environment, input: input)
    guard run.status == 0 else { throw GitFailure(arguments: arguments, run: run) }
    return run
  }
}

/// A failed run of git that should have succeeded.
package struct GitFailure: Error, CustomStringConvertible {
  package let arguments: [String]
  package let run: ProcessRun

  package init(arguments: [String], run: ProcessRun) {
    self.arguments = arguments
    self.run = run
  }

  package var description: String {
    "git \(arguments.joined(separator: " ")): status \(run.status)\n\(run.errors)"
  }
}
