import CVModel
import CVRendering
import Testing

/// What is written in a record is what a reader is shown.
struct WrittenAndShownTests {
  private static func text(_ records: [String: String]) throws -> String {
    try SampleCV.of(records).rendered(.text)
  }

  @Test(arguments: [
    ("C*-algebras and W*-algebras", "C*-algebras and W*-algebras"), ("2 * 3 * 4", "2 * 3 * 4"),
    (
      "Costs $1,000 to $2,000 per unit in US$ and C$",
      "Costs $1,000 to $2,000 per unit in US$ and C$"
    ), ("Raised $5M and saved $2M", "Raised $5M and saved $2M"),
    ("A$AP and Ke$ha", "A$AP and Ke$ha"),
    ("US$5 and US$6", "US$5 and US$6"), ("10$\\times$ faster", "10× faster"),
    ("ResNet$_{50}$, H$_2$O", "ResNet₅₀, H₂O"), ("for $p < 0.05$ only", "for p < 0.05 only"),
    ("an $O(n log n)$ sort", "an O(n log n) sort"), ("*one* and **two**", "one and two"),
  ])
  func `signs that are no markup are shown`(_ written: String, _ shown: String) throws {
    let text = try Self.text([
      "experience/a.yaml":
        "organization: O\nposition: P\nstart: 2019\nend: 2020\nhighlights: ['\(written)']\n"
    ])
    #expect(text.contains("- \(shown)\n"))
  }

  @Test func `a type is named unless the heading of its group names it`() throws {
    let text = try Self.text([
      "cv.yaml": """
      sections:
        - kind: publications
          groups:
            - {heading: Preprints, where: {type: preprint}}
            - {heading: Others, where: {type: [workshop, report]}}
      """,
      "publications/a.yaml": "title: A\ntype: preprint\nauthors: [X Y]\nvenue: arXiv\n",
      "publications/b.yaml": "title: B\ntype: workshop\nauthors: [X Y]\nvenue: ICML\n",
      "publications/c.yaml": "title: C\ntype: report\nauthors: [X Y]\nvenue: CERN\n",
    ])
    #expect(text.contains("arXiv\n") && text.contains("ICML (Workshop)\n"))
    #expect(text.contains("CERN (Report)\n"))
  }

