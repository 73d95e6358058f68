import CVGitCLI
import Fixtures
import Foundation
import Testing

/// Random histories of entries and their notes: what was private when it was last seen is in no
/// range.
///
/// `CVGIT_LONG=1` runs more than 10,000 checks; the default is a few hundred.
@Suite struct PrivateHistoryTests {
  private static let isLong = ProcessInfo.processInfo.environment["CVGIT_LONG"] == "1"

  /// What an entry was and is.
  private struct Life {
    let name: String
    /// Its file's name without an extension, or its key in a source.
    var place: String
    var kind = "awards"
    /// The values that nobody may see: those of a private time.
    var secrets: [String] = []
    /// The notes that everybody could see when they were written.
    var notes: [String] = []
    var isPrivate = false
    /// True if the note was private when it was last seen.
    var isNotePrivate = false
    var isGone = false

    var path: String { "cv/\(kind)/\(place).yaml" }

    /// The words that no output for others may have.
    var hidden: [String] {
      secrets + (isPrivate || isNotePrivate ? notes : []) + (isPrivate ? [name] : [])
    }

    /// Writes new values: the fields of the entry, by name.
    mutating func fields(_ step: Int, _ random: inout SeededGenerator) -> [(String, String)] {
      var fields = [("title", "\(name) of the Society for Numbers and Engines"), ("date", "2020")]
      let note = "NOTEX\(name)S\(step)E"
      if isPrivate {
        secrets.append(note)
        isNotePrivate = true
        return fields + [("note", note), ("visibility", "private")]
      }
      switch Int.random(in: 0..<3, using: &random) {
      case 0:
        fields.append(("note", note))
        notes.append(note)
        isNotePrivate = false
      case 1:
        fields += [("note", note), ("private", "[note]")]
        secrets.append(note)
        isNotePrivate = true
      default: break
      }
      return fields
    }
  }

