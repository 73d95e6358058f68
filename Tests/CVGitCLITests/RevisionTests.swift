import CVGitCLI
import Fixtures
import Foundation
import Testing

/// All ways to name the two sides of a diff.
@Suite struct RevisionTests {
  @Test func `two revisions with dots between them, and as two arguments, are the same`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    let run = repository.cvgit("diff", "v1..v2")
    #expect(run.title == "v1 (2024-03-01) → v2 (2024-03-01) · 1 commit")
    #expect(run.verdict == "1 accepted")
    let other = repository.cvgit("diff", "v1", "v2")
    #expect(other.output == run.output)
    #expect(repository.cvgit("diff", "v1..").title.hasPrefix("v1 (2024-03-01) → HEAD"))
    #expect(repository.cvgit("diff", "..v3").verdict == "no changes")
  }

  @Test func `a diff back in time is reversed, and says so`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    let run = repository.cvgit("diff", "v3..v1")
    #expect(run.title == "v3 (2024-03-01) → v1 (2024-03-01) · 0 commits · v3 is not an ancestor")
    #expect(run.output.contains("↓ Published → Under Review  Notes"))
  }

  @Test func `three dots start at the merge base`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.git("checkout", "--quiet", "-b", "side", "v1")
    try repository.write(
      "cv/publications/b.yaml", ScratchRepository.paper("B", status: "Submitted"))
    try repository.commit("Another paper")
    let run = repository.cvgit("diff", "main...side")
    #expect(run.title.hasPrefix("merge base of main and side (2024-03-01) → side"))
    #expect(run.verdict == "1 added")
    #expect(repository.cvgit("diff", "main..side").output.contains("is not an ancestor"))
  }

  @Test func `one revision is compared with the work tree, and the default is HEAD`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.write(
      "cv/publications/new.yaml", ScratchRepository.paper("New", status: "Submitted"))
    #expect(repository.cvgit("diff").title == "HEAD (2024-03-01) → work tree")
    #expect(repository.cvgit("diff").verdict == "1 added")
    #expect(repository.cvgit("diff", "v1").verdict == "1 added, 1 published")
  }

  @Test func `files that git ignores are not part of the work tree`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.write(".gitignore", "draft-*\n")
    try repository.write("cv/publications/draft-a.yaml", "title: A\n")
    #expect(repository.cvgit("diff").verdict == "no changes")
  }

  @Test func `staged compares with what git would commit`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.write(
      "cv/publications/a.yaml", ScratchRepository.paper("A", status: "Submitted"))
    try repository.git("add", "cv/publications/a.yaml")
    try repository.write(
      "cv/publications/b.yaml", ScratchRepository.paper("B", status: "Submitted"))
    let run = repository.cvgit("diff", "--staged")
    #expect(run.title == "HEAD (2024-03-01) → index")
    #expect(run.output.contains("+ A"))
    #expect(!run.output.contains("+ B"))
    #expect(repository.cvgit("diff", "--cached", "v1").verdict == "1 added, 1 published")
  }

  @Test(arguments: [
    (["v1..v2", "--staged"], "\"v1..v2\""), (["v1", "v2", "--staged"], "\"v1\" \"v2\""),
    (["v1..v2", "v3"], "\"v1..v2\""), (["v1", "v2", "v3"], "\"v1\" \"v2\" \"v3\""),
    (["nowhere"], "'nowhere'"), (["nowhere..v1"], "'nowhere'"), (["HEAD^!"], "'HEAD^!'"),
    (["2024-13-45"], "'2024-13-45'"), (["-C", "missing"], "missing"),
    (["--root", "../cv"], "\"../cv\""), (["--root", "resume"], "\"resume\""),
    (["publications/nots"], "\"publications/nots\""), (["publicatons"], "'publicatons'"),
    (["--", "publicatons/notes"], "\"publicatons\""),
    (["cv/publications/nots.yaml"], "publications/nots"),
  ])
  func `what cannot be compared is rejected with a hint`(arguments: [String], name: String) throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    let run = CVGitProgram.run(
      ["diff"] + arguments,
      Surroundings(environment: repository.environment, directory: repository.path))
    expectUsageError(run, quoting: name)
  }

  @Test func `misspelled names get a hint`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    #expect(repository.cvgit("diff", "v11..v2").messages.contains("hint: did you mean 'v1'"))
    let entry = repository.cvgit("diff", "publications/nots").messages
    #expect(entry.hasSuffix("hint: did you mean \"publications/notes\"?\n"))
    let kind = repository.cvgit("diff", "publicatons/notes").messages
    #expect(kind.hasSuffix("hint: did you mean \"publications/notes\"?\n"))
    let path = repository.cvgit("diff", "cv/publications/nots.yaml").messages
    #expect(path.hasSuffix("hint: did you mean \"publications/notes\"?\n"))
  }

  @Test func `a snapshot's name is a revision, after git's own`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.git("tag", "snapshot/google-2024", "v1")
    let run = repository.cvgit("diff", "google-2024..v2")
    #expect(run.title == "snapshot/google-2024 (2024-03-01) → v2 (2024-03-01) · 1 commit")
    #expect(repository.cvgit("diff", "Google..v2").title == run.title)
    try repository.git("tag", "snapshot/google-2025", "v2")
    let both = repository.cvgit("diff", "google..v2")
    #expect(both.messages.contains("'google' matches several snapshots\nhint: write one of"))
  }
}

