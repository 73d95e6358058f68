import Fixtures
import Foundation
import Testing

/// The diff driver and the textconv, run by git itself.
@Suite struct GitDiffTests {
  private let a = "cv/publications/a.yaml"

  /// A repository whose attributes and settings name the driver, with the program on PATH.
  private func career() throws -> HookScratch {
    let career = try HookScratch(installs: false)
    try career.expectDone(career.cvgit("hooks", "install", "--attributes"))
    try career.scratch.git("add", ".gitattributes")
    try career.expectDone(career.git("commit", "--quiet", "-m", "attributes"))
    return career
  }

  private let withProgram = ["PATH": "\(BuiltProgram.folder):/usr/bin:/bin"]

  @Test func `git diff shows changes by entry`() throws {
    let career = try career()
    try career.scratch.write(
      a, HookScratch.paper("Notes on an Engine", status: "Published", "venue: Memoirs\n"))
    let run = try career.git("diff", with: withProgram)
    #expect(run.errors == "")
    #expect(
      run.output == """
        cv/publications/a.yaml
          ↑ Accepted → Published  Notes on an Engine
              venue  + Memoirs

        """)
  }

  @Test func `additions, deletions, renames and modes are reported`() throws {
    let career = try career()
    try career.scratch.git("mv", a, "cv/publications/z.yaml")
    try career.scratch.git("rm", "--quiet", "cv/awards/medal.yaml")
    try career.stage("cv/publications/c.yaml", HookScratch.paper("On Looms"))
    try career.scratch.git("update-index", "--chmod=+x", "cv/publications/b.yaml")
    let run = try career.git("diff", "--cached", "-M", with: withProgram)
    #expect(
      run.output == """
        cv/awards/medal.yaml
          - Medal · 1844
        cv/publications/b.yaml
          mode 100644 → 100755
        cv/publications/c.yaml
          + On Looms · 1843 · Accepted
        cv/publications/a.yaml → cv/publications/z.yaml
          ~ Notes on an Engine
              renamed  a → z

        """)
  }

  @Test func `formatting changes, unmerged paths and unreadable records are reported`() throws {
    var career = try career()
    try career.scratch.write(a, HookScratch.paper("'Notes on an Engine'"))
    #expect(
      try career.git("diff", with: withProgram).output
        == "cv/publications/a.yaml\n  formatting only\n")
    try career.scratch.write(a, "title: A: B\n")
    let unread = try career.git("diff", with: withProgram).output
    #expect(unread.contains("  ! cannot be read, line 1, column 9: unquoted value contains \": \""))
    #expect(unread.contains("\n+title: A: B\n"))
    try career.scratch.git("checkout", "--quiet", "--", ".")
    try career.scratch.git("checkout", "--quiet", "-b", "other")
    try career.scratch.write(a, HookScratch.paper("One"))
    try career.scratch.commit("one")
    try career.scratch.git("checkout", "--quiet", "main")
    try career.scratch.write(a, HookScratch.paper("Two"))
    try career.scratch.commit("two")
    _ = try career.git("merge", "other")
    #expect(
      try career.git("diff", "--cached", with: withProgram).output
        .contains("* Unmerged path cv/publications/a.yaml\n"))
  }

  @Test(arguments: [
    (["color.ui=false"], true, false), (["color.ui=always", "color.diff=false"], true, false),
    (["color.ui=always"], false, true), (["color.diff=always", "color.ui=never"], false, true),
    ([], false, false), ([], true, true),
  ])
  func `color follows git's settings`(settings: [String], isPaged: Bool, isColored: Bool) throws {
    let career = try career()
    try career.scratch.write(a, HookScratch.paper("Notes"))
    var variables = withProgram
    if isPaged { variables["GIT_PAGER_IN_USE"] = "true" }
    variables["TERM"] = "xterm"
    for (index, setting) in settings.enumerated() {
      let parts = setting.split(separator: "=")
      variables["GIT_CONFIG_KEY_\(index)"] = String(parts[0])
      variables["GIT_CONFIG_VALUE_\(index)"] = String(parts[1])
    }
    variables["GIT_CONFIG_COUNT"] = "\(settings.count)"
    let output = try career.git("diff", with: variables).output
    #expect(output.contains("\u{1B}[") == isColored)
    #expect(output.contains("Notes"))
  }

  @Test(arguments: ["cv", "cv/publications"])
  func `paths relative to the current folder refer to records`(folder: String) throws {
    let career = try career()
    try career.scratch.write(
      a, HookScratch.paper("Notes on an Engine", status: "Published", "venue: M\n"))
    for arguments in [["-c", "diff.relative=true", "diff"], ["diff", "--relative"]] {
      let run = try ProcessRun.run(
        "git", arguments, in: "\(career.path)/\(folder)",
        environment: career.scratch.environment.merging(withProgram) { $1 })
      #expect(run.output.contains("↑ Accepted → Published  Notes on an Engine"))
      #expect(run.output.hasPrefix(String(a.dropFirst(folder.count + 1)) + "\n"))
    }
  }

  @Test func `a conflict is shown by entry, and by value in git's combined diff`() throws {
    var career = try career()
    try career.scratch.git("checkout", "--quiet", "-b", "other")
    try career.scratch.write(
      a, HookScratch.paper("Notes on an Engine", status: "Published", "venue: M\n"))
    try career.scratch.commit("one")
    try career.scratch.git("checkout", "--quiet", "main")
    try career.scratch.write(a, HookScratch.paper("Notes on an Engine", status: "Rejected"))
    try career.scratch.commit("two")
    _ = try career.git("merge", "other", with: withProgram)
    let entry = try career.git("diff", "HEAD", with: withProgram).output
    #expect(
      entry == """
        cv/publications/a.yaml
          ! merge conflict, HEAD → other:
          ↓ Rejected → Published  Notes on an Engine

        """)
    let combined = try career.git("diff", with: withProgram).output
    #expect(
      !combined.contains("+authors") && !combined.contains("-authors"), "both sides have them")
    #expect(combined.contains("++<<<<<<< HEAD\n") && combined.contains("++>>>>>>> other"))
  }

  @Test func `git difftool opens its tool`() throws {
    let career = try career()
    try career.scratch.write(a, HookScratch.paper("Notes"))
    let run = try career.git("difftool", "-y", "-x", "echo TOOL", with: withProgram)
    #expect(run.output.hasPrefix("TOOL ") && run.output.hasSuffix(" \(a)\n"), "\(run.output)")
  }

  @Test func `git log -p shows one value per line, git show --ext-diff the entry`() throws {
    let career = try career()
    try career.scratch.write(
      a,
      "# why\nstatus: 'Published'\nvenue: M\n"
        + HookScratch.paper("Notes on an Engine")
        .replacingOccurrences(of: "status: Accepted\n", with: ""))
    try career.expectDone(career.git("commit", "-a", "--quiet", "-m", "x", with: withProgram))
    let log = try career.git("log", "-p", "-1", "--format=", with: withProgram).output
    let lines = log.split(separator: "\n").filter { $0.hasPrefix("+") || $0.hasPrefix("-") }
    #expect(
      lines.dropFirst(2) == ["-status: Accepted", "+status: Published", "+venue: M"])
    #expect(
      try career.git("show", "--ext-diff", "--format=", with: withProgram).output
        == """
        cv/publications/a.yaml
          ↑ Accepted → Published  Notes on an Engine
              venue  + M

        """)
  }

  @Test func `a missing program leaves git's own diff`() throws {
    let career = try career()
    try career.scratch.write(a, HookScratch.paper("Notes"))
    let diff = try career.git("diff")
    #expect(diff.status == 0)
    #expect(diff.output.contains("\n-title: Notes on an Engine\n+title: Notes\n"))
    try career.expectDone(career.git("commit", "-a", "--quiet", "--no-verify", "-m", "x"))
    let log = try career.git("log", "-p", "-1")
    #expect(log.status == 0)
    #expect(log.output.contains("\n-title: Notes on an Engine\n+title: Notes\n"))
  }

  @Test func `a fresh clone without the settings shows lines`() throws {
    let career = try career()
    let clone = try ScratchRepository(cloning: career.scratch)
    try clone.write(a, HookScratch.paper("Notes"))
    #expect(try clone.git("diff").contains("\n+title: Notes\n"))
  }

  @Test func `a custom kind is read by its fields`() throws {
    let career = try career()
    try career.scratch.write(
      "cv/kinds/shows.yaml",
      "label: {one: show, many: shows}\nname: [title]\nfields: {title: text, people: people}\n")
    try career.stage("cv/shows/a.yaml", "title: Looms\npeople: [A, B]\n")
    try career.scratch.write("cv/shows/a.yaml", "title: Looms\npeople: [B, A]\n")
    let output = try career.git("diff", with: withProgram).output
    #expect(output.hasPrefix("cv/shows/a.yaml\n  ~ Looms\n      people  "))
    #expect(output.contains("moved"))
  }
}
