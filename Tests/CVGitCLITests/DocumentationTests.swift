import CVGitCLI
import CVModel
import Fixtures
import Foundation
import Testing

/// Checks `docs/cli.md` and `docs/diff-format.md` against the program. `CVGIT_RECORD_GOLDEN=1`
/// rewrites them, and fails.
@Suite struct DocumentationTests {
  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: DemoHistory.packagePath + "/" + path, encoding: .utf8)
  }

  @Test func `the manual contains the help of every command`() throws {
    let top = try #require(
      try Self.text("docs/cli.md").components(separatedBy: "## Commands\n").first)
    let pages = CVGitProgram.manual.map { page in
      let help = page.help.split(separator: "\n", omittingEmptySubsequences: false)
        .map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
      return "\n### \(page.command)\n\n```\n\(help.trimmingCharacters(in: .newlines))\n```\n"
    }
    let text = top + "## Commands\n" + pages.joined()
    try expectGolden(text, "../../docs/cli.md")
  }

  @Test func `every command of the examples in the help can be run`() throws {
    let demo = try DemoHistory.path()
    for page in CVGitProgram.manual where ["cvgit diff", "cvgit validate"].contains(page.command) {
      for line in page.help.split(separator: "\n") where line.hasPrefix("  cvgit ") {
        let words = line.split(separator: " ").dropFirst().map(String.init)
        let run = cvgit(words, in: demo)
        #expect(run.status == .done, "\(line): \(run.messages)")
      }
    }
  }

  @Test func `the example of the format is what the program prints`() throws {
    let effect = try #require(EffectCase.fields.first { $0.name == "status-forward" })
    let parts = try Self.text("docs/diff-format.md").components(separatedBy: "```json\n")
    try #require(parts.count == 2)
    let rest = try #require(parts[1].range(of: "```\n"))
    let json = try effect.run(["--format", "json"]).output
    try expectGolden(
      parts[0] + "```json\n" + json + parts[1][rest.lowerBound...], "../../docs/diff-format.md")
  }

  @Test func `every effect and every rung is explained`() throws {
    let text = try Self.text("docs/diff-format.md")
    for effect in Effect.allCases { #expect(text.contains("`\(effect.rawValue)`")) }
    for rung in Rung.allCases { #expect(text.contains("`\(rung.rawValue)`")) }
    for significance in Significance.allCases {
      #expect(text.contains("`\(significance.rawValue)`"))
    }
  }

  @Test func `every key of the schema is explained`() throws {
    let text = try Self.text("docs/diff-format.md")
    let schema = try JSONSerialization.jsonObject(
      with: Data(try Self.text("docs/schemas/cvgit-diff-1.schema.json").utf8))
    let keys = Self.propertyNames(schema)
    #expect(keys.count > 25)
    for key in keys.sorted() { #expect(text.contains("`\(key)`"), "\(key)") }
  }

  private static func propertyNames(_ schema: Any) -> Set<String> {
    if let items = schema as? [Any] { return Set(items.flatMap(propertyNames)) }
    guard let pairs = schema as? [String: Any] else { return [] }
    let own = (pairs["properties"] as? [String: Any])?.keys.map { $0 } ?? []
    return Set(own + pairs.values.flatMap(propertyNames))
  }
}

/// Checks the published schemas with an independent validator.
@Suite(.enabled(if: OraclePython.programs != nil, "no Python for the oracles"))
struct SchemaTests {
  /// Prints a schema's errors for documents; the schema itself is checked against its meta-schema.
  private static let script = """
    import json, sys
    from jsonschema import Draft202012Validator
    given = json.load(sys.stdin)
    Draft202012Validator.check_schema(given["schema"])
    validator = Draft202012Validator(given["schema"])
    for name, document in sorted(given["documents"].items()):
        for error in validator.iter_errors(document):
            print(name, error.json_path, error.message[:200])
    """

  private static func complaints(
    _ schema: String, _ documents: [String: Data]
  ) throws -> String {
    let path = DemoHistory.packagePath + "/docs/schemas/" + schema
    let given: [String: Any] = [
      "schema": try JSONSerialization.jsonObject(
        with: Data(contentsOf: URL(fileURLWithPath: path))),
      "documents": try documents.mapValues { try JSONSerialization.jsonObject(with: $0) },
    ]
    let input = String(decoding: try JSONSerialization.data(withJSONObject: given), as: UTF8.self)
    let run = try #require(try OraclePython.run(script: script, input: input))
    try #require(run.status == 0, "\(run.errors)")
    return run.output
  }

  @Test func `every diff fits its schema`() throws {
    var documents = Dictionary(
      uniqueKeysWithValues: try EffectCase.documents().map { ($0.name, $0.json) })
    for range in ["v2021..v2022", "v2022..v2023", "v2023..HEAD", "1970-01-01..HEAD", "HEAD..v2021"]
    {
      let run = cvgit(["diff", range, "--format", "json"], in: try DemoHistory.path())
      documents[range] = Data(run.output.utf8)
    }
    #expect(documents.count > 90)
    #expect(try Self.complaints("cvgit-diff-1.schema.json", documents) == "")
  }

  @Test func `all findings fit their schema`() throws {
    let repository = try ScratchRepository()
    try repository.write("cv/profile.yaml", "name: Ada\nemial: a\n")
    try repository.write("cv/awards/medal.yml", "title: Medal\n")
    try repository.write("cv/awards/prize.yaml", "title: [\n")
    let findings = repository.cvgit("validate", "--format", "json").output
    let valid = cvgit(["validate", "--format", "json"], in: try DemoHistory.path()).output
    let documents = ["findings": Data(findings.utf8), "valid": Data(valid.utf8)]
    #expect(try Self.complaints("cvgit-findings-1.schema.json", documents) == "")
  }

  @Test(arguments: [
    ("\"count\" : 1", "\"count\" : \"1\""), ("\"effect\" : \"forward\"", "\"effect\" : \"onward\""),
    ("\"kind\" : \"publications\"", "\"kind\" : \"publications\", \"kinds\" : 1"),
    ("\"change\" : \"modified\"", "\"change\" : \"added\""),
    ("\"format\" : \"cvgit-diff/1\"", "\"format\" : \"cvgit-diff/2\""),
  ])
  func `a schema rejects anything but a diff`(part: String, other: String) throws {
    let json = try #require(
      try EffectCase.documents().first { $0.name == "status-forward" }?.json)
    let text = String(decoding: json, as: UTF8.self)
    let broken = text.replacingOccurrences(of: part, with: other)
    try #require(text != broken)
    let documents = ["broken": Data(broken.utf8)]
    #expect(try Self.complaints("cvgit-diff-1.schema.json", documents) != "")
  }
}
