import CVGitCLI
import Fixtures
import Foundation
import Testing

/// `cvgit edit`, with a script as the editor.
@Suite struct EditTests {
  private func edit(
    _ name: String, _ script: String, in scratch: borrowing ScratchRepository, answers: String = ""
  ) throws -> ProcessRun {
    let environment = scratch.environment.merging(["GIT_EDITOR": script]) { $1 }
    return try ProcessRun.run(
      BuiltProgram.path, ["edit", name], in: scratch.path, environment: environment,
      input: Data(answers.utf8))
  }

  private func career() throws -> ScratchRepository {
    var scratch = try ScratchRepository()
    try scratch.commitCareer()
    return scratch
  }

  @Test func `what was written is checked and shown`() throws {
    let scratch = try career()
    let run = try edit("notes", "sed -i.bak s/Published/Retracted/", in: scratch)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("cv/publications/notes.yaml\n"))
    #expect(run.output.contains("Published → Retracted"))
    #expect(try scratch.text("cv/publications/notes.yaml").contains("status: Retracted"))
    #expect(try edit("notes", "true", in: scratch).output.hasSuffix(": nothing to change\n"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/.git/CVGIT_EDIT.yaml"))
  }

  @Test func `an error is offered again in comments, and nothing is lost`() throws {
    let scratch = try career()
    let before = try scratch.text("cv/publications/notes.yaml")
    let refused = try edit("notes", "sed -i.bak s/Published/Publshed/", in: scratch)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("unknown status \"Publshed\""))
    #expect(refused.errors.contains("nothing was written; the draft is kept in"))
    #expect(try scratch.text("cv/publications/notes.yaml") == before)
    #expect(try scratch.text(".git/CVGIT_EDIT.yaml").contains("status: Publshed"))
    let script = scratch.outside("editor")
    try Data(
      """
      #!/bin/sh
      if grep -q '^# cvgit: .*unknown status' "$1"; then sed -i.bak s/Publshed/Retracted/ "$1"
      else sed -i.bak s/Published/Publshed/ "$1"; fi

      """.utf8
    ).write(to: URL(fileURLWithPath: script))
    let second = try edit("notes", "sh \(script)", in: scratch, answers: "y\n")
    #expect(second.status == 0, "\(second.errors)")
    let text = try scratch.text("cv/publications/notes.yaml")
    #expect(text == before.replacingOccurrences(of: "Published", with: "Retracted"))
    #expect(try scratch.text(".git/CVGIT_EDIT.yaml.old").contains("Publshed"))
  }
}
