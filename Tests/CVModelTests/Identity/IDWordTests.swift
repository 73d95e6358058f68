import CVModel
import Testing

/// Matching by words of the ID: typical histories, and works that must stay different.
struct IDWordTests {
  private static let authors: Plain = [
    "Avik Pal", "Ann Lee", "Bob Ray", "Cid Kim", "Dan Fox",
  ]

  private static let preprint: Fields = [
    "title": "Rotten Cabbages in a Field", "type": "preprint", "status": "Submitted",
    "authors": authors, "date": "2023", "arxiv": "2301.00001",
  ]

  private static let article: Fields = [
    "title": "Zinc Foxtrot, Explained", "type": "journal", "status": "Published",
    "authors": authors, "date": "2024", "venue": "Journal of Open Source Software",
    "doi": "10.1145/3377811.3380366",
  ]

  private func isPaired(
    _ old: String, _ new: String, _ before: Fields = preprint, _ after: Fields = article,
    among others: [String] = [], added: [String] = []
  ) -> Bool {
    let unchanged = others.map { entry("publications/\($0)", ["title": .scalar($0)]) }
    let more = added.map { entry("publications/\($0)", ["title": .scalar("More \($0)")]) }
    let lines = story(
      [entry("publications/\(old)", before)] + unchanged,
      [entry("publications/\(new)", after)] + unchanged + more)
    let back = story(
      [entry("publications/\(new)", after)] + unchanged + more,
      [entry("publications/\(old)", before)] + unchanged)
    let isThere = lines.contains { $0.contains("/\(old) → publications/\(new) by id-word") }
    #expect(isThere == back.contains { $0.contains("/\(new) → publications/\(old) by id-word") })
    return isThere
  }

  @Test(arguments: [
    ("preprint-bsp3", "2022-11-bsp3"), ("preprint-aanri", "2024-05-aanri"),
    ("2023-arxiv-mfxplainer", "joss-mfxplainer-2024"), ("mfxplainer", "mfxplainer-2024"),
  ])
  func `a paper that keeps a word of its ID is the same paper`(_ old: String, _ new: String) {
    #expect(isPaired(old, new))
  }

  @Test(arguments: [
    ("preprint-2023", "journal-2023"), ("2023-may", "may-2024"), ("joss-1", "joss-2"),
    ("joss2023", "joss2023-b"), ("pal-a", "pal-b"), ("the-one", "the-other"),
    ("spring-x", "spring-y"), ("publication-x", "publication-y"), ("x-2", "y-2"),
    ("software-x", "software-y"), ("published-x", "published-y"), ("alpha-x", "beta-y"),
  ])
  func `a year, month, venue, kind or author in both IDs does not count`(
    _ old: String, _ new: String
  ) {
    #expect(!isPaired(old, new))
  }

  @Test func `a word that another ID has does not count`() {
    #expect(isPaired("lux-a", "lux-b", among: ["reactant-a"]))
    #expect(!isPaired("lux-a", "lux-b", among: ["lux-c"]))
    #expect(!isPaired("lux-a", "lux-b", added: ["lux-c"]))
  }

  @Test func `two words that match two papers match neither`() {
    let (old, new) = (Self.preprint, Self.article)
    let lines = story(
      [entry("publications/lux-reactant", old)],
      [
        entry("publications/lux", new),
        entry("publications/reactant", new.with(["title": "Another Story"])),
      ])
    #expect(lines.count == 3)
  }

  @Test func `four fifths of at least three authors must agree`() {
    #expect(isPaired("p-lux", "lux", after(["Avik Pal", "Ann Lee", "Bob Ray", "Cid Kim"])))
    #expect(isPaired("p-lux", "lux", after(["A. Pal", "A. Lee", "B. Ray", "C. Kim", "Eve Ott"])))
    #expect(!isPaired("p-lux", "lux", after(["Avik Pal", "Ann Lee", "Bob Ray"])))
    #expect(isPaired("p-lux", "lux", after(["Avik Pal", "Ann Lee", "...", "Dan Fox"])))
    #expect(!isPaired("p-lux", "lux", after(["Avik Pal", "..."])))
    let two: Fields = ["authors": ["Avik Pal", "Ann Lee"]]
    #expect(!isPaired("p-lux", "lux", Self.preprint.with(two), Self.article.with(two)))
  }

  private func isPaired(_ old: String, _ new: String, _ after: Fields) -> Bool {
    isPaired(old, new, Self.preprint, after)
  }

  private func after(_ names: [Plain]) -> Fields { Self.article.with(["authors": .list(names)]) }

  @Test func `an identifier may distinguish two works`() {
    func isPaired(_ before: Fields, _ after: Fields) -> Bool {
      self.isPaired(
        "p-lux", "lux", Self.preprint.without("arxiv").with(before),
        Self.article.without("doi").with(after))
    }
    #expect(!isPaired(["arxiv": "2301.00001"], ["arxiv": "2401.00002"]))
    #expect(!isPaired(["doi": "10.1145/1", "type": "journal"], ["doi": "10.1145/2"]))
    #expect(isPaired(["doi": "10.48550/arXiv.2301.00001"], ["doi": "10.1145/2"]))
    #expect(isPaired(["doi": "10.1101/2023.01.01.1", "type": "other"], ["doi": "10.1145/2"]))
    #expect(isPaired(["doi": "10.1145/1"], ["doi": "10.1145/2"]))
    #expect(!isPaired(["pmid": "1", "type": "journal"], ["pmid": "2"]))
  }

  @Test func `talks and positions are never matched by their IDs`() {
    func talk(_ id: String, _ title: String, _ date: String) -> Entry {
      entry(
        "presentations/\(id)",
        [
          "title": .scalar(title), "event": ["JuliaCon"], "date": .scalar(date),
          "presenters": Self.authors,
        ])
    }
    #expect(
      story([talk("lux-a", "Rotten Cabbages", "2020")], [talk("lux-b", "Zinc Foxtrot", "2024")])
        == ["- presentations/lux-a", "+ presentations/lux-b"])
  }

  @Test func `3,000 removed and 3,000 added papers are compared in time`() {
    func papers(_ prefix: String, _ fields: Fields) -> CV {
      CV(
        entries: (0..<3_000).map { index in
          entry(
            "publications/\(prefix)-common-p\(index)-shared",
            fields.with(["title": .scalar("\(prefix)\(index)")]).without("arxiv", "doi"))
        })
    }
    let start = ContinuousClock.now
    let changes = CVDiff(from: papers("a", Self.preprint), to: papers("b", Self.article)).changes
    #expect(changes.count == 3_000 && changes.allSatisfy { $0.matchedBy == .idWord })
    #expect(start.duration(to: .now) < .seconds(60))
  }
}
