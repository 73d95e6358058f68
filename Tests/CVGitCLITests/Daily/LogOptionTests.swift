import CVGitCLI
import Fixtures
import Testing

/// git's options of `log`.
@Suite struct LogOptionTests {
  /// Three commits by two authors, in three years; the committer's days are others.
  private func career() throws -> ScratchRepository {
    let scratch = try ScratchRepository()
    try scratch.write("cv/cv.yaml", "sections: [{kind: awards}]\n")
    try scratch.write("cv/profile.yaml", "name: Ada Lovelace\n")
    for (year, author) in [("2022", "Ada"), ("2023", "Mary"), ("2024", "Ada")] {
      try scratch.write("cv/awards/p\(year).yaml", "title: Prize of \(year)\ndate: \(year)\n")
      try scratch.git("add", "--all")
      try scratch.git(
        "commit", "--quiet", "--message", "Prize \(year)",
        with: [
          "GIT_AUTHOR_DATE": "\(year)-06-15T23:30:00-0500", "GIT_AUTHOR_NAME": author,
          "GIT_AUTHOR_EMAIL": "\(author.lowercased())@example.org",
        ])
    }
    return scratch
  }

  private func subjects(_ arguments: [String]) throws -> [String] {
    let scratch = try career()
    let run = CVGitProgram.run(
      ["log", "--format", "%s"] + arguments,
      Surroundings(environment: scratch.environment, directory: scratch.path))
    #expect(run.status == .done, "\(run.messages)")
    return run.lines.map { String($0.suffix(4)) }
  }

  @Test(arguments: [
    (["-n2"], ["2024", "2023"]), (["-2"], ["2024", "2023"]), (["-n", "1"], ["2024"]),
    (["--max-count=1"], ["2024"]), (["-1", "--reverse"], ["2024"]),
    (["--reverse"], ["2022", "2023", "2024"]), (["--since", "2023"], ["2024", "2023"]),
    (["--since=2023-06-15", "--until", "2023-06-15"], ["2023"]), (["--until", "2022"], ["2022"]),
    (["--after=2024-06"], ["2024"]), (["--before=2023-06"], ["2023", "2022"]),
    (["--author", "Mary"], ["2023"]), (["--author", "ada@"], ["2024", "2022"]),
    (["--author", "^Ad.*org>$", "-1"], ["2024"]), (["2022..2023"], ["2023", "2022"]),
    (["--since", "3 weeks ago"], ["2024", "2023", "2022"]),
    // The clock of the tests is at 1970-01-01.
    (["--until", "yesterday"], []),
  ])
  func `commits are selected as git selects them, by the day that is shown`(
    options: [String], years: [String]
  ) throws {
    #expect(try subjects(options) == years)
  }

  @Test func `the options agree with git log`() throws {
    let scratch = try career()
    for options in [["-2"], ["-n1", "--reverse"], ["--author=Mary"], ["--reverse"]] {
      let format = "--format=%h %H %an %ae %as %s%%"
      var arguments = ["log", format] + options
      let ours = CVGitProgram.run(
        arguments, Surroundings(environment: scratch.environment, directory: scratch.path)
      ).output
      arguments.append("--")
      let git = try ProcessRun.run(
        "git", arguments, in: scratch.path, environment: scratch.environment
      ).output
      #expect(ours == git)
    }
  }

  @Test func `one line, counts and all levels`() throws {
    let scratch = try career()
    let id = try scratch.git("rev-parse", "--short=7", "HEAD")
    #expect(
      scratch.cvgit("log", "--oneline", "-1").output == "\(id) 2024-06-15 Prize 2024 · 1 added\n")
    #expect(
      scratch.cvgit("log", "--stat", "-1").output
        == "2024-06-15  Prize 2024 · \(id) · Ada\n  Awards  1 added\n")
    try scratch.write(
      "cv/awards/p2022.yaml", "title: 'Prize of 2022'\ndate: 2022\nurl: HTTPS://example.org\n")
    #expect(scratch.cvgit("log", "-p").status == .done)
    #expect(scratch.cvgit("log", "-p", "--only", "headline").status == .failure)
    #expect(scratch.cvgit("log", "--format", "%q").status == .failure)
    #expect(
      scratch.cvgit("log", "--since", "someday").messages.hasPrefix(
        "error: invalid date for '--since'"))
    #expect(
      scratch.cvgit("log", "--author", "(").messages.hasPrefix("error: invalid regular expression"))
  }

  @Test func `nothing to show is said, with what to do`() throws {
    let scratch = try ScratchRepository()
    try scratch.write("cv/awards/a.yaml", "title: Prize\ndate: 2022\n")
    let log = scratch.cvgit("log")
    #expect(log.output.isEmpty && log.status == .done)
    #expect(log.messages == "note: the CV is not committed yet\nhint: git add cv && git commit\n")
    #expect(scratch.cvgit("log", "-q").messages.isEmpty)
    let career = try career()
    let none = career.cvgit("log", "--since", "2030")
    #expect(none.messages == "note: no commit that changed the CV was selected\n")
  }
}
