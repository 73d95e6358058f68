import CVModel
import Testing

/// No input makes a diff slow: it ends soon, or falls back and reports it.
struct HostileInputTests {
  /// Generous for a debug build on a busy machine; quadratic work on these sizes would take hours.
  private func expectSoon(
    _ kind: String, _ old: Fields, _ new: Fields, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let start = ContinuousClock.now
    let key = EntryKey(kind: kind, id: "a")
    let diff = CVDiff(
      from: CV(entries: [Entry(key: key, fields: old)]),
      to: CV(entries: [Entry(key: key, fields: new)]))
    #expect(!diff.isEmpty, sourceLocation: sourceLocation)
    #expect(start.duration(to: .now) < .seconds(60), sourceLocation: sourceLocation)
  }

  private func list(_ count: Int, _ text: (Int) -> String) -> Plain {
    .list((0..<count).map { .scalar(text($0)) })
  }

  @Test func `lists of 60,000 items`() {
    for name in ["highlights", "tags", "advisors"] {
      expectSoon(
        "education", ["area": "A", name: list(60_000) { "item\($0)" }],
        ["area": "A", name: list(60_000) { "item\(59_999 - $0)" }])
      expectSoon(
        "education", ["area": "A", name: list(60_000) { "old\($0)" }],
        ["area": "A", name: list(60_000) { "new\($0)" }])
    }
  }

  @Test func `elisions among 60,000 people`() {
    expectSoon(
      "publications", ["authors": list(40_000) { $0 % 2 == 0 ? "..." : "A B\($0)" }],
      ["authors": list(60_000) { "C D\($0)" }])
  }

  @Test func `200 items of thousands of words`() {
    let words = (0..<800).map { "w\($0 % 7)" }
    expectSoon(
      "education", ["highlights": list(200) { "\($0) " + words.joined(separator: " ") }],
      ["highlights": list(200) { "\($0) x " + words.reversed().joined(separator: " ") }])
  }

  @Test func `texts of hundreds of thousands of words`() {
    let old = (0..<150_000).map { "w\($0 % 1_000)" }
    expectSoon(
      "publications", ["title": .scalar(old.joined(separator: " "))],
      ["title": .scalar(old.reversed().joined(separator: " "))])
    let start = ContinuousClock.now
    #expect(
      !WordDiff(old.joined(separator: " "), old.reversed().joined(separator: " ")).segments.isEmpty)
    #expect(start.duration(to: .now) < .seconds(30))
  }

  @Test func `records of 30,000 fields`() {
    func fields(_ prefix: String) -> Fields {
      Fields((0..<30_000).map { ("\(prefix)\($0)", Plain.scalar("v")) })
    }
    expectSoon("media", fields("a"), fields("b"))
  }

  @Test func `mappings and sections of tens of thousands`() {
    func map(_ value: String) -> Plain {
      .map(
        Dictionary((0..<30_000).map { ("k\($0)", .scalar("https://\(value).org")) }) { first, _ in
          first
        })
    }
    expectSoon("media", ["links": map("a")], ["links": map("b")])
    func sections(_ count: Int, _ prefix: String) -> Plain {
      .list((0..<count).map { ["kind": .scalar("\(prefix)\($0)")] })
    }
    expectSoon("document", ["sections": sections(20_000, "a")], ["sections": sections(20_001, "a")])
    expectSoon("document", ["sections": sections(20_000, "a")], ["sections": sections(20_000, "b")])
  }

  @Test func `hundreds of entries with the same title`() {
    func papers(_ prefix: String) -> CV {
      CV(
        entries: (0..<400).map { index in
          entry(
            "publications/\(prefix)\(index)",
            Papers.lux.with(["volume": .scalar("\(prefix)\(index)")]).without("arxiv"))
        })
    }
    let start = ContinuousClock.now
    #expect(!CVDiff(from: papers("a"), to: papers("b")).changes.isEmpty)
    #expect(start.duration(to: .now) < .seconds(60))
  }
}
