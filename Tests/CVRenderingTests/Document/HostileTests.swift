import CVModel
import CVRendering
import Fixtures
import Testing
import Text

/// Records with text that tries to be markup or code.
struct HostileTests {
  /// Texts with a special meaning in some format, and harmless texts of the same shape.
  static let payloads = [
    "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "](javascript:alert(1))",
    "[x](javascript:alert(1))", "![x](data:text/html,y)", "#read(\"/etc/passwd\")", "{{{name}}}",
    "{{name}}", "}} \\input{/etc/passwd} {{", "\\end{document}", "\" onclick=\"alert(1)",
    "' onclick='x", "`code``", "``", "# Heading", "- item", "1. item", "> quote", "| a | b |",
    "&lt;script&gt;", "$<b>$", "$x_{<script>}$", "a \\ b } { c", "@article{x, title={y}}",
    "**bold", "<https://example.org>", "---", "~~~", "%0A", "text\u{1B}[31mred", "\u{202E}turned",
    "\u{2066}isolate", "\u{7}bell", "zero\u{200F}width", "===",
  ]

  /// A CV with the texts in every place that can have a text, taken in turn.
  static func cv(_ texts: [String], from first: Int = 0) throws -> CV {
    var cv = try SampleCV.complete()
    var next = first
    var text: String {
      next += 1
      return texts[next % texts.count]
    }
    for kind in cv.schema.kinds where kind.role != .file("cv.yaml") {
      for entry in cv.entries(of: kind.name) {
        for field in kind.fields {
          switch field.type {
          case .text, .paragraphs: cv[entry.key]?[field.name] = .scalar(text)
          case .texts: cv[entry.key]?[field.name] = .list([.scalar(text), .scalar(text)])
          case .people: cv[entry.key]?[field.name] = .list([.scalar(text), "...", .scalar(text)])
          case .links, .named: cv[entry.key]?[field.name] = .map([text: .scalar(text)])
          case .url, .email, .identifier, .date, .money, .score, .status, .choice, .reference:
            if ["kinds", "people"].contains(kind.name) { break }
            cv[entry.key]?[field.name] = .scalar(text)
          default: break
          }
        }
      }
    }
    cv[.profile]?["name"] = .scalar(text)
    let sections = sections({ text }, cv)
    cv[.document]?["sections"] = sections
    return cv
  }

  private static func sections(_ text: () -> String, _ cv: CV) -> Plain {
    .list(
      cv.schema.entryKinds.map { kind in
        [
          "kind": .scalar(kind.name), "heading": .scalar(text()), "intro": .scalar(text()),
          "groups": [["heading": .scalar(text()), "intro": .scalar(text())]],
        ]
      })
  }

  /// The first text to use, so that each one occurs in many places.
  private static let turns = [0, 7, 13, 19, 26, 31]

  @Test(arguments: turns)
  func `HTML has the same elements whatever a text contains`(_ turn: Int) throws {
    let html = try Self.cv(Self.payloads, from: turn).rendered(.html)
    let plain = try Self.cv(["harmless"]).rendered(.html)
    let inline = ["strong", "code", "em", "a", "i", "sub", "sup"]
    let own = Set(inline + inline.map { "/\($0)" })
    let marks = Self.elements(html).subtracting(Self.elements(plain))
    #expect(marks.isSubset(of: own), "\(marks)")
    #expect(!html.contains("href=\"javascript") && !html.contains("href=\"data"))
    Self.expectNoControls(html)
  }

  /// The names of the elements, and of attributes that run code.
  private static func elements(_ html: String) -> Set<String> {
    var names: Set<String> = []
    for match in html.matches(of: /<(\/?[a-zA-Z]+)([^>]*)>/) {
      names.insert(match.output.1.lowercased())
      for attribute in match.output.2.matches(of: /\s(on[a-z]+)=/) {
        // Text in double quotes is part of an attribute's value.
        let before = match.output.2[..<attribute.range.lowerBound]
        if before.count(where: { $0 == "\"" }) % 2 == 0 {
          names.insert(String(attribute.output.1))
        }
      }
    }
    return names
  }

  private static func expectNoControls(_ text: String) {
    let controls = text.unicodeScalars.filter { $0 != "\n" && $0.isUnsafeInTerminal }
    #expect(controls.isEmpty, "\(controls.map(\.escaped))")
  }

  @Test(arguments: turns)
  func `no format contains a control character`(_ turn: Int) throws {
    let cv = try Self.cv(Self.payloads, from: turn)
    for format in DocumentFormat.allCases where format != .pdf && format != .html {
      Self.expectNoControls(try cv.rendered(format))
    }
  }

  @Test func `Markdown read by another program has only the document's own elements`() throws {
    let script = """
      import sys, re
      from markdown_it import MarkdownIt
      text = sys.stdin.read()
      for part in text.split("\\x00"):
          html = MarkdownIt("commonmark").enable("table").enable("strikethrough").render(part)
          names = sorted(set(re.findall(r"<(/?[a-z][a-z0-9]*)", html)))
          bad = re.findall(r'(?:href|src)="(?!https?:|mailto:|tel:)[^"]*"', html)
          print(" ".join(names), "|", " ".join(bad))
      """
    let documents = try Self.turns.map {
      try Self.cv(Self.payloads, from: $0).rendered(.markdown)
    }
    let run = try OraclePython.run(script: script, input: documents.joined(separator: "\0"))
    guard let run else { return }
    #expect(run.status == 0, "\(run.errors)")
    let own: Set<Substring> = [
      "h1", "h2", "h3", "h4", "p", "ul", "li", "strong", "em", "code", "a", "br",
    ]
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == documents.count)
    for (line, turn) in zip(lines, Self.turns) {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false)
      let names = Set(parts[0].split(separator: " ").map { $0.drop { $0 == "/" } })
      #expect(names.isSubset(of: own), "\(turn): \(names.subtracting(own))")
      #expect(parts[1].allSatisfy { $0 == " " }, "\(turn): \(parts[1])")
    }
  }

  @Test func `BibTeX read by another program has one entry for each paper, with its title`() throws
  {
    let script = """
      import sys, json, bibtexparser
      from bibtexparser.bparser import BibTexParser
      out = []
      for part in sys.stdin.read().split("\\x00"):
          parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False)
          entries = bibtexparser.loads(part, parser).entries
          out.append([[e["ENTRYTYPE"], e["ID"], e.get("year", ""), e.get("doi", "")] for e in entries])
      print(json.dumps(out))
      """
    let documents = try Self.turns.map { turn in
      var cv = try Self.cv(Self.payloads, from: turn)
      let key = EntryKey(kind: "publications", id: "example")
      cv[key]?["type"] = "journal"
      cv[key]?["date"] = "2024"
      return try cv.rendered(.bibtex)
    }
    let run = try OraclePython.run(script: script, input: documents.joined(separator: "\0"))
    guard let run else { return }
    #expect(run.status == 0, "\(run.errors)")
    let entries = run.output.matches(of: /\["article", "example", "2024"/)
    #expect(entries.count == documents.count, "\(run.output)")
    #expect(run.output.matches(of: /"article"/).count == documents.count, "\(run.output)")
  }

  @Test(arguments: turns)
  func `no text begins a command in Typst`(_ turn: Int) throws {
    let marks = [
      "aside", "box-wise", "contacts", "emph", "entry", "headline", "icon", "intro", "link",
      "middot", "points", "raw", "strong", "sub", "super", "text", "title-link",
    ]
    let text = try Self.cv(Self.payloads, from: turn).rendered(.typst)
    let plain = try Self.cv(["harmless"]).rendered(.typst)
    let style = try #require(plain.firstRange(of: "\n= "))
    let body = text[(try #require(text.firstRange(of: "\n= "))).lowerBound...]
      .replacing(/#icon\("[^"]*"\)/, with: "")
    for match in body.matches(of: /#([a-z-]*)/) {
      #expect(marks.contains(String(match.output.1)), "\(match.output.0)")
    }
    for sign in ["$", "@", "<", "`", "//", "*", "_"] { #expect(!body.contains(sign), "\(sign)") }
    #expect(plain[..<style.lowerBound].contains("#let owner"))
  }

  @Test func `Typst prints hostile text literally`() throws {
    let script = """
      import io, sys, tempfile, typst, pypdf
      for part in sys.stdin.read().split("\\x00"):
          pdf = typst.Compiler(part.encode(), root=tempfile.mkdtemp(), ignore_system_fonts=True).compile(format="pdf")
          pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
          words = "".join("".join(page.extract_text() for page in pages).split())
          links = [a.get_object()["/A"]["/URI"] for p in pages for a in p.get("/Annots", [])]
          print("root:" in words, '#read(“/etc/passwd”)' in words, r"\\input{/etc/passwd}" in words,
                all(l.startswith(("http", "mailto:", "tel:")) for l in links))
      """
    let documents = try Self.turns.map { try Self.cv(Self.payloads, from: $0).rendered(.typst) }
    guard let run = try OraclePython.run(script: script, input: documents.joined(separator: "\0"))
    else { return }
    #expect(run.status == 0, "\(run.errors.suffix(600))")
    let expected = Array(repeating: "False True True True\n", count: documents.count).joined()
    #expect(run.output == expected)
  }
}
