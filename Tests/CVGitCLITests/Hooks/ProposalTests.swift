import Fixtures
import Foundation
import Testing

/// The initial message in git's editor.
@Suite struct ProposalTests {
  private let a = "cv/publications/a.yaml"

  /// A repository with one paper that was just published.
  private func career() throws -> HookScratch {
    let career = try HookScratch()
    try career.stage(
      a, HookScratch.paper("Notes on an Engine", status: "Published", "venue: Taylor's Memoirs\n"))
    return career
  }

  @Test func `one change is the subject, and what it changed the body`() throws {
    let career = try career()
    #expect(try career.git("commit", "--quiet").status == 0)
    #expect(
      try career.message == """
        Published: Notes on an Engine (Taylor's Memoirs)

        Publications
          ↑ Accepted → Published  Notes on an Engine
              venue  + Taylor's Memoirs

        """)
  }

  @Test func `several changes are counted in the subject`() throws {
    let career = try career()
    try career.stage("cv/publications/c.yaml", HookScratch.paper("Engines: \u{1B}[31m", "x: y\n"))
    try career.stage("cv/publications/c.yaml", HookScratch.paper("On Engines"))
    try career.stage("cv/profile.yaml", "name: Ada Lovelace\nmetrics: {citations: 3}\n")
    #expect(try career.git("commit", "--quiet").status == 0)
    #expect(try career.message.hasPrefix("CV: 1 added, 1 published, 1 updated\n\nPublications\n"))
  }

  @Test func `a comment explains where the message comes from`() throws {
    let career = try career()
    #expect(
      try career.git("commit", editor: "cp -f -t '\(career.scratch.outside(""))'").status == 0)
    let text = try String(
      contentsOfFile: career.scratch.outside("COMMIT_EDITMSG"), encoding: .utf8)
    #expect(
      text.contains(
        "\n\n# cvgit proposes this message from the staged records; delete it to commit nothing.\n#\n# Please enter"
      ))
  }

  @Test(arguments: [";", "auto"])
  func `the comment begins with git's own character`(character: String) throws {
    let career = try career()
    try career.scratch.git("config", "core.commentChar", character)
    #expect(try career.git("commit").status == 0)
    #expect(try !career.message.contains("cvgit proposes"))
    #expect(try career.message.hasPrefix("Published: Notes"))
  }

  @Test func `with scissors, the comment is after them`() throws {
    let career = try career()
    try career.scratch.git("config", "commit.cleanup", "scissors")
    #expect(try career.git("commit").status == 0)
    #expect(try !career.message.contains("cvgit proposes"))
    #expect(try career.message.hasPrefix("Published: Notes"))
  }

  @Test func `with the diff in the editor, the message is on top`() throws {
    let career = try career()
    #expect(try career.git("commit", "--verbose").status == 0)
    #expect(try career.message.hasPrefix("Published: Notes"))
    #expect(try !career.message.contains("cvgit proposes"))
  }

  @Test func `a message from elsewhere is unchanged`() throws {
    let career = try career()
    #expect(try career.git("commit", "-m", "mine").status == 0)
    #expect(try career.message == "mine\n")
    try career.stage(a, HookScratch.paper("Notes on Engines"))
    #expect(try career.git("commit", "--amend").status == 0)
    #expect(try career.message == "mine\n")
    try career.stage(a, HookScratch.paper("Notes about an Engine"))
    #expect(try career.git("commit", "-C", "HEAD").status == 0)
    #expect(try career.message == "mine\n")
    try career.stage(a, HookScratch.paper("Notes on the Engine"))
    #expect(try career.git("commit", "--fixup", "HEAD").status == 0)
    #expect(try career.message == "fixup! mine\n")
    #expect(try career.git("revert", "HEAD").status == 0)
    #expect(try career.message.hasPrefix("Revert"))
    #expect(try career.git("cherry-pick", "HEAD~1").status == 0)
    #expect(try career.message == "fixup! mine\n")
    try career.scratch.write("template", "mine too\n")
    try career.stage(a, HookScratch.paper("Notes"))
    #expect(
      try career.git("commit", "-t", "template", editor: "echo more >>").status == 0)
    #expect(try career.message.hasPrefix("mine too\n"))
  }

  @Test func `nothing is proposed if no editor opens`() throws {
    let career = try career()
    let run = try career.git("commit", "--no-edit")
    #expect(run.status != 0)
    #expect(run.errors.contains("empty commit message"))
  }

  @Test func `a setting disables it`() throws {
    let career = try career()
    try career.scratch.git("config", "cvgit.proposal", "off")
    #expect(try career.git("commit").errors.contains("empty commit message"))
  }

  @Test func `private data is not shown`() throws {
    let career = try HookScratch()
    try career.stage(
      "cv/publications/c.yaml", HookScratch.paper("Secret Engines", "visibility: private\n"))
    #expect(try career.git("commit").errors.contains("empty commit message"))
    try career.stage(a, HookScratch.paper("Notes on an Engine", "note: secret\nprivate: [note]\n"))
    try career.stage("cv/awards/cup.yaml", "title: Cup\ndate: 1850\n")
    #expect(try career.git("commit").status == 0)
    #expect(try career.message == "Added: Cup\n")
  }

  @Test func `a message that another hook wrote is kept`() throws {
    let career = try HookScratch(installs: false)
    try career.scratch.write(".git/hooks/prepare-commit-msg", "#!/bin/sh\necho TICKET-1 >\"$1\"\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: career.path + "/.git/hooks/prepare-commit-msg")
    try career.expectDone(career.cvgit("hooks", "install"))
    try career.stage(a, HookScratch.paper("Notes"))
    #expect(try career.git("commit").status == 0)
    #expect(try career.message == "TICKET-1\n")
  }
}
