@testable import CVGitCLI
import CVModel
import Fixtures
import Foundation
import Testing

@Suite struct InitTests {
  private func cvgit(_ arguments: [String], _ scratch: borrowing ScratchRepository) throws
    -> ProcessRun
  {
    try BuiltProgram.run(arguments, in: scratch.path, environment: scratch.environment)
  }

  @Test func `a first CV validates, with a warning for each example`() throws {
    let scratch = try ScratchRepository()
    let run = try cvgit(["init"], scratch)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("created cv/ with 10 records\nnext:\n"))
    let check = try cvgit(["validate"], scratch)
    #expect(check.status == 0)
    #expect(check.output.hasSuffix("8 warnings\n"))
    #expect(check.output.split(separator: "\n").count { $0.contains("warning:") } == 8)
    #expect(try cvgit(["fmt", "--check"], scratch).status == 0)
    #expect(
      try scratch.text("cv/profile.yaml").hasPrefix("name: Ada Lovelace\nemail: ada@example.org\n"))
  }

  @Test func `later commands and the hooks use a folder with another name`() throws {
    let scratch = try ScratchRepository()
    let run = try cvgit(["init", "--root", "career", "--kinds", "awards", "--hooks"], scratch)
    #expect(run.output.contains("set cvgit.root in git's config: career\n"))
    #expect(try cvgit(["validate"], scratch).status == 0)
    try scratch.write("career/awards/medal.yaml", "titel: Medal\n")
    try scratch.git("add", ".")
    let commit = try ProcessRun.run(
      "git", ["commit", "-m", "A medal"], in: scratch.path, environment: scratch.environment)
    #expect(commit.status == 1 && commit.errors.contains("career/awards/medal.yaml:1:1: error:"))
  }

  @Test func `existing files are not overwritten`() throws {
    let scratch = try ScratchRepository()
    try scratch.write("cv/profile.yaml", "name: Somebody\n")
    let run = try cvgit(["init"], scratch)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("error: \"cv/profile.yaml\" already exists\n"))
    #expect(try scratch.git("status", "--porcelain", "-uall") == "?? cv/profile.yaml")
  }

  @Test func `an interrupted run is continued`() throws {
    let scratch = try ScratchRepository()
    _ = try cvgit(["init"], scratch)
    try scratch.remove("cv/skills")
    #expect(try cvgit(["init"], scratch).status == 0)
    #expect(try scratch.text("cv/skills/example.yaml").hasPrefix("name: Programming\n"))
  }

  @Test func `the name and the kinds are used, and a trap in the name is quoted`() throws {
    let scratch = try ScratchRepository()
    let run = try cvgit(
      [
        "init", "--name", "Ada: #1, of [all]", "--email", "a@example.org", "--kinds",
        "publications,teaching",
      ],
      scratch)
    #expect(run.status == 0)
    #expect(
      try scratch.text("cv/profile.yaml").hasPrefix(
        "name: \"Ada: #1, of [all]\"\nemail: a@example.org\n"))
    #expect(try cvgit(["validate"], scratch).status == 0)
    #expect(
      try cvgit(["init", "--kinds", "papers"], scratch).errors.hasPrefix(
        "error: unknown kind \"papers\""))
  }

  @Test func `without a name, a hint shows how to give one`() throws {
    let folder = try TemporaryFolder()
    let run = try BuiltProgram.run(
      ["init"], in: folder.path,
      environment: ["PATH": "/usr/bin:/bin", "HOME": folder.path, "GIT_CONFIG_NOSYSTEM": "1"])
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("error: the owner's name is missing\nhint: add \"--name\""))
  }

  @Test(arguments: ["root@localhost", "ada", "ada@", "a b@example.org", "Ada <ada@example.org>"])
  func `git's email is left out if it is invalid in a profile`(_ address: String) throws {
    let scratch = try ScratchRepository()
    try scratch.git("config", "user.email", address)
    var environment = scratch.environment
    environment["GIT_AUTHOR_EMAIL"] = nil
    let run = try BuiltProgram.run(["init"], in: scratch.path, environment: environment)
    #expect(run.status == 0, "\(run.errors)")
    let check = try cvgit(["validate"], scratch)
    #expect(check.status == 0, "\(check.output)")
    let isKept = try scratch.text("cv/profile.yaml").contains("email:")
    #expect(isKept != run.errors.contains("is not an e-mail address"))
  }

  @Test(arguments: [
    ["--email", "ada"], ["--email", "ada@example.org, ada@example.net"],
    ["--name", "Ada Lovelace and Charles Babbage"], ["--name", "Ada\u{1B}[31m Lovelace"],
    ["--name", "..."],
  ])
  func `an invalid CV is rejected, and nothing is written`(_ arguments: [String]) throws {
    let scratch = try ScratchRepository()
    let run = try cvgit(["init"] + arguments, scratch)
    if run.status == 0 {
      #expect(try cvgit(["validate"], scratch).status == 0)
    } else {
      #expect(run.status == 2 && run.errors.hasPrefix("error: "), "\(run.errors)")
      #expect(try scratch.git("status", "--porcelain", "-uall") == "")
    }
  }

  @Test func `attributes without settings are reported`() throws {
    let scratch = try ScratchRepository()
    try scratch.write(".gitattributes", "/cv/**/*.yaml diff=cvgit\n")
    #expect(
      try cvgit(["init"], scratch).output.contains(
        "hint: run \"cvgit hooks install\" to make 'git diff' show changes by entry"))
  }
}
