import CVModel
import Testing

/// The document's content, before any format.
struct DocumentTests {
  private static func cv(_ records: [String: String]) -> CV {
    CVReader(root: "").read(records.map { SourceFile(path: $0.key, text: $0.value) }).cv
  }

  private static func ids(_ records: [String: String]) -> [String] {
    CVDocument(.everything(cv(records))).sections.flatMap(\.entries).map(\.record.key.id)
  }

  @Test(arguments: [
    ("start: 2021-09\nexpected: 2026-05", "Sep. '21 – May '26 (est.)"),
    ("start: 2017-07\nend: 2021-05", "Jul. '17 – May '21"),
    ("start: 2025-06\nend: 2025-08", "Jun. – Aug. '25"),
    ("start: 2021-09\nend: present", "Sep. '21 – Present"),
    ("start: 2017\nend: 2020", "2017–20"), ("start: 1998\nend: 2003", "1998–2003"),
    ("start: 2017\nend: 2021-05", "2017 – May 2021"), ("start: 2020\nend: 2020", "2020"),
    ("start: Summer 2024\nend: Fall 2024", "Summer – Fall '24"),
    ("start: 2024-01-01\nexpected: 2026-12-31", "1 Jan. '24 – 31 Dec. '26 (est.)"),
    ("start: 2022", "Since 2022"), ("start: 1901-05\nend: 1905-06", "May 1901 – Jun. 1905"),
    ("start: 2024-05\nend: 2024-05", "May 2024"),
  ])
  func `a period is printed as in a CV`(_ fields: String, _ printed: String) {
    let record = "organization: A\nposition: B\n" + fields
    let document = CVDocument(.everything(Self.cv(["experience/a.yaml": record])))
    #expect(document.sections.first?.entries.first?.date == printed)
  }

  @Test(arguments: [
    ("{2024: 6, 2025: 3}", "'24, '25", "for 6 + 3 papers"),
    ("{2023: 6, 2024: 6, 2025: 5}", "'23 – '25", "for 6 + 6 + 5 papers"),
    ("{2022: 3}", "'22", "for 3 papers"), ("{2022: 1}", "'22", "for 1 paper"),
    ("{2019: 1, 2022: 2, 2023: 2, 2024: 2}", "'19, '22 – '24", "for 1 + 2 + 2 + 2 papers"),
  ])
  func `counts are shown by year`(_ counts: String, _ date: String, _ words: String) {
    let record = "organization: ICLR\nrole: Reviewer\ncounts: \(counts)"
    let entry = CVDocument(.everything(Self.cv(["service/a.yaml": record]))).sections.first?.entries
      .first
    #expect(entry?.date == date)
    #expect(entry?.beside == [.text(", Reviewer \(words)")])
  }

  @Test(arguments: [
    ("status: Published\nvenue: V", "V"), ("venue: V", "V"),
    ("status: Accepted\nvenue: V\nnote: To Appear", "V (Accepted, To Appear)"),
    ("status: to appear\nvenue: V", "V (To Appear)"),
    ("status: Under Review\nvenue: V", "Under Review at V"),
    ("status: Under Review", "Under Review"),
    ("status: In Preparation", "In Preparation"), ("status: Submitted\nvenue: V", "V (Submitted)"),
    ("venue: V\nawards: [Best Paper]", "V (Best Paper)"),
    ("status: Under Review\nvenue: V\nawards: [Prize]", "Under Review at V (Prize)"),
  ])
  func `a paper shows its venue and status`(_ fields: String, _ venue: String) {
    let record = "title: T\ntype: journal\nauthors: [A]\n" + fields
    let entry = CVDocument(.everything(Self.cv(["publications/a.yaml": record]))).sections.first?
      .entries.first
    #expect(entry?.venue.plainText == venue)
  }

