import Fixtures
import Foundation
import Testing

/// The pre-commit framework itself, from PyPI, with the configuration that it reads from a clone of
/// this repository.
@Suite(.enabled(if: OraclePython.programs != nil, "pre-commit could not be installed"))
struct FrameworkTests {
  @Test func `the pre-commit framework runs the check`() throws {
    let programs = try #require(OraclePython.programs)
    let career = try HookScratch(installs: false)
    var hooks = try ScratchRepository()
    try hooks.write(
      ".pre-commit-hooks.yaml", try PackageFolder.text(".pre-commit-hooks.yaml"))
    let revision = try hooks.commit("hooks")
    try career.scratch.write(
      ".pre-commit-config.yaml",
      """
      repos:
        - repo: file://\(hooks.path)
          rev: \(revision)
          hooks: [{id: cvgit-validate-system}]

      """)
    let variables = [
      "PATH": "\(BuiltProgram.folder):\(programs):/usr/bin:/bin",
      "PRE_COMMIT_HOME": career.scratch.outside("pre-commit"),
    ]
    let install = try ProcessRun.run(
      programs + "/pre-commit", ["install"], in: career.path,
      environment: career.scratch.environment.merging(variables) { $1 })
    try career.expectDone(install)
    try career.scratch.git("add", ".pre-commit-config.yaml")
    #expect(try career.cvgit("hooks", "install").status == 1)
    try career.stage("cv/publications/a.yaml", HookScratch.broken)
    try career.scratch.write("cv/publications/a.yaml", HookScratch.paper("Notes"))
    let stopped = try career.git("commit", "-m", "x", with: variables)
    #expect(stopped.status != 0)
    #expect((stopped.output + stopped.errors).contains("unknown status \"Acepted\""))
    try career.scratch.git("add", ".")
    let passed = try career.git("commit", "-m", "x", with: variables)
    #expect(passed.status == 0, "\(passed.errors)")
    try career.scratch.git("rm", "--quiet", "cv/publications/a.yaml")
    #expect(try career.git("commit", "-m", "only deletes", with: variables).status != 0)
  }
}
