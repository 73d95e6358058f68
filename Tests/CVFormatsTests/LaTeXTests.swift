import CVFormats
import CVModel
import Fixtures
import Foundation
import Testing

/// CVs in the styles in which people write Awesome-CV and moderncv.
struct LaTeXTests {
  static let samples: [(String, String)] = [
    ("awesome-engineer", "cv.tex"), ("awesome-academic", "cv.tex"),
    ("awesome-wrappers", "resume.tex"), ("moderncv-plain", "cv.tex"),
    ("moderncv-french", "cv.tex"), ("moderncv-academic", "main.tex"),
    ("moderncv-lists", "cv.tex"), ("moderncv-german", "lebenslauf.tex"),
  ]

  /// The document first, then the files that it includes, as import gives them.
  private static func files(_ name: String, _ main: String) throws -> [FormatFile] {
    let all = try SampleFile.folder("latex/\(name)")
    let document = try #require(all.first { $0.path == "latex/\(name)/\(main)" })
    return [document] + all.filter { $0 != document }
  }

  @Test(arguments: samples)
  func `a document reads as its golden says`(_ name: String, _ main: String) throws {
    let reading = LaTeXReader.read(try Self.files(name, main))
    try expectGolden(ReadingText(reading: reading).text, "Golden/latex-\(name).txt")
  }

  @Test(arguments: samples)
  func `nearly all of the visible text is in a field`(_ name: String, _ main: String) throws {
    let files = try Self.files(name, main)
    let reading = LaTeXReader.read(files)
    var imported: [String] = []
    for entry in reading.entries {
      for (_, value) in entry.entry.fields { Self.collect(value, into: &imported) }
    }
    let visible = LaTeXVisibleText(
      files.filter { $0.path.hasSuffix(".tex") }.map { String(decoding: $0.bytes, as: UTF8.self) })
    let (share, missing) = visible.share(in: imported.flatMap(LaTeXVisibleText.words))
    #expect(visible.words.count > 60)
    #expect(share >= 0.95, "\(name): \(share), without \(missing)")
    if ProcessInfo.processInfo.environment["CVGIT_MEASURE"] == "1" {
      print(
        "\(name): \((share * 1000).rounded() / 10) % of \(visible.words.count) words; \(missing)")
    }
  }

  private static func collect(_ value: Plain, into texts: inout [String]) {
    switch value {
    case .scalar(let text): texts.append(text)
    case .list(let items): for item in items { collect(item, into: &texts) }
    case .map(let pairs): for (_, item) in pairs { collect(item, into: &texts) }
    }
  }

  private static func read(_ text: String, _ others: [String: String] = [:]) -> SourceReading {
    let main = FormatFile(path: "cv/cv.tex", text: text)
    let files = others.sorted { $0.key < $1.key }.map { FormatFile(path: $0.key, text: $0.value) }
    return LaTeXReader.read([main] + files)
  }

  private static func document(_ body: String, preamble: String = "") -> String {
    "\\documentclass{moderncv}\n\(preamble)\n\\begin{document}\n\(body)\n\\end{document}\n"
  }

  // MARK: What is refused

