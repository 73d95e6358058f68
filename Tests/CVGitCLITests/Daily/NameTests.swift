import CVGitCLI
import Fixtures
import Foundation
import Testing

/// One way to name a kind or an entry, in every command.
@Suite struct NameTests {
  private func career() throws -> ScratchRepository {
    var scratch = try ScratchRepository()
    try scratch.commitCareer()
    try scratch.write("cv/awards/medal.yaml", "title: Medal\ndate: 1844\n")
    try scratch.write("cv/presentations/medal.yaml", "title: Talk\ndate: 1844\nevent: BAAS\n")
    try scratch.commit("Medals")
    return scratch
  }

  private static let names = [
    "publications/notes", "publication/notes", "pub/notes", "notes",
    "cv/publications/notes.yaml", "./cv/publications/notes.yaml", "publications/notes.yaml",
  ]

  @Test(arguments: names)
  func `an entry is found by every command`(name: String) throws {
    let scratch = try career()
    #expect(scratch.cvgit("show", name).output.hasPrefix("Notes\npublications/notes\n"))
    #expect(scratch.cvgit("blame", name).output.hasPrefix("Notes\npublications/notes\n"))
    #expect(scratch.cvgit("log", name).output.hasPrefix("Notes\npublications/notes\n"))
    #expect(scratch.cvgit("diff", "v1..v2", name).verdict == "1 accepted")
    #expect(scratch.cvgit("diff", "v1..v2", "--", name).verdict == "1 accepted")
    #expect(scratch.cvgit("validate", name).output == "1 record is valid\n")
    #expect(scratch.cvgit("fmt", name).output == "1 record is formatted\n")
    let set = scratch.cvgit("set", name, "note=Words")
    #expect(set.output.hasPrefix("cv/publications/notes.yaml\n"), "\(set.messages)")
  }

  @Test(arguments: [
    ("cv", "publications/notes.yaml"), ("cv/publications", "notes.yaml"),
    ("cv/awards", "../publications/notes.yaml"),
  ])
  func `a path is relative to the current folder`(folder: String, name: String) throws {
    let scratch = try career()
    for command in ["show", "blame", "log"] {
      let run = scratch.cvgit("-C", folder, command, name)
      #expect(run.output.hasPrefix("Notes\npublications/notes\n"), "\(run.messages)")
    }
    #expect(scratch.cvgit("-C", folder, "validate", name).output == "1 record is valid\n")
  }

  @Test(arguments: ["publications", "publication", "publ", "cv/publications"])
  func `a kind is found in the plural, in the singular and by its beginning`(name: String) throws {
    let scratch = try career()
    #expect(scratch.cvgit("show", name).output.hasPrefix("Publications  1 publication\n"))
    #expect(scratch.cvgit("diff", "v1..v2", name).verdict == "1 accepted")
    #expect(scratch.cvgit("log", "-n1", "v2", name).output.contains("Under Review → Accepted"))
    #expect(scratch.cvgit("validate", name).output == "1 record is valid\n")
  }

  @Test func `a name that matches two says which`() throws {
    let scratch = try career()
    for command in [["show"], ["blame"], ["log"], ["diff"], ["set", "title=A"]] {
      let arguments = [command[0], "medal"] + command.dropFirst()
      let run = CVGitProgram.run(
        arguments, Surroundings(environment: scratch.environment, directory: scratch.path))
      expectUsageError(run, quoting: "\"medal\"")
      #expect(
        run.messages.hasSuffix("hint: write one of awards/medal, presentations/medal\n"))
    }
    let kind = scratch.cvgit("show", "pr")
    #expect(kind.messages.hasPrefix("error: \"pr\" matches several kinds\nhint: write one of"))
  }

  @Test func `a branch keeps its name`() throws {
    let scratch = try career()
    try scratch.git("branch", "pub", "v1")
    #expect(scratch.cvgit("diff", "pub..v2").verdict == "1 accepted")
    #expect(scratch.cvgit("diff", "pub").title.hasPrefix("pub ("))
    try scratch.git("branch", "notes", "v1")
    #expect(scratch.cvgit("diff", "notes").title.hasPrefix("notes ("))
  }

  @Test func `equal names are told apart by their IDs, and all on request`() throws {
    var scratch = try career()
    for id in ["a", "b"] { try scratch.write("cv/awards/\(id).yaml", "title: Prize\ndate: 1850\n") }
    try scratch.commit("Prizes")
    let run = scratch.cvgit("diff", "HEAD~1..HEAD")
    #expect(run.output.contains("+ Prize [awards/a]") && run.output.contains("+ Prize [awards/b]"))
    #expect(scratch.cvgit("log", "-1").output.contains("+ Prize [awards/a]"))
    #expect(!scratch.cvgit("diff", "v1..v2").output.contains("["))
    #expect(scratch.cvgit("diff", "v1..v2", "--ids").output.contains("Notes [publications/notes]"))
    #expect(scratch.cvgit("log", "--ids", "v1..v2").output.contains("Notes [publications/notes]"))
  }
}
