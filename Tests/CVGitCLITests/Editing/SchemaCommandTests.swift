import CVGitCLI
import Fixtures
import Foundation
import Testing

/// The files that `cvgit schema --write` writes for editors.
@Suite struct SchemaCommandTests {
  @Test(arguments: ["cv", "."])
  func `settings for Visual Studio Code name a schema for each file of the CV`(
    root: String
  ) throws {
    let scratch = try ScratchRepository()
    let prefix = root == "." ? "" : "cv/"
    try scratch.write(prefix + "profile.yaml", "name: Ada Lovelace\n")
    let run = scratch.cvgit("schema", "--write", "--root", root)
    #expect(run.output.hasSuffix("wrote .vscode/extensions.json\n"), "\(run.messages)")
    let settings = try json(".vscode/settings.json", scratch)
    let schemas = try #require(settings["yaml.schemas"] as? [String: String])
    #expect(schemas["./\(prefix).schema/publications.json"] == prefix + "publications/*.yaml")
    #expect(schemas["./\(prefix).schema/profile.json"] == prefix + "profile.yaml")
    for path in schemas.keys {
      #expect(FileManager.default.fileExists(atPath: scratch.path + path.dropFirst()), "\(path)")
    }
    let extensions = try json(".vscode/extensions.json", scratch)
    #expect(extensions["recommendations"] as? [String] == ["redhat.vscode-yaml"])
  }

  @Test func `a line that validate prints matches the pattern of the task`() throws {
    let scratch = try ScratchRepository()
    try scratch.write("cv/profile.yaml", "name: Ada Lovelace\nemial: ada@example.org\n")
    #expect(scratch.cvgit("schema", "--write").status == .done)
    let file = try json(".vscode/tasks.json", scratch)
    let task = try #require((file["tasks"] as? [[String: Any]])?.first)
    let matcher = try #require(task["problemMatcher"] as? [String: Any])
    let pattern = try #require(matcher["pattern"] as? [String: Any])
    let lines = scratch.cvgit("validate").lines
    let line = try #require(lines.first { $0.hasPrefix("cv/profile.yaml:") })
    let expression = try Regex(try #require(pattern["regexp"] as? String))
    let match = try #require(try expression.wholeMatch(in: line))
    func part(_ name: String) throws -> Substring? {
      let number = try #require(pattern[name] as? Int)
      return match.output[number].substring
    }
    #expect(try part("file") == "cv/profile.yaml")
    #expect(try part("line") == "2")
    #expect(try part("column") == "1")
    #expect(try part("severity") == "error")
  }

  @Test func `the author's own files are unchanged`() throws {
    let scratch = try ScratchRepository()
    try scratch.write("cv/profile.yaml", "name: Ada Lovelace\n")
    try scratch.write(".vscode/settings.json", "{}\n")
    let run = scratch.cvgit("schema", "--write")
    #expect(!run.output.contains("settings.json") && run.output.contains("tasks.json"))
    #expect(try scratch.text(".vscode/settings.json") == "{}\n")
    #expect(scratch.cvgit("schema", "--write").output.split(separator: "\n").count == 1)
  }

  private func json(
    _ path: String, _ scratch: borrowing ScratchRepository
  ) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(try scratch.text(path).utf8))
    return try #require(value as? [String: Any])
  }
}
