import CVGitCLI
import Fixtures
import Foundation
import Testing

/// Random histories of one entry after another: what was private when it was last seen is in no changelog.
///
/// `CVGIT_LONG=1` makes over 10,000 checks; a run without it makes some hundred.
@Suite struct PrivateHistoryTests {
  private struct Life {
    let name: String
    var path: String
    /// The values that nobody may see: those of a private time.
    var secrets: [String] = []
    var isPrivate = false
    var isBroken = false
    var isGone = false
    var isHiddenForGood: Bool { isPrivate }
  }

  private static let formats = ["markdown", "json", "atom"]

  @Test func `what was private when it was last seen is in no range`() throws {
    let isLong = ProcessInfo.processInfo.environment["CVGIT_LONG"] == "1"
    var checks = 0
    for seed in 0..<(isLong ? 220 : 8) {
      var random = SeededGenerator(seed: UInt64(seed))
      var scratch = try ScratchRepository()
      try scratch.write("cv/cv.yaml", "sections: [{kind: awards}, {kind: talks}]\n")
      try scratch.write(
        "cv/profile.yaml", "name: Ada Lovelace\nurl: https://example.org\nemail: ada@example.org\n")
      try scratch.commit("start")
      try scratch.git("tag", "v0")
      var lives: [Life] = []
      var tags = ["v0"]
      for step in 1...9 {
        try act(&lives, &scratch, &random, step: step, seed: seed)
        try scratch.commit("c\(step)")
        if Int.random(in: 0..<3, using: &random) == 0 {
          try scratch.git("tag", "v\(step)")
          tags.append("v\(step)")
        }
      }
      for range in [nil] + zip(tags, tags.dropFirst()).map({ "\($0)..\($1)" }) {
        let format = Self.formats.randomElement(using: &random) ?? "json"
        let run = CVGitProgram.run(
          ["changelog", "--format", format] + (range.map { [$0] } ?? []),
          Surroundings(environment: scratch.environment, directory: scratch.path))
        for life in lives {
          let hidden = life.secrets + (life.isHiddenForGood ? [life.name] : [])
          for word in hidden {
            #expect(
              !run.output.contains(word),
              "seed \(seed), \(range ?? "all"), \(format): \(word) of \(life)\n\(run.output)")
            checks += 1
          }
        }
      }
    }
    #expect(checks >= (isLong ? 10_000 : 60), "\(checks) checks")
  }

  private func act(
    _ lives: inout [Life], _ scratch: inout ScratchRepository, _ random: inout SeededGenerator,
    step: Int, seed: Int
  ) throws {
    let living = lives.indices.filter { !lives[$0].isGone }
    guard let index = living.randomElement(using: &random),
      Int.random(in: 0..<4, using: &random) > 0
    else {
      var life = Life(name: "SECRETX\(seed)N\(step)", path: "cv/awards/e\(step).yaml")
      life.isPrivate = Bool.random(using: &random)
      try write(&life, scratch, step)
      lives.append(life)
      return
    }
    var life = lives[index]
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      try scratch.remove(life.path)
      life.isGone = true
    case 1:
      try scratch.remove(life.path)
      life.path = "cv/awards/r\(step).yaml"
      try write(&life, scratch, step)
    case 2:
      try scratch.remove(life.path)
      life.path =
        life.path.contains("/talks/") ? "cv/awards/m\(step).yaml" : "cv/talks/m\(step).yaml"
      try write(&life, scratch, step)
    case 3:
      let hint = life.isPrivate ? "visibility: private\n" : ""
      try scratch.write(life.path, "title: [\(life.name)\n\(hint)")
      life.isBroken = true
    default:
      life.isPrivate.toggle()
      try write(&life, scratch, step)
    }
    lives[index] = life
  }

  private func write(
    _ life: inout Life, _ scratch: borrowing ScratchRepository, _ step: Int
  ) throws {
    var text = "title: \(life.name) of the Society for Numbers and Engines\ndate: 2020\n"
    if life.isPrivate {
      let secret = "EARLIERX\(life.name)S\(step)"
      life.secrets.append(secret)
      text += "note: \(secret)\nvisibility: private\n"
    }
    life.isBroken = false
    try scratch.write(life.path, text)
  }
}
