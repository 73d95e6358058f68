import Fixtures
import Foundation
import Testing

/// What git commits is what is checked, in whatever way it is told to commit.
@Suite struct PreCommitTests {
  private let a = "cv/publications/a.yaml"
  private let b = "cv/publications/b.yaml"
  private let good = HookScratch.paper("Notes on an Engine", status: "Published", "venue: Taylor\n")

  private func expectStopped(_ run: ProcessRun, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(run.status != 0, sourceLocation: sourceLocation)
    #expect(run.errors.contains("unknown status \"Acepted\""), sourceLocation: sourceLocation)
    #expect(run.errors.contains("did you mean \"Accepted\"?"), sourceLocation: sourceLocation)
  }

  @Test func `a staged fault stops a commit, though the work tree has none`() throws {
    let career = try HookScratch()
    try career.stage(a, HookScratch.broken)
    try career.scratch.write(a, good)
    expectStopped(try career.git("commit", "-m", "x"))
  }

  @Test func `a fault that is not staged is ignored silently`() throws {
    let career = try HookScratch()
    try career.stage(a, good)
    try career.scratch.write(b, HookScratch.broken)
    let run = try career.git("commit", "--quiet", "-m", "x")
    #expect(run.status == 0)
    #expect(run.output + run.errors == "")
    #expect(try career.scratch.git("show", "HEAD:\(a)") + "\n" == good)
  }

  @Test func `commit -a is checked with its changes`() throws {
    let career = try HookScratch()
    try career.stage(a, good)
    try career.scratch.write(b, HookScratch.broken)
    expectStopped(try career.git("commit", "-a", "-m", "x"))
    try career.scratch.write(b, good)
    #expect(try career.git("commit", "-a", "-m", "x").status == 0)
  }

  @Test func `commit PATH is checked with only that path`() throws {
    let career = try HookScratch()
    try career.stage(a, HookScratch.broken)
    try career.scratch.write(b, HookScratch.paper("On Bernoulli Numbers", status: "Withdrawn"))
    #expect(try career.git("commit", "-m", "x", "--", b).status == 0)
    expectStopped(try career.git("commit", "-m", "x", "--", a))
  }

  @Test func `commit -i is checked with both`() throws {
    let career = try HookScratch()
    try career.stage(a, good)
    try career.scratch.write(b, HookScratch.broken)
    expectStopped(try career.git("commit", "-m", "x", "-i", b))
  }

  @Test func `an amended commit is checked`() throws {
    let career = try HookScratch()
    try career.stage(a, HookScratch.broken)
    expectStopped(try career.git("commit", "--amend", "--no-edit"))
    try career.stage(a, good)
    #expect(try career.git("commit", "--amend", "--no-edit").status == 0)
    #expect(try career.message == "A small CV\n")
  }

  @Test func `a commit that only deletes is checked`() throws {
    let career = try HookScratch()
    try career.scratch.git("rm", "--quiet", a)
    let run = try career.git("commit", "-m", "x")
    #expect(run.status != 0)
    #expect(run.errors.contains("cv/awards/medal.yaml:3:14: error:"))
  }

  @Test func `a rename is checked`() throws {
    let career = try HookScratch()
    try career.scratch.git("mv", a, "cv/publications/notes.yaml")
    #expect(try career.git("commit", "-m", "x").status != 0)
    try career.stage(
      "cv/awards/medal.yaml", "title: Medal\ndate: 1844\npublication: publications/notes\n")
    #expect(try career.git("commit", "-m", "x").status == 0)
  }

  @Test func `a stopped merge is checked when it is committed`() throws {
    var career = try HookScratch()
    try career.scratch.git("checkout", "--quiet", "-b", "other")
    try career.scratch.write(a, HookScratch.paper("Notes on the Engine"))
    try career.scratch.commit("other")
    try career.scratch.git("checkout", "--quiet", "main")
    try career.scratch.write(a, HookScratch.paper("Notes about an Engine"))
    try career.scratch.commit("ours")
    #expect(try career.git("merge", "other").status != 0)
    #expect(try career.git("commit", "-a", "-m", "x").errors.contains("[conflict]"))
    try career.stage(a, HookScratch.broken)
    try career.scratch.write(a, good)
    expectStopped(try career.git("commit", "-m", "x"))
    try career.stage(a, good)
    #expect(try career.git("commit", "-m", "x").status == 0)
    #expect(try career.scratch.git("log", "-1", "--format=%P").contains(" "))
  }

  @Test func `a clean merge is checked, although git does not run pre-commit`() throws {
    var career = try HookScratch()
    let doi = "doi: 10.1000/182\n"
    try career.scratch.git("checkout", "--quiet", "-b", "other")
    try career.scratch.write("cv/publications/c.yaml", HookScratch.paper("Engines", doi))
    try career.scratch.commit("other")
    try career.scratch.git("checkout", "--quiet", "main")
    try career.scratch.write("cv/publications/d.yaml", HookScratch.paper("On Engines", doi))
    try career.scratch.commit("ours")
    let run = try career.git("merge", "--no-edit", "other")
    #expect(run.status != 0)
    #expect(run.errors.contains("10.1000/182"))
    try career.scratch.git("rm", "--quiet", "-f", "cv/publications/d.yaml")
    #expect(try career.git("commit", "--no-edit").status == 0)
  }

  @Test func `a linked work tree is checked`() throws {
    let career = try HookScratch()
    let linked = career.scratch.outside("linked")
    try career.scratch.git("worktree", "add", "--quiet", linked)
    try Data(HookScratch.broken.utf8).write(to: URL(fileURLWithPath: "\(linked)/\(a)"))
    expectStopped(try career.git("commit", "-a", "-m", "x", in: linked))
    try Data(good.utf8).write(to: URL(fileURLWithPath: "\(linked)/\(a)"))
    #expect(try career.git("commit", "-a", "-m", "x", in: linked).status == 0)
  }

  @Test func `a repository that is named from elsewhere is checked`() throws {
    let career = try HookScratch()
    try career.stage(a, HookScratch.broken)
    try career.scratch.write(a, good)
    let place = ["--git-dir=\(career.path)/.git", "--work-tree=\(career.path)"]
    expectStopped(try career.git(place[0], place[1], "commit", "-m", "x", in: "/"))
    #expect(try career.git(place[0], place[1], "commit", "-a", "-m", "x", in: "/").status == 0)
  }

  @Test func `a commit from a subfolder is checked`() throws {
    let career = try HookScratch()
    try career.stage(a, HookScratch.broken)
    expectStopped(try career.git("commit", "-m", "x", in: "cv/publications"))
  }

  @Test func `a first commit is checked`() throws {
    let career = try HookScratch()
    try career.stage(a, HookScratch.broken)
    try career.scratch.git("checkout", "--quiet", "--orphan", "fresh")
    expectStopped(try career.git("commit", "-m", "x"))
  }

  @Test func `warnings do not stop a commit`() throws {
    let career = try HookScratch()
    try career.stage(a, good + "tags: [example]\n")
    let run = try career.git("commit", "-m", "x")
    #expect(run.status == 0)
    #expect(run.errors.contains("warning"))
  }

  @Test func `a folder other than cv is checked if it is configured`() throws {
    let career = try HookScratch()
    try career.scratch.git("mv", "cv", "career")
    try career.scratch.git("config", "cvgit.root", "career")
    #expect(try career.git("commit", "-m", "x").status == 0)
    try career.stage("career/publications/a.yaml", HookScratch.broken)
    expectStopped(try career.git("commit", "-m", "x"))
  }
}
