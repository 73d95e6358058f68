import Fixtures
import Testing

/// Warnings of a hook that compare staged with committed records.
@Suite struct StagedWarningTests {
  private let a = "cv/publications/a.yaml"

  @Test func `a status that goes backward is a warning`() throws {
    let career = try HookScratch()
    try career.stage(a, HookScratch.paper("Notes on an Engine", status: "Submitted"))
    let run = try career.git("commit", "--quiet", "-m", "x")
    #expect(run.status == 0)
    #expect(
      run.errors == """
        cv/publications/a.yaml:3:9: warning: the status goes back from "Accepted" to "Submitted" [status]
          3 | status: Submitted
            |         ^~~~~~~~~
          hint: correct it, or commit it if it is intended
        1 warning

        """)
  }

  @Test func `warnings about what is not staged are not shown`() throws {
    let career = try HookScratch()
    try career.stage(a, HookScratch.paper("Notes on an Engine", "tags: [example]\n"))
    #expect(try career.git("commit", "--quiet", "-m", "x").errors.contains("[example]"))
    try career.stage("cv/publications/b.yaml", HookScratch.paper("Bernoulli Numbers"))
    #expect(try career.git("commit", "--quiet", "-m", "x").errors == "")
    #expect(try career.cvgit("validate", "--staged").output.contains("[example]"))
  }
}