  @Test(arguments: [DocumentFormat.markdown, .html, .text, .typst])
  func `paragraphs of a kind of the user's own have no title`(_ format: DocumentFormat) throws {
    let cv = SampleCV.of([
      "cv.yaml": "sections: [{kind: statements, heading: Research Statement}]\n",
      "kinds/statements.yaml": """
      label: {one: statement, many: statements}
      name: text
      fields: {text: {type: paragraphs, required: true}}
      """,
      "statements/a.yaml": "text: |\n  First paragraph.\n\n  Second paragraph.\n",
    ])
    let rendered = try cv.rendered(format)
    let text = ReadersText(ReadersText.unescaped(rendered, format), format).text
    #expect(text.contains("first paragraph."))
    #expect(text.ranges(of: "first paragraph.").count == 1)
    #expect(!rendered.contains("### First") && !rendered.contains("<h3"))
    if format == .text { #expect(rendered.contains("---\nFirst paragraph.\nSecond paragraph.\n")) }
    let json = try cv.rendered(.jsonResume)
    #expect(json.contains("\"name\": \"Statement\""))
  }

  @Test func `a book without authors names its editors`() throws {
    for (editors, line) in [
      ("[Mara Quill, Jane Roe]", "Mara Quill, & Jane Roe (eds.)"),
      ("Mara Quill", "Mara Quill (ed.)"),
      ("[Mara Quill, et al.]", "Mara Quill, et al. (eds.)"),
    ] {
      let text = try Self.text([
        "publications/a.yaml": "title: T\ntype: book\npublisher: P\neditors: \(editors)\n"
      ])
      #expect(text.contains("\(line)\n"))
    }
  }

  @Test func `names are printed in the order in which they are spoken`() throws {
    let text = try Self.text([
      "publications/a.yaml": """
      title: T
      type: other
      authors:
        - "Le Guin, Ursula K."
        - {given: Gabriel, family: García Márquez}
        - {group: Barnes and Noble}
        - "Roe, Jr., Guy L."
        - {given: 小明, family: 王}
      """
    ])
    let line = "Ursula K. Le Guin, Gabriel García Márquez, Barnes and Noble, Guy L. Roe Jr., & 王小明"
    #expect(text.replacing("\n", with: " ").contains(line))
  }

  @Test func `the owner's name is printed in the order in which it is spoken`() throws {
    let text = try Self.text([
      "profile.yaml": "name: Quill, Mara\n",
      "publications/a.yaml": "title: T\ntype: other\nauthors: [Mara Quill, Jane Roe]\n",
    ])
    #expect(text.contains("  Mara Quill\n") && text.contains("*Mara Quill*, & Jane Roe"))
  }

  @Test func `the fields of real careers are in the document`() throws {
    let text = try Self.text([
      "profile.yaml": """
      name: Mara Quill
      email: [mara@example.org, quill@example.com]
      address: |
        1 Main Street,
        Springfield
      """,
      "education/a.yaml": """
      degrees: B.A.
      institution: U
      area: [Mathematics, Physics]
      end: 2013
      score: 110/110 cum laude
      """,
      "experience/a.yaml": """
      organization: O
      position: P
      start: c. 2010
      end: unknown
      highlights:
        - Led the team: [hired five, shipped twice]
        - Wrote
      """,
      "teaching/a.yaml": "course: C\ninstitution: U\nrole: TA\ndate: WS 2023/24\n",
      "presentations/a.yaml":
        "title: T\nevent: E\nstart: 2024-05-13\nend: 2024-05-17\n",
      "publications/a.yaml":
        "title: T\ntype: other\nauthors: [A B]\ntranslators: [C D]\ncitations: 45\n",
    ])
    for words in [
      "mara@example.org | quill@example.com | 1 Main Street, Springfield",
      "B.A. in Mathematics & Physics", "110/110 cum laude", " 2013\n", "c. 2010 – ?",
      "  - Led the team\n    - hired five\n    - shipped twice\n  - Wrote\n", "WS 2023/24",
      "13–17 May 2024", "Citations: 45", "Translator: C D",
    ] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
    #expect(!text.contains("Period:"))
  }

  @Test func `nested bullets are nested in every format`() throws {
    let cv = SampleCV.of([
      "experience/a.yaml": """
      organization: O
      position: P
      start: 2010
      highlights:
        - Led: [one, two]
      """
    ])
    #expect(try cv.rendered(.markdown).contains("- Led\n  - one\n  - two\n"))
    #expect(try cv.rendered(.html).contains("<ul><li dir=\"auto\">one</li>"))
    #expect(
      try cv.rendered(.jsonResume).replacing(/\s+/, with: "").contains(#"["Led","one","two"]"#))
  }

  @Test(arguments: [
    (
      "publications/a.yaml", "title: New\ntype: journal\nauthors: [A B]\nstatus: Submitted\n", "New"
    ),
    ("publications/a.yaml", "title: New\ntype: journal\nauthors: [A B]\nstatus: Rejected\n", "Old"),
    ("publications/a.yaml", "title: New\ntype: journal\nauthors: [A B]\n", "Old"),
  ])
  func `undated work on its way comes first`(
    _ path: String, _ record: String, _ first: String
  ) throws {
    let cv = SampleCV.of([
      path: record,
      "publications/b.yaml": "title: Old\ntype: journal\nauthors: [A B]\ndate: 2006\n",
    ])
    let titles = CVDocument(.everything(cv)).sections.flatMap(\.entries).map(\.title.plainText)
    #expect(titles.first == first)
  }

  @Test(arguments: [("", ["c", "b", "a"]), ("terms: {winter: January}\n", ["b", "a", "c"])])
  func `the winter of a year is where the CV says`(_ terms: String, _ order: [String]) throws {
    let record = "course: C\ninstitution: U\nrole: TA\ndate: "
    let cv = SampleCV.of([
      "cv.yaml": "sections: [{kind: teaching}]\n" + terms,
      "teaching/a.yaml": record + "Spring 2024\n", "teaching/b.yaml": record + "MT 2024\n",
      "teaching/c.yaml": record + "Winter 2024\n",
    ])
    #expect(CVDocument(.everything(cv)).sections.flatMap(\.entries).map(\.record.key.id) == order)
  }

  @Test(
    arguments: [
      ("Forthcoming", "J (Forthcoming)", "Forthcoming"), ("R&R", "J (R&R)", "R\\&R at J"),
      ("to appear", "J (To Appear)", "To Appear"), ("inpress", "J (In Press)", "In Press"),
      ("under-review", "Under Review at J", "Under Review at J"), ("published", "J", nil),
    ] as [(String, String, String?)])
  func `a status is printed as it is written`(
    _ status: String, _ line: String, _ note: String?
  ) throws {
    let cv = SampleCV.of([
      "publications/a.yaml":
        "title: T\ntype: journal\nstatus: \(status)\nauthors: [A B]\ndate: 2024\nvenue: J\n"
    ])
    #expect(try cv.rendered(.text).contains("\(line)\n"))
    let bibtex = try cv.rendered(.bibtex)
    #expect(note.map { bibtex.contains("note = {\($0)}") } ?? !bibtex.contains("note ="))
  }

  @Test func `every export has the names and bullets of the record`() throws {
    let cv = SampleCV.of([
      "publications/a.yaml": """
      title: T
      type: journal
      authors: [{given: Ursula K., family: Le Guin}, {group: Barnes and Noble}]
      date: c. 2010
      """,
      "experience/a.yaml":
        "organization: O\nposition: P\nstart: 2010\nhighlights:\n  - Led: [one, two]\n",
    ])
    let csl = try cv.rendered(.cslJSON)
    for words in [
      #""family": "Le Guin""#, #""given": "Ursula K.""#, #""literal": "Barnes and Noble""#,
    ] {
      #expect(csl.contains(words), "\(words)\n\(csl)")
    }
    let rendercv = try cv.rendered(.rendercv)
    for words in ["Ursula K. Le Guin", "Barnes and Noble", "one", "two"] {
      #expect(rendercv.contains(words), "\(words)\n\(rendercv)")
    }
  }

  @Test func `text from right to left is set in its direction`() throws {
    let cv = SampleCV.of([
      "experience/a.yaml": """
      organization: שלום
      position: P
      start: 2019
      summary: Works in Haifa.
      highlights: ["קדימה (2019).", "Forward."]
      """
    ])
    let html = try cv.rendered(.html)
    #expect(html.contains(#"<li dir="auto">קדימה (2019).</li>"#))
    #expect(html.contains(#"<h3 dir="auto">שלום"#))
    #expect(html.contains(#"<p dir="auto">Works in Haifa.</p>"#))
    let typst = try cv.rendered(.typst)
    #expect(typst.contains("[#from-right[קדימה"))
    #expect(typst.contains("title: [#from-right[#strong[שלום]"))
    #expect(typst.contains("[Forward.]") && !typst.contains("direction: rtl,"))
    var hebrew = cv
    hebrew[EntryKey(kind: "experience", id: "a")]?["highlights"] = ["קדימה.", "שלום."]
    #expect(try hebrew.rendered(.typst).contains("#points(direction: rtl, ("))
  }
}
