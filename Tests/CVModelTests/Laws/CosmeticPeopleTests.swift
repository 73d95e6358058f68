import CVModel
import Testing

/// A change of people is cosmetic only if the same people stay in the same order.
struct CosmeticPeopleTests {
  private func change(_ old: [Plain], _ new: [Plain]) throws -> FieldChange {
    try fieldChange(
      "publications", ["title": "A", "authors": .list(old)], ["title": "A", "authors": .list(new)])
  }

  @Test func `a first author who moves and is respelled at once is shown`() throws {
    let change = try change(
      ["Jane Doe", "John Smith", "Ann A"], ["J. Smith", "Jane Doe", "Ann A"])
    #expect(change.words == "reordered detail")
    #expect(change.itemWords == ["moved 1→0 John Smith J. Smith"])
  }

  @Test func `all authors are reversed and respelled`() throws {
    let change = try change(
      ["Jane Doe", "John Smith", "Ann Lee"], ["A. Lee", "J. Smith", "J. Doe"])
    #expect(change.significance == .detail)
    #expect(change.itemWords.count { $0.hasPrefix("moved") } == 2)
  }

  @Test func `respelled authors stay cosmetic`() throws {
    let change = try change(
      ["Jane Doe", "John Smith", "Ann Lee"], ["J. Doe", "John Smith", "Lee, Ann"])
    #expect(change.words == "respelled cosmetic")
  }

  /// A person of a generated list: no two have the same family name and initial.
  private struct Author {
    let given: [String]
    let family: String

    static let all = [
      ("Mathew C.", "Jones"), ("Mary", "Smith"), ("John", "Smith"), ("José", "García"),
      ("Jean-Pierre", "Serre"), ("Anna Karenina", "Lee"), ("Ludwig", "van Beethoven"),
      ("Łukasz", "Kaiser"), ("Per-Olof", "Persson"), ("Emmy", "Noether"), ("Bruce", "Lee"),
    ].map { Author(given: $0.0.split(separator: " ").map(String.init), family: $0.1) }

    /// The name in one of its spellings.
    func spelled(_ random: inout SplitMix64) -> Plain {
      let initials = given.map { "\($0.prefix(1))." }
      let name =
        switch random.below(6) {
        case 0: "\(initials.joined(separator: " ")) \(family)"
        case 1: "\(family), \(given.joined(separator: " "))"
        case 2: "\(given[0]) \(family)"
        case 3: "\(family), \(initials[0])"
        default: "\(given.joined(separator: " ")) \(family)"
        }
      return random.percent(10) ? ["name": .scalar(name)] : .scalar(name)
    }
  }

  @Test func `a cosmetic change keeps the same people in the same order`() throws {
    var random = SplitMix64(seed: 19)
    var counts: [Bool: Int] = [:]
    for round in 0..<4_000 {
      let old = Array(random.shuffled(Array(Author.all.indices)).prefix(random.int(1...7)))
      var new = old
      for _ in 0..<random.below(3) {
        switch random.below(4) {
        case 0: new = random.shuffled(new)
        case 1: new.swapAt(random.below(new.count), random.below(new.count))
        case 2 where new.count > 1: new.remove(at: random.below(new.count))
        default: new.insert(random.below(Author.all.count), at: random.below(new.count + 1))
        }
      }
      let before = old.map { Author.all[$0].spelled(&random) }
      let after = new.map { Author.all[$0].spelled(&random) }
      guard before != after else { continue }
      let change = try change(before, after)
      let isCosmetic = change.significance == .cosmetic
      if isCosmetic { #expect(old == new, "round \(round): \(before) → \(after)") }
      // If the people stay, only their spelling changes; a name given as a mapping is edited.
      let isPlain = (before + after).allSatisfy { $0.text != nil }
      if old == new, isPlain { #expect(isCosmetic, "round \(round): \(before) → \(after)") }
      counts[isCosmetic, default: 0] += 1
    }
    #expect(counts[true, default: 0] > 500 && counts[false, default: 0] > 500)
  }
}
