import CVModel
import CVRendering
import Fixtures
import Foundation
import Testing

/// Exports as other programs, and the schemas that others publish, read them.
struct ExportOracleTests {
  private static func cvs() throws -> [CV] {
    let hostile = try (0..<3).map { try HostileTests.cv(HostileTests.payloads, from: 11 * $0) }
    return [try SampleCV.own(), try SampleCV.complete()] + hostile
  }

  @Test func `CSL-JSON meets the schema of CSL`() throws {
    // Source: https://github.com/citation-style-language/schema, schemas/input/csl-data.json.
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let schema = try String(
      contentsOf: folder.appending(path: "CSLData.schema.json"), encoding: .utf8)
    let script = """
      import sys, json, jsonschema
      schema, *documents = sys.stdin.read().split("\\x00")
      validator = jsonschema.Draft7Validator(json.loads(schema))
      for document in documents:
          for error in validator.iter_errors(json.loads(document)):
              print(list(error.path), error.message)
      """
    let documents = try Self.cvs().map { try $0.rendered(.cslJSON) }
    let input = ([schema] + documents).joined(separator: "\0")
    guard let run = try OraclePython.run(script: script, input: input) else { return }
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "")
  }

  @Test func `RenderCV's YAML read by another program is what was written`() throws {
    let script = """
      import sys, json, yaml
      for part in sys.stdin.read().split("\\x00"):
          cv = yaml.safe_load(part)["cv"]
          def texts(value):
              if isinstance(value, dict):
                  for name, inner in value.items():
                      assert isinstance(name, str), name
                      yield from texts(inner)
              elif isinstance(value, list):
                  for inner in value:
                      yield from texts(inner)
              else:
                  yield value
          assert all(isinstance(text, str) for text in texts(cv))
          print(json.dumps({name: len(items) for name, items in cv["sections"].items()}))
      """
    let documents = try Self.cvs().map { try $0.rendered(.rendercv) }
    let run = try OraclePython.run(script: script, input: documents.joined(separator: "\0"))
    guard let run else { return }
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == documents.count)
    for (line, cv) in zip(lines, try Self.cvs()) {
      let counts = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Int])
      let entries = CVDocument(.everything(cv)).sections.flatMap(\.entries).count
      let summary = counts["Summary"] ?? 0
      #expect(counts.values.reduce(0, +) - summary == entries)
    }
  }

  @Test func `BibTeX is read by pybtex without a fault`() throws {
    let script = """
      import sys, pybtex.database, pybtex.errors
      pybtex.errors.set_strict_mode(True)
      for part in sys.stdin.read().split("\\x00"):
          data = pybtex.database.parse_string(part, "bibtex")
          people = [p for e in data.entries.values() for p in e.persons.get("author", [])]
          print(len(data.entries), all(p.last_names for p in people))
      """
    let cvs = [try SampleCV.own(), try SampleCV.complete()]
    let documents = try cvs.map { try $0.rendered(.bibtex) }
    let run = try OraclePython.run(script: script, input: documents.joined(separator: "\0"))
    guard let run else { return }
    #expect(run.status == 0, "\(run.errors)")
    let expected = cvs.map { "\($0.entries(of: "publications").count) True\n" }.joined()
    #expect(run.output == expected)
  }
}
