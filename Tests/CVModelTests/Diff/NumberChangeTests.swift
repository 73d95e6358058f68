import CVModel
import Testing

/// Changes of numbers have a difference, if possible.
struct NumberChangeTests {
  @Test(arguments: [
    ("stars", "400+", "550+", "increased detail +150"),
    ("stars", "550", "400", "decreased detail -150"),
    ("stars", "550", "550+", "changed detail"), ("stars", "1,700", "1700", "restated cosmetic"),
    ("stars", "1.2k", "1.5k", "increased detail +0.3k"), ("stars", "900", "1.2k", "changed detail"),
    ("stars", "many", "900", "changed detail"),
  ])
  func `a count changes`(_ field: String, _ old: String, _ new: String, _ words: String) throws {
    let change = try fieldChange(
      "software", ["name": "A", "stars": .scalar(old)], ["name": "A", "stars": .scalar(new)])
    #expect(change.words == words)
  }

  @Test(arguments: [
    ("4.8/5.0", "4.9/5.0", "increased detail +0.1"), ("4.9/5", "4.9 / 5.0", "restated cosmetic"),
    ("4.9/5.0", "9.8/10", "changed detail"), ("4.9", "4.9/5.0", "changed detail"),
    ("3.90/4.0", "3.9/4.0", "restated cosmetic"),
    ("Second Class Honours", "First Class Honours", "changed detail"),
    ("87%", "4.9/5.0", "changed detail"),
  ])
  func `a score changes`(_ old: String, _ new: String, _ words: String) throws {
    let change = try fieldChange(
      "education", ["area": "A", "score": .scalar(old)], ["area": "A", "score": .scalar(new)])
    #expect(change.words == words)
  }

  @Test func `the citations of a paper are counted`() throws {
    let change = try fieldChange(
      "publications", ["title": "A", "citations": "45"], ["title": "A", "citations": "50"])
    #expect(change.words == "increased detail +5")
  }

  @Test(arguments: [
    ("120000 USD", "130000 USD", "increased detail +10000"),
    ("120000 USD", "120000 EUR", "changed detail"),
    ("120,000 USD", "120000 USD", "restated cosmetic"),
    ("1.05 USD", "1 USD", "decreased detail -0.05"),
  ])
  func `an amount changes`(_ old: String, _ new: String, _ words: String) throws {
    let change = try fieldChange(
      "grants", ["title": "A", "amount": .scalar(old)], ["title": "A", "amount": .scalar(new)])
    #expect(change.words == words)
  }

  @Test func `numbers by year change year by year`() throws {
    let change = try fieldChange(
      "service", ["role": "R", "counts": ["2024": "6", "2025": "3", "2019": "1"]],
      ["role": "R", "counts": ["2024": "6", "2025": "5", "2026": "2"]])
    #expect(change.words == "changed detail")
    #expect(change.itemWords == ["removed 2019 1", "increased 2025 3 5 +2", "added 2026 2"])
  }

  @Test func `metrics change one by one`() throws {
    let change = try fieldChange(
      "profile", ["name": "A", "metrics": ["citations": "400+"]],
      ["name": "A", "metrics": ["citations": "550+"]])
    #expect(change.words == "increased detail")
    #expect(change.itemWords == ["increased citations 400+ 550+ +150"])
  }

  /// A count has no sign: such values are invalid, and compared as text.
  @Test(arguments: [("+5", "5"), ("+5", "+05"), ("-3", "3")])
  func `an invalid count is compared as text`(_ old: String, _ new: String) throws {
    let change = try fieldChange(
      "software", ["name": "A", "stars": .scalar(old)], ["name": "A", "stars": .scalar(new)])
    #expect(change.words == "changed detail")
  }

  @Test func `numbers too large to subtract have no difference`() throws {
    let change = try fieldChange(
      "education", ["area": "A", "score": "0.12345678901234"],
      ["area": "A", "score": "123456789012345"])
    #expect(change.words == "changed detail")
  }
}
