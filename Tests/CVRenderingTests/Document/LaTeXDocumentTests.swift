import CVModel
import CVRendering
import Fixtures
import Foundation
import Testing

/// The document in LaTeX.
struct LaTeXDocumentTests {
  private static let macros: Set<String> = [
    "begin", "bfseries", "cvcontacts", "cvdot", "cventry", "cvgroup", "cvheadline", "cvline",
    "cvlink", "cvname", "cvsection", "end", "item", "itshape", "mdseries", "relax", "small",
    "textasciicircum", "textasciigrave", "textasciitilde", "textbackslash", "textbar",
    "textgreater",
    "textless", "textquotedbl", "ttfamily",
  ]

  private static func body(_ text: String) throws -> Substring {
    let start = try #require(text.range(of: "\\begin{document}"))
    return text[start.lowerBound...]
  }

  @Test(arguments: [0, 7, 13, 19, 26, 31])
  func `no text begins a command`(_ turn: Int) throws {
    let text = try HostileTests.cv(HostileTests.payloads, from: turn).rendered(.latex)
    // Formulas hold commands for signs.
    let words = try Self.body(text).replacing("\\$", with: "").replacing(/\$[^$]*\$/, with: "")
    for match in words.matches(of: /\\([A-Za-z]+)/) {
      #expect(Self.macros.contains(String(match.output.1)), "\(match.output.1)")
    }
    for match in try Self.body(text).matches(of: /\\begin\{([a-z]+)\}/) {
      #expect(["document", "cvpoints"].contains(match.output.1))
    }
    #expect(!text.contains("^^"))
    #expect(text.matches(of: /\\end\{document\}/).count == 1)
  }

  @Test(arguments: [
    ("^^5cinput", "\\textasciicircum{}\\textasciicircum{}5cinput"),
    ("50% & #1_a", "50\\% \\& \\#1\\_a"),
    ("{a} $5 ~", "\\{a\\} \\$5 \\textasciitilde{}"), ("a -- b --- c", "a -{}- b -{}-{}- c"),
    ("`x'' \"y\"", "\\textasciigrave{}x'{}' \\textquotedbl{}y\\textquotedbl{}"),
    ("[x] \\y", "{[}x{]} \\textbackslash{}y"),
    ("a<b>|", "a\\textless{}b\\textgreater{}\\textbar{}"),
  ])
  func `signs of TeX are set as themselves`(_ written: String, _ escaped: String) throws {
    let cv = SampleCV.of(["skills/a.yaml": "name: '\(written.replacing("'", with: "''"))'\n"])
    #expect(try cv.rendered(.latex).contains(escaped))
  }

  @Test(arguments: ["pdflatex", "lualatex"])
  func `the documents compile`(_ engine: String) throws {
    guard let program = Self.program(engine) else { return }
    let folder = try TemporaryFolder()
    var documents = [
      try SampleCV.own().rendered(.latex), try SampleCV.complete().rendered(.latex),
      try HostileTests.cv(HostileTests.payloads).rendered(.latex),
    ]
    // pdfLaTeX refuses signs that its fonts lack.
    if engine == "pdflatex" {
      documents = documents.map { $0.filter { $0.isASCII || "–—’éñüß".contains($0) } }
    }
    for (number, text) in documents.enumerated() {
      let file = "\(folder.path)/\(number).tex"
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      let run = try ProcessRun.run(
        program,
        ["-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "\(number).tex"],
        in: folder.path, environment: ["PATH": "/usr/bin:/bin", "HOME": folder.path])
      #expect(run.status == 0, "\(engine) \(number): \(run.output.suffix(1_500))")
      #expect(!run.output.contains("(/etc/passwd"))
    }
  }

  private static func program(_ name: String) -> String? {
    let path = "/usr/bin/" + name
    if FileManager.default.isExecutableFile(atPath: path) { return path }
    print("skipped: there is no \(path)")
    return nil
  }
}
