import Fixtures
import Foundation
import Testing

/// Hooks that have nothing to do, or no program to run.
@Suite struct MissingProgramTests {
  /// Hooks whose recorded program no longer exists.
  private func careerWithoutProgram() throws -> HookScratch {
    let career = try HookScratch()
    try career.scratch.git("config", "cvgit.program", "/nonexistent/cvgit")
    return career
  }

  @Test func `without staged changes in cv, nothing is done`() throws {
    let career = try careerWithoutProgram()
    try career.stage("README", "more words\n")
    try career.scratch.write("cv/publications/a.yaml", HookScratch.broken)
    let run = try career.git("commit", "--quiet")
    #expect(run.errors.hasPrefix("Aborting commit due to empty commit message."))
    #expect(try career.git("commit", "--quiet", "-m", "words").errors == "")
  }

  @Test func `a missing program stops a commit and says what to do`() throws {
    let career = try careerWithoutProgram()
    try career.stage("cv/publications/a.yaml", HookScratch.paper("Notes"))
    let run = try career.git("commit", "-m", "x")
    #expect(run.status == 1)
    #expect(
      run.errors == """
        error: cvgit not found, so the records of the CV were not checked
        hint: add it to PATH, or run "cvgit hooks install" again; "git commit --no-verify" skips the check

        """)
    let other = try career.git("commit", "--no-verify", editor: "echo words >")
    #expect(other.status == 0)
    #expect(try career.message == "words\n")
  }

  @Test func `a program on PATH comes before the one that was recorded`() throws {
    let career = try careerWithoutProgram()
    try career.stage("cv/publications/a.yaml", HookScratch.broken)
    let path = "\(BuiltProgram.folder):/usr/bin:/bin"
    let run = try career.git("commit", "-m", "x", with: ["PATH": path])
    #expect(run.errors.contains("unknown status"))
  }
}
