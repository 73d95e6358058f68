import CVModel
import CVRendering
import Fixtures
import Testing
import Text

/// Unusual documents: very many papers, very long titles, other scripts, formulas.
struct UnusualTests {
  private static func paper(_ number: Int) -> String {
    """
    title: "Paper \(number): on the Convergence of Sequences that are Longer than Anybody Expects"
    type: \(number % 2 == 0 ? "journal" : "preprint")
    authors: [Ada Lovelace, Grace Hopper, ..., Kurt Gödel]
    date: \(1980 + number % 45)
    venue: Journal \(number % 7)
    """
  }

  @Test(arguments: [DocumentFormat.markdown, .html, .text, .typst, .bibtex, .jsonResume])
  func `three hundred papers are all included, newest first`(_ format: DocumentFormat) throws {
    var records = ["profile.yaml": "name: Ada Lovelace"]
    for number in 0..<300 { records["publications/paper-\(number).yaml"] = Self.paper(number) }
    let text = try SampleCV.of(records).rendered(format)
    var years: [Int] = []
    for number in 0..<300 { #expect(text.contains("Paper \(number):"), "\(number)") }
    for match in text.matches(of: /Paper ([0-9]+):/) {
      if let number = Int(match.output.1) { years.append(1980 + number % 45) }
    }
    #expect(years == years.sorted(by: >))
  }

  @Test func `the value of a metric is not replaced again`() throws {
    let text = try SampleCV.of([
      "cv.yaml": "sections: [{kind: awards, intro: \"{a} {b} {c} {a b} {\"}]\n",
      "profile.yaml": "name: Ada Lovelace\nmetrics: {a: \"{b}\", b: \"{a}\"}\n",
      "awards/a.yaml": "title: A\n",
    ]).rendered(.text)
    #expect(text.contains("\n{b} {a} {c} {a b} {\n"))
  }

  private static let records = [
    "profile.yaml": """
    name: 王小明
    aliases: [Wang Xiaoming]
    headline: [計算科学者, "Ph.D. – Universität Tübingen"]
    email: ming@example.org
    summary: |
      Works on $O(n^2)$ and $\\alpha_{ij} \\leq \\infty$; not on $\\frac{a}{b}$.

      A price is $5, or $6.
    """,
    "publications/long.yaml": """
    title: "\(Array(repeating: "An Exceedingly Long Title of a Paper that Goes on and on", count: 8).joined(separator: ", "))"
    type: journal
    authors: [{name: 王小明, equal: true}, {name: Ñuño Ibáñez-Müller, equal: true, corresponding: true}, محمد بن موسى الخوارزمي, עדה לאבלייס, "Łukasz Żółć", ...]
    date: 2024-02
    status: Under Review
    venue: 数学年刊
    note: Preprint on request
    """,
    "publications/math.yaml": """
    title: Bounds of $10^{-10}$ and $x_1 < y^{k+1}$ in **bold** `code` and [a link](https://example.org/a_(b))
    type: conference
    authors: [Wang Xiaoming, Chris O'Neill]
    date: Spring 2023
    doi: 10.1145/3377811.3380366
    links: {Slides: "https://example.org/s_1.pdf"}
    abstract: |
      First paragraph with $\\sum$.

      Second one.
    """,
    "awards/prize.yaml": """
    title: 优秀论文奖
    issuer: 计算机学会
    date: 2022-11-05
    location: 北京
    """,
    "skills/tools.yaml": "name: Tools\nkeywords: [C#, C++, \"F*\", a_b_c]\nlevel: Expert\n",
  ]

  @Test(arguments: DocumentFormat.allCases.filter { $0 != .pdf })
  func `other scripts, long titles and formulas are as recorded`(_ format: DocumentFormat) throws {
    try expectGolden(
      try SampleCV.of(Self.records).rendered(format), "Golden/unusual.\(format.ending)")
  }

  @Test func `an unsupported formula is reported`() {
    let warnings = CVDocument(
      .everything(
        SampleCV.of([
          "profile.yaml": "name: A",
          "skills/x.yaml": "name: $\\frac{a}{b}$ and $x^2$",
        ]))
    ).warnings
    #expect(warnings == ["skills/x: the formula \"\\frac{a}{b}\" is printed as written"])
  }

  @Test func `no line of the text is wider than the page`() throws {
    for cv in [SampleCV.of(Self.records), try SampleCV.own(), try SampleCV.complete()] {
      for line in try cv.rendered(.text).split(separator: "\n") {
        let isOneWord = !line.drop { $0 == " " }.contains(" ")
        #expect(displayWidth(of: line) <= 80 || isOneWord, "\(line)")
      }
    }
  }
}