  /// Every range between two tags, up to HEAD, and all; each with a format at random.
  private func check(
    _ lives: [Life], _ tags: [String], in scratch: borrowing ScratchRepository,
    _ random: inout SeededGenerator, seed: Int
  ) -> Int {
    var checks = 0
    let ranges = zip(tags, tags.dropFirst()).map { "\($0)..\($1)" } + tags.map { "\($0)..HEAD" }
    let formats = ["markdown", "json", "atom"]
    for range in [nil] + ranges.map(Optional.some) {
      let format = formats.randomElement(using: &random) ?? "json"
      let run = self.run(["changelog", "--format", format] + (range.map { [$0] } ?? []), scratch)
      let diff = range.map { self.run(["diff", $0, "--format", "markdown"], scratch) }
      for life in lives {
        for word in life.hidden {
          #expect(
            !run.output.contains(word),
            "seed \(seed), changelog \(range ?? "all"), \(format): \(word) of \(life)\n\(run.output)"
          )
          #expect(
            !(diff?.output.contains(word) ?? false),
            "seed \(seed), diff \(range ?? ""): \(word) of \(life)\n\(diff?.output ?? "")")
          checks += diff == nil ? 1 : 2
        }
      }
    }
    return checks
  }

  private func run(
    _ arguments: [String], _ scratch: borrowing ScratchRepository
  ) -> CVGitProgram.Run {
    CVGitProgram.run(
      arguments, Surroundings(environment: scratch.environment, directory: scratch.path))
  }

  @Test func `what was private when it was last seen is in no range`() throws {
    var checks = 0
    for seed in 0..<(Self.isLong ? 260 : 8) {
      var random = SeededGenerator(seed: UInt64(seed))
      var scratch = try ScratchRepository()
      try begin(&scratch)
      var lives: [Life] = []
      var tags = ["v0"]
      for step in 1...10 {
        if step > 2, Int.random(in: 0..<5, using: &random) == 0 {
          try branch(&lives, &scratch, &random, step: step, seed: seed)
        } else {
          _ = try act(&lives, scratch, &random, step: step, seed: seed)
          try scratch.commit("c\(step)")
        }
        if Int.random(in: 0..<3, using: &random) == 0 {
          try scratch.git("tag", "v\(step)")
          tags.append("v\(step)")
        }
      }
      checks += check(lives, tags, in: scratch, &random, seed: seed)
    }
    #expect(checks >= (Self.isLong ? 10_000 : 60), "\(checks) checks")
    if Self.isLong { print("\(checks) checks of records") }
  }

  private func begin(_ scratch: inout ScratchRepository) throws {
    try scratch.write("cv/cv.yaml", "sections: [{kind: awards}, {kind: talks}]\n")
    try scratch.write(
      "cv/profile.yaml", "name: Ada Lovelace\nurl: https://example.org\nemail: ada@example.org\n")
    try scratch.commit("start")
    try scratch.git("tag", "v0")
  }

  /// Two entries that change on two lines, which are merged.
  private func branch(
    _ lives: inout [Life], _ scratch: inout ScratchRepository, _ random: inout SeededGenerator,
    step: Int, seed: Int
  ) throws {
    try scratch.git("checkout", "--quiet", "-b", "side\(step)")
    let changed = try act(&lives, scratch, &random, step: 100 + step, seed: seed)
    try scratch.commit("s\(step)")
    try scratch.git("checkout", "--quiet", "main")
    _ = try act(&lives, scratch, &random, step: step, seed: seed, except: changed)
    try scratch.commit("c\(step)")
    try scratch.git(
      "merge", "--quiet", "--no-edit", "-s", "recursive", "-X", "no-renames", "side\(step)")
  }

  /// Changes one entry, and gives its place.
  private func act(
    _ lives: inout [Life], _ scratch: borrowing ScratchRepository,
    _ random: inout SeededGenerator, step: Int, seed: Int, except: Int? = nil
  ) throws -> Int {
    let living = lives.indices.filter { !lives[$0].isGone && $0 != except }
    guard let index = living.randomElement(using: &random),
      Int.random(in: 0..<4, using: &random) > 0
    else {
      var life = Life(name: "SECRETX\(seed)N\(step)X", place: "e\(step)")
      life.isPrivate = Bool.random(using: &random)
      try write(&life, scratch, step, &random)
      lives.append(life)
      return lives.count - 1
    }
    var life = lives[index]
    switch Int.random(in: 0..<7, using: &random) {
    case 0:
      try scratch.remove(life.path)
      life.isGone = true
    case 1, 2:
      try scratch.remove(life.path)
      life.place = "r\(step)"
      if Bool.random(using: &random) { life.isPrivate.toggle() }
      if Bool.random(using: &random) { life.kind = life.kind == "awards" ? "talks" : "awards" }
      try write(&life, scratch, step, &random)
    case 3:
      let hint = life.isPrivate ? "visibility: private\n" : ""
      try scratch.write(life.path, "title: [\(life.name)\n\(hint)")
    default:
      life.isPrivate.toggle()
      try write(&life, scratch, step, &random)
    }
    lives[index] = life
    return index
  }

  private func write(
    _ life: inout Life, _ scratch: borrowing ScratchRepository, _ step: Int,
    _ random: inout SeededGenerator
  ) throws {
    try scratch.write(
      life.path,
      life.fields(step, &random).map { "\($0): \($1)\n" }.joined())
  }

  // MARK: Sources

  @Test func `what was private in a source when it was last seen is in no range`() throws {
    var checks = 0
    for seed in 0..<(Self.isLong ? 60 : 3) {
      var random = SeededGenerator(seed: UInt64(seed))
      var scratch = try ScratchRepository()
      var lives: [Life] = []
      var texts: [String: String] = [:]
      var tags: [String] = []
      for step in 0...9 {
        actInSource(&lives, &texts, &random, step: step, seed: seed)
        let text = texts.sorted { $0.key < $1.key }.map(\.value).joined(separator: "\n")
        try scratch.write("papers.bib", Self.first + text)
        try scratch.commit("c\(step)")
        if step == 0 || Int.random(in: 0..<3, using: &random) == 0 {
          try scratch.git("tag", "v\(step)")
          tags.append("v\(step)")
        }
      }
      checks += check(lives, tags, in: scratch, &random, seed: seed)
    }
    #expect(checks >= (Self.isLong ? 1_000 : 20), "\(checks) checks")
    if Self.isLong { print("\(checks) checks of sources") }
  }

  private static let first =
    "@article{first, title = {A First Paper}, author = {Ada Lovelace}, year = 1840}\n"

  private func actInSource(
    _ lives: inout [Life], _ texts: inout [String: String], _ random: inout SeededGenerator,
    step: Int, seed: Int
  ) {
    let living = lives.indices.filter { !lives[$0].isGone }
    guard let index = living.randomElement(using: &random),
      Int.random(in: 0..<4, using: &random) > 0
    else {
      var life = Life(name: "SECRETX\(seed)N\(step)X", place: "e\(step)")
      life.isPrivate = Bool.random(using: &random)
      texts[life.place] = entry(&life, step, &random)
      lives.append(life)
      return
    }
    var life = lives[index]
    let text = texts.removeValue(forKey: life.place)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: life.isGone = true
    case 1, 2:
      life.place = "r\(step)"
      if Bool.random(using: &random) { life.isPrivate.toggle() }
      texts[life.place] = entry(&life, step, &random)
    case 3:
      // An entry without its end.
      texts[life.place] = text.map { String($0.dropLast(2)) }
    default:
      life.isPrivate.toggle()
      texts[life.place] = entry(&life, step, &random)
    }
    lives[index] = life
  }

  private func entry(
    _ life: inout Life, _ step: Int, _ random: inout SeededGenerator
  ) -> String {
    let fields = life.fields(step, &random).filter { $0.0 != "date" }.map { name, value in
      if name == "private" { return "private = {note}" }
      return name == "visibility" ? "keywords = {engines, private}" : "\(name) = {\(value)}"
    }
    return "@article{\(life.place),\n  author = {Ada Lovelace},\n  year = 2020,\n  "
      + fields.joined(separator: ",\n  ") + "\n}\n"
  }

  // MARK: Kinds of histories

  private func career() throws -> ScratchRepository {
    var scratch = try ScratchRepository()
    try begin(&scratch)
    return scratch
  }

  private func show(_ scratch: borrowing ScratchRepository, _ range: String) -> String {
    run(["changelog", range], scratch).output
      + run(["diff", range, "--format", "markdown"], scratch).output
  }

  @Test func `HEAD decides what is private now, in a range that ends before it`() throws {
    var scratch = try career()
    try scratch.write("cv/awards/a.yaml", "title: Canary\n")
    try scratch.commit("public")
    try scratch.git("tag", "v1")
    try scratch.write("cv/awards/a.yaml", "title: Canary\nvisibility: private\n")
    try scratch.commit("private")
    try scratch.remove("cv/awards/a.yaml")
    try scratch.commit("gone")
    #expect(!show(scratch, "v0..v1").contains("Canary"))
  }

  @Test func `an entry that is renamed while it cannot be read keeps its state`() throws {
    var scratch = try career()
    try scratch.write("cv/awards/a.yaml", "title: Canary\ndate: 2020\n")
    try scratch.commit("public")
    try scratch.git("tag", "v1")
    try scratch.write("cv/awards/a.yaml", "title: [Canary\n")
    try scratch.commit("broken")
    try scratch.remove("cv/awards/a.yaml")
    try scratch.write("cv/awards/b.yaml", "title: Canary\ndate: 2020\nvisibility: private\n")
    try scratch.commit("renamed")
    #expect(!show(scratch, "v0..v1").contains("Canary"))
    #expect(!run(["changelog"], scratch).output.contains("Canary"))
  }

  @Test func `a field that was removed while it was private is in no range`() throws {
    var scratch = try career()
    try scratch.write("cv/awards/a.yaml", "title: Prize\nnote: Canary\n")
    try scratch.commit("public")
    try scratch.git("tag", "v1")
    try scratch.write("cv/awards/a.yaml", "title: Prize\nnote: Canary\nprivate: [note]\n")
    try scratch.commit("private")
    try scratch.write("cv/awards/a.yaml", "title: Prize\n")
    try scratch.commit("gone")
    try scratch.git("tag", "v2")
    for range in ["v0..v1", "v1..v2", "v0..v2"] {
      #expect(!show(scratch, range).contains("Canary"), "\(range)")
    }
    #expect(show(scratch, "v0..v1").contains("Prize"))
  }

  @Test func `an entry that came back as a private one is in no range`() throws {
    var scratch = try career()
    try scratch.write("cv/awards/a.yaml", "title: Canary of the Society\ndate: 2020\n")
    try scratch.commit("public")
    try scratch.git("tag", "v1")
    try scratch.remove("cv/awards/a.yaml")
    try scratch.commit("gone")
    try scratch.write(
      "cv/awards/b.yaml", "title: Canary of the Society\ndate: 2020\nvisibility: private\n")
    try scratch.commit("back")
    #expect(!show(scratch, "v0..v1").contains("Canary"))
  }

  @Test func `what is private on one line of a merge is hidden`() throws {
    var scratch = try career()
    try scratch.write("cv/awards/a.yaml", "title: Canary\n")
    try scratch.commit("public")
    try scratch.git("tag", "v1")
    try scratch.git("checkout", "--quiet", "-b", "side")
    try scratch.write("cv/awards/a.yaml", "title: Canary\nvisibility: private\n")
    try scratch.commit("private")
    try scratch.git("checkout", "--quiet", "main")
    try scratch.remove("cv/awards/a.yaml")
    try scratch.commit("gone")
    try scratch.git("merge", "--quiet", "-s", "ours", "--no-edit", "side")
    #expect(!show(scratch, "v0..v1").contains("Canary"))
  }
}