  @Test func `people are joined, the owner is marked, and supervisors have their titles`() {
    let document = CVDocument(
      .everything(
        Self.cv([
          "profile.yaml": "name: Ada Lovelace\naliases: [A. Lovelace]",
          "people/kurt.yaml": "name: Kurt Gödel\nhonorific: Dr.\nurl: https://example.org/kurt",
          "publications/a.yaml":
            "title: T\ntype: journal\nauthors: [A. Lovelace, ..., Kurt Gödel, B, et al.]",
          "experience/a.yaml":
            "organization: O\nposition: P\nstart: 2020\nsupervisors: [Kurt Gödel]\nsupervisor-label: PI",
        ])))
    let entries = document.sections.flatMap(\.entries)
    let lead = entries.first { $0.record.key.kind == "experience" }?.people
    #expect(lead?.label == "PI")
    #expect(lead?.members.map(\.name) == ["Dr. Kurt Gödel"])
    let authors = entries.first { $0.record.key.kind == "publications" }?.people?.members ?? []
    #expect(
      authors.map { $0.separator + $0.name }.joined()
        == "A. Lovelace, ..., Kurt Gödel, B, et al.")
    #expect(authors.map(\.isOwner) == [true, false, false, false, false])
    #expect(authors.map(\.url) == [nil, nil, "https://example.org/kurt", nil, nil])
  }

  @Test func `entries with an order come first, then the newest, then by id`() {
    var records: [String: String] = [:]
    for (id, fields) in [
      "a": "start: 2020\nend: 2021", "b": "start: 2019\nend: present",
      "c": "start: 2022\nend: 2023",
      "d": "start: 2001\nend: 2002\norder: 2", "e": "start: 2000\nend: 2001\norder: 1",
      "f": "start: 2022\nend: 2023",
    ] {
      records["experience/\(id).yaml"] = "organization: O\nposition: P\n" + fields
    }
    #expect(Self.ids(records) == ["e", "d", "b", "c", "f", "a"])
  }

  @Test func `a section sorts, limits and chooses`() {
    var records = ["cv.yaml": "sections: [{kind: software, sort: -stars, limit: 2}]"]
    for (id, stars) in ["a": "900", "b": "1,700+", "c": "2k", "d": "12"] {
      records["software/\(id).yaml"] = "name: \(id)\nstars: \(stars)"
    }
    #expect(Self.ids(records) == ["c", "b"])
    records["cv.yaml"] = "sections: [{kind: software, sort: name}]"
    #expect(Self.ids(records) == ["a", "b", "c", "d"])
    records["cv.yaml"] = "sections: [{kind: software, entries: [d, a]}]"
    #expect(Self.ids(records) == ["d", "a"])
  }

  @Test func `an entry is in the first group it matches, and none is lost`() {
    let cv = Self.cv([
      "cv.yaml": """
      sections:
        - kind: publications
          groups:
            - {heading: Papers, where: {type: [journal]}}
            - {heading: More papers, where: {type: [journal, book]}}
      """,
      "publications/a.yaml": "title: A\ntype: journal\nauthors: [X]",
      "publications/b.yaml": "title: B\ntype: book\nauthors: [X]",
      "publications/c.yaml": "title: C\ntype: poster\nauthors: [X]",
    ])
    let groups = CVDocument(.everything(cv)).sections.flatMap(\.groups)
    #expect(groups.map(\.heading.plainText) == ["Papers", "More papers", ""])
    #expect(groups.map { $0.entries.map(\.record.key.id) } == [["a"], ["b"], ["c"]])
    // If the heading does not show the value, the entry does.
    #expect(groups[0].entries[0].facts.isEmpty)
    #expect(groups[1].entries[0].venue == [.text("Book")])
    #expect(groups[2].entries[0].venue == [.text("Poster")])
  }

  @Test func `a URL with another scheme is not a link`() {
    let document = CVDocument(
      .everything(
        Self.cv(["skills/a.yaml": "name: \"[x](javascript:alert(1)) [y](https://example.org)\""])))
    #expect(
      document.sections.first?.entries.first?.title == [
        .text("[x](javascript:alert(1)) "), .link([.text("y")], url: "https://example.org"),
      ])
  }
}
