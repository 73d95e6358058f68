import CVGitCLI
import CVModel
import Fixtures
import Foundation
import Testing

/// A golden file for each effect, with its output in every format.
@Suite struct EffectTests {
  @Test(arguments: EffectCase.fields + EffectCase.entries)
  func `an effect reads the same in every format`(effect: EffectCase) throws {
    let text = try effect.story()
    try expectGolden(text, "../Goldens/effects/\(effect.name).txt")
  }

  @Test func `every effect that a field can have is among them`() throws {
    var told: Set<String> = []
    for document in try EffectCase.documents() {
      told.formUnion(Self.effects(in: try JSONSerialization.jsonObject(with: document.json)))
    }
    let missing = Effect.allCases.map(\.rawValue).filter { !told.contains($0) }
    #expect(missing.isEmpty)
  }

  /// The values of all `effect` keys.
  private static func effects(in json: Any) -> Set<String> {
    if let items = json as? [Any] { return Set(items.flatMap(effects)) }
    guard let pairs = json as? [String: Any] else { return [] }
    let own = (pairs["effect"] as? String).map { [$0] } ?? []
    return Set(own + pairs.values.flatMap(effects))
  }

  @Test func `a list that is too long to pair is marked`() throws {
    let items = (0..<201).map { "  - Item number \($0) of the old list." }
    let others = (0..<201).map { "  - Item number \($0) of the new list." }
    let effect = EffectCase.position(
      "long", "highlights:\n" + items.joined(separator: "\n"),
      "highlights:\n" + others.joined(separator: "\n"))
    let run = try effect.run([])
    #expect(run.output.contains("(too long to pair its items)"))
    #expect(run.output.contains("+ Item number 200 of the new list."))
    #expect(run.output.contains("- Item number 200 of the old list."))
  }
}

extension EffectCase {
  /// The JSON of every golden file.
  static func documents() throws -> [(name: String, json: Data)] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Goldens/effects")
    return try (fields + entries).map { effect in
      let text = try String(
        contentsOf: folder.appendingPathComponent(effect.name + ".txt"), encoding: .utf8)
      let json = text.components(separatedBy: "$ cvgit diff --format json\n").last ?? ""
      let end = json.range(of: "\n}\n")?.upperBound ?? json.endIndex
      return (effect.name, Data(json[..<end].utf8))
    }
  }

  /// Runs a diff from the state before to the work tree.
  func run(_ options: [String]) throws -> CVGitProgram.Run {
    var repository = try ScratchRepository()
    try prepare(&repository)
    return CVGitProgram.run(
      ["diff"] + options,
      Surroundings(environment: repository.environment, directory: repository.path))
  }

  private func prepare(_ repository: inout ScratchRepository) throws {
    for (path, text) in before { try repository.write("cv/" + path, text) }
    if before.isEmpty { try repository.write("cv/interests/maths.yaml", "name: Mathematics\n") }
    try repository.commit("Before")
    for path in before.keys where after[path] == nil { try repository.remove("cv/" + path) }
    for (path, text) in after { try repository.write("cv/" + path, text) }
  }

  /// Both states and the program's outputs, as shown in a golden file.
  fileprivate func story() throws -> String {
    var repository = try ScratchRepository()
    try prepare(&repository)
    var story = ""
    for (label, files) in [("before", before), ("after", after)] {
      for (path, text) in files.sorted(by: { $0.key < $1.key }) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        story += "\(label): cv/\(path)\n" + lines.map { "    \($0)\n" }.joined()
      }
    }
    let forms = [
      [], ["--only", "all"], ["--stat"], ["--format", "markdown"], ["--format", "json"],
    ]
    for options in forms {
      let run = CVGitProgram.run(
        ["diff"] + options,
        Surroundings(environment: repository.environment, directory: repository.path))
      #expect(run.messages.isEmpty)
      story += "\n$ cvgit \((["diff"] + options).joined(separator: " "))\n" + run.output
      if run.status != .done { story += "(exit status \(run.status.rawValue))\n" }
    }
    return story
  }
}
