import CVGitCLI
import Fixtures
import Foundation
import Git

extension ScratchRepository {
  /// Runs `cvgit snapshot` in this process; its clock is fixed at 2025-11-20 09:30 in India.
  func snapshot(_ arguments: String..., with variables: [String: String] = [:]) -> CVGitProgram.Run
  {
    var surroundings = Surroundings(
      environment: environment.merging(variables) { $1 }, directory: path)
    surroundings.clock = { Moment(seconds: 1_763_611_200, offsetMinutes: 330) }
    return CVGitProgram.run(["snapshot"] + arguments, surroundings)
  }

  /// A small CV with one private entry and one private field.
  mutating func commitCV() throws {
    try write("cv/cv.yaml", "sections:\n  - kind: publications\n    heading: Publications\n")
    try write("cv/profile.yaml", "name: Ada Lovelace\nphone: 555-0100\nprivate: [phone]\n")
    try write("cv/publications/notes.yaml", Self.paper("Notes on the Engine", "Under Review"))
    try write(
      "cv/publications/secret.yaml",
      Self.paper("A Secret Memoir", "Under Review") + "visibility: private\n")
    try commit("one")
  }

  /// The same CV a year later: one paper accepted, one added, and a changed secret.
  mutating func commitNews() throws {
    try write("cv/publications/notes.yaml", Self.paper("Notes on the Engine", "Accepted"))
    try write("cv/publications/poetry.yaml", Self.paper("Poetical Science", "Published"))
    try write(
      "cv/publications/secret.yaml",
      Self.paper("A Secret Memoir", "Accepted") + "visibility: private\n")
    try commit("two")
  }

  static func paper(_ title: String, _ status: String) -> String {
    """
    title: \(title)
    type: journal
    status: \(status)
    authors: [Ada Lovelace]
    date: 2024
    venue: Scientific Memoirs

    """
  }

  /// The files of a snapshot except for rendered ones.
  func keptFiles(_ name: String) throws -> [String] {
    try git("ls-tree", "-r", "--name-only", name).split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("rendered/") }
  }

  /// The bytes and times of every file but objects and snapshots, which no snapshot may change.
  func untouchables() throws -> [String: String] {
    var found: [String: String] = [:]
    for case let file as String in FileManager.default.enumerator(atPath: path) ?? .init() {
      let isOurs = ["objects/", "refs/tags/snapshot"].contains { file.contains($0) }
      let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + file)
      guard !isOurs, attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      let bytes = FileManager.default.contents(atPath: path + "/" + file)
      let time = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      found[file] = "\(time) \(bytes?.base64EncodedString() ?? "")"
    }
    return found
  }

  /// Runs git in another folder, such as a clone.
  func git(in folder: String, _ arguments: [String]) throws -> ProcessRun {
    try ProcessRun.run("git", arguments, in: folder, environment: environment)
  }
}
