import Fixtures
import Foundation
import Testing

@Suite struct SetTests {
  private let a = "cv/publications/a.yaml"

  @Test func `a field is set, and the change is shown as in a diff`() throws {
    let career = try HookScratch(installs: false)
    let run = try career.cvgit("set", "publications/a", "status=published", "venue=Memoirs")
    #expect(
      run.output == """
        cv/publications/a.yaml
          ↑ Accepted → Published  Notes on an Engine
              venue  + Memoirs

        """)
    #expect(
      try career.scratch.text(a)
        == HookScratch.paper("Notes on an Engine", status: "Published", "venue: Memoirs\n"))
    let again = try career.cvgit("set", "publications/a", "status=Published")
    #expect(again.output == "cv/publications/a.yaml: nothing to change\n")
    #expect(try career.cvgit("set", "-q", "profile", "url=https://example.org").output == "")
    #expect(
      try career.scratch.text("cv/profile.yaml") == "name: Ada Lovelace\nurl: https://example.org\n"
    )
  }

  @Test func `an invalid change is rejected, and nothing is written`() throws {
    let career = try HookScratch(installs: false)
    let before = try career.scratch.text(a)
    let run = try career.cvgit("set", "publications/a", "status=Acepted", "venue=Memoirs")
    #expect(run.status == 1)
    #expect(
      run.errors == """
        cv/publications/a.yaml:3:9: error: unknown status "Acepted" [status]
          3 | status: Acepted
            |         ^~~~~~~
          hint: did you mean "Accepted"?
        1 error
        nothing was written

        """)
    #expect(try career.cvgit("set", "publications/a", "authors=").status == 1)
    #expect(try career.cvgit("set", "awards/medal", "publication=z").status == 1)
    #expect(try career.scratch.text(a) == before)
  }

  @Test func `a fault elsewhere does not matter`() throws {
    let career = try HookScratch(installs: false)
    try career.scratch.write("cv/publications/b.yaml", HookScratch.broken)
    try career.scratch.write(a, HookScratch.paper("A", status: "Acepted", "date: 1843x\n"))
    #expect(try career.cvgit("set", "publications/b", "status=Accepted").status == 0)
  }

  @Test(arguments: [
    (
      ["publications/aa", "title=x"], "there is no record \"publications/aa\"",
      "did you mean \"publications/a\"?"
    ),
    (
      ["publicaton/a", "title=x"], "unknown kind \"publicaton\"", "did you mean \"publications\"?"
    ),
    (
      ["publications", "title=x"], "expected KIND/ID, found \"publications\"",
      "write \"publications/ID\""
    ),
    (
      ["publications/a", "title"], "expected FIELD=VALUE, found \"title\"",
      "write it as \"status=Accepted\""
    ),
    (
      ["publications/a", "titel=x"], "publications have no field \"titel\"",
      "did you mean \"title\"?"
    ),
  ])
  func `a mistake is reported with what to do`(arguments: [String], message: String, hint: String)
    throws
  {
    let career = try HookScratch(installs: false)
    let run = try BuiltProgram.run(
      ["set"] + arguments, in: career.path, environment: career.scratch.environment)
    #expect(run.status == 2)
    #expect(run.errors == "error: \(message)\nhint: \(hint)\n")
  }

  @Test func `mode and line breaks of the file stay`() throws {
    let career = try HookScratch(installs: false)
    try career.scratch.write(a, HookScratch.paper("A").replacingOccurrences(of: "\n", with: "\r\n"))
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: "\(career.path)/\(a)")
    try career.expectDone(career.cvgit("set", "publications/a", "date=1844-05"))
    #expect(try career.scratch.text(a).contains("\r\ndate: 1844-05\r\n"))
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(career.path)/\(a)")
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }
}
