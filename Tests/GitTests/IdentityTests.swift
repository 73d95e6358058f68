import Fixtures
import Git
import Testing

@Suite struct IdentityTests {
  private let now = Moment(seconds: 1_700_000_000, offsetMinutes: 60)

  @Test(arguments: [
    "2024-03-01T09:00:00+0100", "2024-03-01 09:00:00 -0330", "1709283600 +0530",
    "@1709283600 +0100", "Fri, 1 Mar 2024 09:00:00 +0100", "2024-03-01T09:00:00Z",
    "@0 +0000", "2024-03-01T09:00:00+01:00", "Fri Mar 1 09:00:00 2024 +0100",
  ])
  func `a date in the environment is parsed as in git`(_ date: String) throws {
    let scratch = try ScratchRepository()
    let variables = ["GIT_AUTHOR_DATE": date]
    let expected = try scratch.git("var", "GIT_AUTHOR_IDENT", with: variables)
    let author = try scratch.open(in: "", variables).author(now: now)
    #expect(author.asGitShows == expected)
  }

  @Test func `names come from the environment, then from the settings`() throws {
    let scratch = try ScratchRepository()
    try scratch.git("config", "user.name", "  User <Name>. ")
    try scratch.git("config", "user.email", "user@example.org")
    try scratch.git("config", "committer.name", "Com Mitter")
    var variables = scratch.environment
    for role in ["AUTHOR", "COMMITTER"] {
      for part in ["NAME", "EMAIL", "DATE"] { variables["GIT_\(role)_\(part)"] = nil }
    }
    let repository = try Repository.open(
      at: scratch.path, environment: Environment(variables))
    let author = try repository.author(now: now)
    let broken = try scratch.open(in: "", ["GIT_AUTHOR_NAME": "Ada\r\nLove\u{301}lace\r\n"])
    #expect(try broken.author(now: now).name == "Ada\rLove\u{301}lace")
    #expect(author.name == "User Name" && author.email == "user@example.org")
    #expect(author.moment == now)
    #expect(try repository.committer(now: now).name == "Com Mitter")
    #expect(try scratch.open().author(now: now).name == "Ada Lovelace")
  }

  @Test func `an unknown identity and an invalid date are rejected`() throws {
    let scratch = try ScratchRepository()
    let unnamed = try scratch.open(in: "", ["GIT_AUTHOR_NAME": " . "])
    let error = #expect(throws: GitError.self) { try unnamed.author(now: now) }
    #expect(error?.description == "author identity unknown")
    #expect(error?.hint?.contains("git config --global user.email") == true)
    for date in [
      "yesterday-ish", "2024-02-30T09:00:00", "2024-03-01T25:00:00", "@x", "@1709283600 +9960",
      "@1709283600 +0160", "2024-03-01T09:00:00 -1500", "1960-01-01T09:00:00Z",
    ] {
      let variables = ["GIT_COMMITTER_DATE": date]
      let repository = try scratch.open(in: "", variables)
      let run = try ProcessRun.run(
        "git", ["var", "GIT_COMMITTER_IDENT"], in: scratch.path,
        environment: scratch.environment.merging(variables) { $1 })
      if run.status == 0 {
        #expect(throws: Never.self) { try repository.committer(now: now) }
      } else {
        let error = #expect(throws: GitError.self) { try repository.committer(now: now) }
        #expect(error?.description == "invalid date format: \(date)")
      }
    }
  }
}

extension Signature {
  /// As `git var` prints it.
  fileprivate var asGitShows: String {
    let minutes = abs(offsetMinutes)
    let digits = String(minutes / 60 * 100 + minutes % 60)
    let zeros = String(repeating: "0", count: 4 - digits.count)
    return "\(name) <\(email)> \(seconds) \(offsetMinutes < 0 ? "-" : "+")\(zeros)\(digits)"
  }
}
