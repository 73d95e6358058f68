import Fixtures
import Foundation
import Testing

/// What the pre-push hook lets through.
@Suite struct PushTests {
  /// A repository with the hooks and a remote that has its first commit.
  private func career() throws -> HookScratch {
    var career = try HookScratch()
    let remote = career.scratch.outside("remote.git")
    try career.scratch.git("init", "--quiet", "--bare", remote)
    try career.scratch.git("remote", "add", "origin", remote)
    try career.scratch.commit("start")
    let push = try career.git("push", "-q", "origin", "HEAD:main")
    try #require(push.status == 0, "\(push.errors)")
    try career.scratch.git("config", "cvgit.private", "refuse")
    return career
  }

  private func secret(_ lines: String) -> String { "title: SECRETX Prize\n\(lines)\n" }

  @Test func `public records are pushed`() throws {
    var career = try career()
    try career.scratch.write("cv/awards/b.yaml", secret("visibility: public"))
    try career.scratch.commit("b")
    let push = try career.git("push", "origin", "HEAD:main")
    #expect(push.status == 0, "\(push.errors)")
  }

  @Test(arguments: [
    "visibility: private", "private: [title]", "visibility: publc", "visibilty: x", "visibility: [",
  ])
  func `a commit with a private or unreadable record is rejected, even below the newest`(
    _ lines: String
  ) throws {
    var career = try career()
    try career.scratch.write("cv/awards/b.yaml", secret(lines))
    try career.scratch.git("add", "--all")
    try career.scratch.git("commit", "--quiet", "--no-verify", "-m", "b")
    let now = try career.git("push", "origin", "HEAD:main")
    #expect(now.status != 0 && now.errors.contains("the push sends private data"), "\(now.errors)")
    #expect(!now.errors.contains("SECRETX"))
    try career.scratch.remove("cv/awards/b.yaml")
    try career.scratch.commit("gone")
    #expect(try career.git("push", "origin", "HEAD:main").status != 0)
    #expect(try career.git("push", "origin", "HEAD:refs/heads/other").status != 0)
    try career.scratch.git("tag", "v1")
    #expect(try career.git("push", "origin", "v1").status != 0)
    try career.scratch.git("tag", "-a", "-m", "x", "v2", "HEAD~1")
    #expect(try career.git("push", "origin", "v2").status != 0)
    let bypass = try career.git("push", "--no-verify", "origin", "HEAD:main")
    #expect(bypass.status == 0)
    try career.scratch.git("config", "--unset", "cvgit.private")
    #expect(try career.git("push", "origin", "v1", "v2").status == 0)
  }

  @Test
  func `a push stops for errors that a rebase added, but not for those of the remote`()
    throws
  {
    var career = try career()
    try career.scratch.git("config", "--unset", "cvgit.private")
    try career.scratch.write("cv/publications/a.yaml", HookScratch.broken)
    try career.scratch.git("commit", "--quiet", "--no-verify", "--all", "-m", "x")
    let push = try career.git("push", "origin", "HEAD:main")
    #expect(push.status != 0)
    #expect(push.errors.contains("error: unknown status \"Acepted\""))
    #expect(
      push.errors.contains(
        """
        error: cvgit stopped the push because its newest commit has these errors
        hint: correct them in a new commit; "git push --no-verify" skips the check

        """))
    #expect(try career.git("push", "--no-verify", "origin", "HEAD:main").status == 0)
    try career.scratch.write("README", "other words\n")
    try career.scratch.commit("no new errors")
    let second = try career.git("push", "origin", "HEAD:main")
    #expect(second.status == 0, "\(second.errors)")
    #expect(try career.git("push", "origin", ":main").status != 128)
  }

  @Test func `a copy of an imported file that holds something private is refused`() throws {
    var career = try career()
    try career.scratch.write(
      "cv/.import/resume.json", #"{"basics": {"name": "Ada", "phone": "SECRETX"}}"#)
    try career.scratch.commit("copy")
    let push = try career.git("push", "origin", "HEAD:main")
    #expect(push.status != 0)
    #expect(push.errors.contains("cv/.import/resume.json holds something private"))
    #expect(!push.errors.contains("SECRETX"))
  }

  @Test func `a copy without anything private is pushed`() throws {
    var career = try career()
    try career.scratch.write("cv/.import/refs.bib", "@misc{a, title={A}, author={B C}}\n")
    try career.scratch.commit("copy")
    #expect(try career.git("push", "origin", "HEAD:main").status == 0)
  }

  @Test func `a hook that was there gets what git says, and its failure counts`() throws {
    var career = try career()
    try career.scratch.write(
      ".git/hooks/pre-push.before-cvgit", "#!/bin/sh\ncat >seen\n[ ! -e stop ]\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755],
      ofItemAtPath: career.path + "/.git/hooks/pre-push.before-cvgit")
    try career.scratch.write("cv/awards/b.yaml", secret("date: 2024"))
    try career.scratch.commit("b")
    try career.scratch.write("stop", "")
    #expect(try career.git("push", "origin", "HEAD:main").status != 0)
    try career.scratch.remove("stop")
    #expect(try career.git("push", "origin", "HEAD:main").status == 0)
    #expect(try career.scratch.text("seen").contains("refs/heads/main"))
  }
}