/// Dates as revisions: by the author's day on the first-parent line.
@Suite struct DateRevisionTests {
  /// A repository with one late commit on each of the given days.
  private static func repository(_ days: [String]) throws -> ScratchRepository {
    var repository = try ScratchRepository()
    try repository.writeCareer()
    for (index, day) in days.enumerated() {
      let record = ScratchRepository.paper("Paper \(index)", status: "Published")
      try repository.write("cv/publications/paper-\(index).yaml", record)
      try repository.git("add", "--all")
      let date = "\(day)T23:59:59+0000"
      try repository.git(
        "commit", "--quiet", "--message", day,
        with: ["GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date])
    }
    return repository
  }

  @Test func `a year and a month are dates, unless a branch or a tag has the name`() throws {
    let repository = try Self.repository(Self.days)
    let year = repository.cvgit("diff", "2025..2025").title
    #expect(year == "2025 (2024-12-31) → 2025 (2025-12-31) · 3 commits")
    let month = repository.cvgit("diff", "2025-06..2025-06").title
    #expect(month == "2025-06 (2025-01-01) → 2025-06 (2025-06-15) · 1 commit")
    #expect(repository.cvgit("diff", "2024").title == "2024 (2024-12-31) → work tree")
    #expect(repository.cvgit("diff", "2025-13").status == .failure)
    try repository.git("tag", "2025", "HEAD~4")
    #expect(repository.cvgit("diff", "2025").title == "2025 (2024-12-31) → work tree")
  }

  private static let days = ["2024-12-31", "2025-01-01", "2025-06-15", "2025-12-31", "2026-01-01"]

  @Test(arguments: [
    ("2025-01-01..2025-12-31", "2024-12-31", "2025-12-31", 3),
    ("2025-01-02..2025-12-30", "2025-01-01", "2025-06-15", 1),
    ("2024-12-31..2024-12-31", "", "2024-12-31", 1),
    ("2020-01-01..2030-01-01", "", "2026-01-01", 5),
    ("2025-06-15..", "2025-01-01", "2026-01-01", 3),
  ])
  func `on the left the last commit before the day, on the right the last of it`(
    range: String, from: String, to: String, commits: Int
  ) throws {
    let repository = try Self.repository(Self.days)
    let title = repository.cvgit("diff", range).title
    let sides = range.components(separatedBy: "..")
    let left = from.isEmpty ? "\(sides[0]) (before the first commit)" : "\(sides[0]) (\(from))"
    let right = sides[1].isEmpty ? "HEAD" : sides[1]
    #expect(title == "\(left) → \(right) (\(to)) · \(commits) commit\(commits == 1 ? "" : "s")")
  }

  @Test func `alone, a date is the last commit up to its end`() throws {
    let repository = try Self.repository(Self.days)
    let title = repository.cvgit("diff", "2025-06-15").title
    #expect(title == "2025-06-15 (2025-06-15) → work tree")
    let findings = repository.cvgit("validate", "--at", "2025-06-15")
    #expect(findings.output == "cv is valid (4 publications)\n")
  }

  @Test func `before the first commit there is an empty CV`() throws {
    let repository = try Self.repository(Self.days)
    #expect(repository.cvgit("diff", "2001-01-01..2002-01-01").verdict == "no changes")
    #expect(repository.cvgit("diff", "2001-01-01..2024-12-31").verdict == "4 added")
  }
}
