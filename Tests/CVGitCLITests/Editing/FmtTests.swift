import Fixtures
import Foundation
import Testing

@Suite struct FmtTests {
  private let a = "cv/publications/a.yaml"
  private let untidy = "type: journal\ntitle: Notes\nstatus: accepted\nauthors: [Ada Lovelace]\n"
  private let tidy = "title: Notes\ntype: journal\nstatus: Accepted\nauthors: [Ada Lovelace]\n"

  @Test func `records are put in order, and the diff is empty`() throws {
    var career = try HookScratch(installs: false)
    try career.scratch.write(a, untidy)
    try career.scratch.commit("untidy")
    let check = try career.cvgit("fmt", "--check")
    #expect(check.status == 1)
    #expect(check.output == "would change cv/publications/a.yaml\n")
    #expect(try career.scratch.text(a) == untidy)
    let run = try career.cvgit("fmt")
    #expect(run.status == 0)
    #expect(run.output == "formatted cv/publications/a.yaml\n")
    #expect(try career.scratch.text(a) == tidy)
    #expect(try career.cvgit("fmt", "--check").output == "5 records are formatted\n")
    #expect(try career.cvgit("diff", "--exit-code").status == 0)
  }

  @Test func `paths select records`() throws {
    let career = try HookScratch(installs: false)
    try career.scratch.write(a, untidy)
    #expect(try career.cvgit("fmt", "cv/awards").output == "1 record is formatted\n")
    #expect(try career.cvgit("fmt", "cv/publications").output == "formatted \(a)\n")
    let none = try career.cvgit("fmt", "cv/nothing")
    #expect(none.status == 2)
    #expect(none.errors.hasPrefix("error: no records match \"cv/nothing\"\n"))
  }

  @Test func `what cannot be put in order is told, and the rest is`() throws {
    let career = try HookScratch(installs: false)
    try career.scratch.write(a, untidy)
    try career.scratch.write("cv/publications/b.yaml", "title: \"A\n")
    let run = try career.cvgit("fmt")
    #expect(run.status == 1)
    #expect(run.output == "formatted cv/publications/a.yaml\n")
    #expect(run.errors.hasPrefix("cv/publications/b.yaml:1:8: error: quote is not closed [yaml]\n"))
  }

  @Test func `records of this repository are formatted`() throws {
    let run = try BuiltProgram.run(
      ["-C", PackageFolder.path, "fmt", "--check"], in: "/",
      environment: ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }
}
