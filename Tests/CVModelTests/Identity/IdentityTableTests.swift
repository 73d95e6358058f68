import CVModel
import Testing

/// The table of which entries are the same, row by row.
struct IdentityTableTests {
  private let lux = entry("publications/a", Papers.lux)

  @Test func `another paper with the same ID is another paper`() {
    let other = entry("publications/a", Papers.solvers)
    #expect(story([lux], [other]) == ["+ publications/a", "- publications/a"])
    #expect(story([other], [lux]) == ["+ publications/a", "- publications/a"])
  }

  @Test func `the ID wins if anything else agrees`() {
    let sameYear = entry("publications/a", Papers.solvers.with(["date": "2022"]))
    #expect(
      story([lux], [sameYear])
        == [
          "publications/a by id: title type authors date venue doi arxiv"
        ].map { $0.replacing(" date", with: "") })
  }

  @Test func `three features on both sides are needed to reject an ID`() {
    let old = entry("publications/a", ["title": "One Thing", "date": "2020"])
    let new = entry("publications/a", ["title": "Quite Another", "date": "2024"])
    #expect(story([old], [new]) == ["publications/a by id: title date"])
  }

  @Test func `swapped IDs follow their contents`() {
    let solvers = entry("publications/b", Papers.solvers)
    #expect(
      story(
        [lux, solvers],
        [entry("publications/a", Papers.solvers), entry("publications/b", Papers.lux)])
        == [
          "publications/b → publications/a by identifier",
          "publications/a → publications/b by identifier",
        ])
    let (one, two) = (Papers.lux.without("arxiv"), Papers.kan)
    #expect(
      story(
        [entry("publications/a", one), entry("publications/b", two)],
        [entry("publications/a", two), entry("publications/b", one)])
        == [
          "publications/b → publications/a by content",
          "publications/a → publications/b by content",
        ])
  }

  @Test func `rotated keys follow their entries`() {
    let (one, two) = (Papers.lux.without("arxiv"), Papers.kan)
    let old = [entry("publications/a", one), entry("publications/b", two)]
    let new = [entry("publications/b", one), entry("publications/c", two)]
    #expect(
      story(old, new) == [
        "publications/a → publications/b by content",
        "publications/b → publications/c by content",
      ])
    #expect(
      story(new, old) == [
        "publications/b → publications/a by content",
        "publications/c → publications/b by content",
      ])
  }

  @Test func `a copy is added and the edited original modified`() {
    let edited = entry("publications/a", Papers.lux.with(["note": "Oral"]))
    let copy = entry("publications/b", Papers.lux)
    #expect(story([lux], [edited, copy]) == ["publications/a by id: note", "+ publications/b"])
    #expect(story([edited, copy], [lux]) == ["publications/a by id: note", "- publications/b"])
  }

  @Test func `a corrected DOI is one field change`() {
    let old = entry("publications/a", Papers.solvers)
    let new = entry("publications/a", Papers.solvers.with(["doi": "10.1145/3377811.3380367"]))
    #expect(story([old], [new]) == ["publications/a by id: doi"])
  }

  @Test func `a preprint in a journal is a field change, not a move`() {
    let new = entry("publications/a", Papers.lux.with(["type": "journal"]))
    #expect(story([lux], [new]) == ["publications/a by id: type"])
  }

  @Test func `a move between kinds carries its fields by name`() {
    let old = entry(
      "projects/x",
      [
        "name": "Lux", "summary": "A library.", "repository": "https://a.org/lux",
        "organization": "MIT",
      ])
    let new = entry(
      "software/x",
      ["name": "Lux", "summary": "A library.", "repository": "https://a.org/lux", "license": "MIT"])
    #expect(
      story([old], [new]) == ["projects/x → software/x by move: license organization"])
    #expect(
      story([new], [old]) == ["software/x → projects/x by move: organization license"])
  }

  @Test func `a preprint with a new file, title, venue and status is the same paper`() {
    let new = entry(
      "publications/2024-icml-lux",
      [
        "title": "Lux.jl: Explicit Deep Networks in Julia", "type": "conference",
        "status": "Accepted", "authors": ["Avik Pal", "Alan Edelman"], "date": "2024",
        "venue": "ICML",
      ])
    #expect(
      story([lux], [new]) == [
        "publications/a → publications/2024-icml-lux by similarity: title type status date venue arxiv"
      ])
  }

  @Test func `of a paper split in two, the better match continues`() {
    let part = entry(
      "publications/b",
      Papers.lux.with([
        "title": "Lux.jl: Explicit Parameterization of Networks", "arxiv": "2301.00001",
      ]))
    let rest = entry(
      "publications/c",
      Papers.lux.with(["title": "Deep Neural Networks in Practice", "arxiv": "2301.00002"]))
    #expect(
      story([lux], [part, rest]) == [
        "publications/a → publications/b by similarity: title arxiv", "+ publications/c",
      ])
    #expect(
      story([part, rest], [lux]) == [
        "publications/b → publications/a by similarity: title arxiv", "- publications/c",
      ])
  }

  @Test func `a reference follows a renamed entry`() throws {
    let old = [
      lux, entry("awards/best", ["title": "Best Paper", "publication": "publications/a"]),
    ]
    let new = [
      entry("publications/b", Papers.lux),
      entry("awards/best", ["title": "Best Paper", "publication": "publications/b"]),
    ]
    #expect(
      story(old, new) == [
        "awards/best by id: publication", "publications/a → publications/b by identifier",
      ])
    let changes = CVDiff(from: CV(entries: old), to: CV(entries: new)).changes
    #expect(changes[0].fieldChanges[0].words == "followed cosmetic")
    #expect(changes.map(\.significance) == [.cosmetic, .cosmetic])
  }

  @Test func `an entry added as accepted counts once, as added`() {
    let new = entry("publications/a", Papers.lux.with(["status": "Accepted"]))
    #expect(CVDiff(from: CV(), to: CV(entries: [new])).summaryText == "1 added")
  }

  @Test func `a second position at one employer is added`() {
    let first = entry(
      "experience/mit",
      [
        "organization": "MIT CSAIL", "position": "Research Assistant", "start": "2020",
        "location": "Cambridge",
      ])
    let second = entry(
      "experience/mit-2",
      [
        "organization": "MIT CSAIL", "position": "Postdoc", "start": "2026",
        "location": "Cambridge",
      ])
    #expect(story([first], [first, second]) == ["+ experience/mit-2"])
  }
}