  @Test(arguments: [
    ("\\documentclass{article}", "the class \"article\" is not supported"),
    ("\\documentclass[a4paper]{altacv}", "the class \"altacv\" is not supported"),
    ("% \\documentclass{moderncv}\ntext", "found no \\documentclass"),
    ("", "found no \\documentclass"),
  ])
  func `another class is refused with what was looked for`(_ text: String, _ message: String) {
    let fault = Self.read(text).fault
    #expect(fault?.message == message)
    #expect(
      fault?.hint
        == "Awesome-CV (\\documentclass{awesome-cv}) and moderncv (\\documentclass{moderncv}) are read"
    )
  }

  @Test(arguments: ["../secret", "/etc/passwd", "a/../../b", "\\jobname"])
  func `a path outside of the folder is not read`(_ path: String) {
    let text = Self.document("\\section{Skills}\n\\input{\(path)}")
    #expect(LaTeXReader.includes(of: FormatFile(path: "cv/cv.tex", text: text)).isEmpty)
    let reading = Self.read(text, ["secret.tex": "\\cvitem{a}{b}", "cv/b.tex": "\\cvitem{a}{b}"])
    #expect(reading.findings.contains { $0.message.contains("outside the folder") })
    #expect(!reading.entries.contains { $0.entry.key.kind == "skills" })
  }

  @Test func `the files that a document names are looked for in its folder`() {
    let text = """
      \\input{a}\\include{b/c} % \\input{no}
      \\input d
      \\import{e/}{f.tex}\\addbibresource{refs.bib}\\bibliography{x, y}
      """
    let paths = LaTeXReader.includes(of: FormatFile(path: "cv.tex", text: text))
    #expect(
      paths == [
        "a.tex", "a", "b/c.tex", "b/c", "d.tex", "d", "e/f.tex", "refs.bib", "x.bib", "y.bib",
      ])
  }

  // MARK: Hostile input

  @Test(arguments: [
    ("\\newcommand{\\a}{\\a}", "\\a", "the macro \\a expands to itself"),
    ("\\def\\a{\\b\\b}\\def\\b{\\a}", "\\a", "the macro \\a expands to itself"),
  ])
  func `a macro that never ends is an error`(_ preamble: String, _ body: String, _ message: String)
  {
    #expect(Self.read(Self.document(body, preamble: preamble)).fault?.message == message)
  }

  @Test func `macros that grow without bound are an error`() {
    let names = "abcdefghijklmnopqrstuvwxyz".map { "\\m\($0)" }
    var preamble = "\\def\\ma{\(String(repeating: "x", count: 100))}"
    for (name, next) in zip(names.dropFirst(), names) {
      preamble += "\\def\(name){\(String(repeating: next, count: 10))}"
    }
    let reading = Self.read(Self.document("\\mz", preamble: preamble))
    #expect(reading.fault?.message == "the macros of the document expand to more than 16 MiB")
  }

  @Test func `a file that includes itself is an error`() {
    let reading = Self.read(
      Self.document("\\input{a}"), ["cv/a.tex": "\\input{b}", "cv/b.tex": "\\input{a}"])
    #expect(reading.fault?.message == "\"a\" includes itself")
  }

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: Cases.count(count))
  }

  @Test(arguments: [
    repeated("{", 200_000), repeated("\\cventry{", 40_000),
    repeated("\\cvitem[", 40_000),
    repeated("\\begin{itemize}\\item ", 20_000),
    repeated("\\textcolor{a}{", 20_000),
    repeated("\\section{a}", 20_000),
    repeated("\\footnote{", 20_000), repeated("\\iffalse ", 20_000),
    repeated("\\cvitem{a}{\(repeated("{", 30))", 3_000),
    repeated("% x\n", 50_000), repeated("\\item[", 40_000),
  ])
  func `deep and repeated constructs are read in time`(_ body: String) {
    let clock = ContinuousClock()
    let time = clock.measure { _ = Self.read(Self.document("\\section{Skills}" + body)) }
    #expect(time < .seconds(20), "\(body.prefix(20)): \(time)")
  }

  // MARK: Values

  @Test func `every value is in a field or in a finding`() throws {
    let reading = Self.read(
      Self.document(
        """
        Loose words.
        \\section{Experience}
        \\cventry{sometime}{Engineer}{Acme}{Oslo}{A+}{Did \\unknown{things} there.}
        \\section{Awards}
        \\cvitem{2019}{Prize}
        \\section{Notes}
        Free text.
        """))
    let texts = reading.entries.flatMap { $0.entry.fields.map { $1 } }
    var words: [String] = []
    for value in texts { Self.collect(value, into: &words) }
    let all = (words + reading.findings.map(\.message)).joined(separator: "\n")
    for word in [
      "Loose words.", "sometime", "Engineer", "Acme", "Oslo", "A+", "things", "Free text.",
    ] {
      #expect(all.contains(word), "\(word)")
    }
    #expect(reading.findings.contains { $0.message.contains("\\unknown") })
  }
}
