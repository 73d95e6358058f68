import Fixtures
import Foundation

/// A repository with a small valid CV, committed, and hooks installed.
struct HookScratch: ~Copyable {
  var scratch: ScratchRepository

  /// - Parameter installs: whether to install the hooks.
  init(installs: Bool = true) throws {
    var scratch = try ScratchRepository()
    try scratch.write("cv/cv.yaml", "sections:\n  - kind: publications\n  - kind: awards\n")
    try scratch.write("cv/profile.yaml", "name: Ada Lovelace\n")
    try scratch.write("cv/publications/a.yaml", Self.paper("Notes on an Engine"))
    try scratch.write("cv/publications/b.yaml", Self.paper("On Bernoulli Numbers"))
    try scratch.write(
      "cv/awards/medal.yaml", "title: Medal\ndate: 1844\npublication: publications/a\n")
    try scratch.write("README", "words\n")
    try scratch.commit("A small CV")
    if installs {
      let run = try BuiltProgram.run(
        ["hooks", "install"], in: scratch.path, environment: scratch.environment)
      guard run.status == 0 else { throw UnexpectedStatus(run: run) }
    }
    self.scratch = scratch
  }

  static func paper(_ title: String, status: String = "Accepted", _ more: String = "") -> String {
    "title: \(title)\ntype: journal\nstatus: \(status)\nauthors: [Ada Lovelace]\ndate: 1843\n\(more)"
  }

  /// A record with an invalid status.
  static let broken = paper("Notes on an Engine", status: "Acepted")

  var path: String { scratch.path }

  func cvgit(_ arguments: String...) throws -> ProcessRun {
    try BuiltProgram.run(arguments, in: path, environment: scratch.environment)
  }

  /// Runs git, which may fail.
  ///
  /// - Parameters:
  ///   - directory: from the top; an absolute path if it begins with a slash.
  ///   - editor: the editor, which gets the message file as its argument.
  func git(
    _ arguments: String..., in directory: String = "", editor: String = "true",
    with variables: [String: String] = [:]
  ) throws -> ProcessRun {
    let environment = scratch.environment.merging(["GIT_EDITOR": editor]) { $1 }
    return try ProcessRun.run(
      "git", arguments, in: directory.hasPrefix("/") ? directory : path + "/" + directory,
      environment: environment.merging(variables) { $1 })
  }

  func stage(_ file: String, _ text: String) throws {
    try scratch.write(file, text)
    try scratch.git("add", file)
  }

  /// The last commit's message.
  var message: String { get throws { try scratch.git("log", "-1", "--format=%B") } }

  func expectDone(_ run: ProcessRun) throws {
    guard run.status == 0 else { throw UnexpectedStatus(run: run) }
  }
}

struct UnexpectedStatus: Error, CustomStringConvertible {
  let run: ProcessRun
  var description: String { "status \(run.status)\n\(run.output)\(run.errors)" }
}
