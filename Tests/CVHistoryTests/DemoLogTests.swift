import CVGitCLI
import CVHistory
import CVModel
import Fixtures
import Foundation
import Testing

/// The whole history of the example career, compared with git itself.
@Suite struct DemoLogTests {
  private func cvgit(_ arguments: String...) throws -> CVGitProgram.Run {
    CVGitProgram.run(
      arguments,
      Surroundings(environment: DemoHistory.environment, directory: try DemoHistory.path()))
  }

  private func log(_ arguments: String...) throws -> LogDocument {
    let run = CVGitProgram.run(
      ["log", "--format", "json"] + arguments,
      Surroundings(environment: DemoHistory.environment, directory: try DemoHistory.path()))
    return try JSONDecoder().decode(LogDocument.self, from: Data(run.output.utf8))
  }

  @Test func `each commit has the author's day and subject that git shows`() throws {
    let shown = try DemoHistory.git(
      "log", "--first-parent", "--date=short", "--format=%H %ad %s", in: DemoHistory.path()
    )
    .split(separator: "\n").map(String.init)
    let found = try log().commits.map { "\($0.commit) \($0.day) \($0.subject)" }
    #expect(found.count > 80)
    #expect(shown.filter(Set(found).contains) == found)
    let missing = shown.filter { !Set(found).contains($0) }
    #expect(
      missing.map { String($0.dropFirst(41)) } == [
        "2024-07-06 One style of quotes, keys in order, no wrapped lines"
      ])
  }

  @Test func `every commit of the log matches its diff`() throws {
    for commit in try log("v2021..v2022").commits {
      let run = try cvgit("diff", "--format", "json", "\(commit.commit)^..\(commit.commit)")
      let diff = try JSONDecoder().decode(DiffChanges.self, from: Data(run.output.utf8))
      let changes = commit.changes
      // A diff of two commits has no access to earlier versions: only the log shows the former
      // content of a broken record.
      guard diff.unreadable.isEmpty else { continue }
      #expect(diff.changes == changes, "\(commit.day) \(commit.subject)")
    }
  }

  private struct DiffChanges: Decodable {
    let changes: [ChangeDocument]
    let unreadable: [Unread]
    struct Unread: Decodable { let path: String }
  }

  @Test func `the timeline of a paper follows it across its names`() throws {
    try expectGolden(try cvgit("log", "publications/continuous-deqs").output, "Golden/timeline.txt")
  }

  @Test func `a record that could not be read is bridged`() throws {
    try expectGolden(try cvgit("log", "presentations/lux-jl").output, "Golden/bridged.txt")
  }

  @Test func `a range and a kind select`() throws {
    try expectGolden(
      try cvgit("log", "v2024..HEAD", "publications", "profile").output, "Golden/log.txt")
  }

  @Test func `a kind is shown as a table, an entry with all its fields`() throws {
    try expectGolden(try cvgit("show", "publications").output, "Golden/table.txt")
    try expectGolden(
      try cvgit("show", "experience/google-cloud", "--at", "HEAD").output, "Golden/entry.txt")
  }

  @Test func `blame names the commit of each field`() throws {
    try expectGolden(try cvgit("blame", "publications/continuous-deqs").output, "Golden/blame.txt")
  }

  @Test func `the changelog of the career`() throws {
    try expectGolden(try cvgit("changelog").output, "Golden/changelog.md")
  }

  @Test func `the changelog shows nothing of a private entry`() throws {
    let text = try cvgit("changelog", "--format", "json").output
    #expect(!text.contains("+1-202-555"))
    #expect(!text.contains("\"visibility\""))
  }

  @Test(arguments: ["publications/none", "publicatons", "publications/nonlinearsolve-j"])
  func `an unknown name is reported with the most similar one`(name: String) throws {
    let run = try cvgit("show", name)
    #expect(run.status == .failure)
    #expect(run.messages.hasPrefix("error: "))
    #expect(run.messages.contains("\nhint: "))
  }
}
