import CVFormats
import CVModel
import Testing
import YAML

/// BibTeX's syntax, and common deviations from it. Each case is followed by an entry that must be
/// read.
struct BibTeXSyntaxTests {
  /// A part of a `.bib`, and the fields of one of its entries; no key if the part has no entry.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let key: String?
    let fields: [String: Plain]

    init(_ name: String, _ text: String, _ key: String? = nil, _ fields: [String: Plain] = [:]) {
      (self.name, self.text, self.key, self.fields) = (name, text, key, fields)
    }

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case("UTF-8", "@book{ü2, title={Äpfel 果物}}", "ü2", ["title": "Äpfel 果物"]),
    Case("byte order mark", "\u{FEFF}@book{b, title={B}}", "b", ["title": "B"]),
    Case("CRLF", "@book{b,\r\n title = {One\r\n  two}\r\n}\r\n", "b", ["title": "One two"]),
    Case(
      "macro and concatenation",
      "@string{acm = {ACM } # \"Press\"}\n@book{b, title = acm # { no. } # 7}",
      "b", ["title": "ACM Press no. 7"]),
    Case("macro in brackets", "@STRING(pub = \"P\")\n@book{b, title = PUB}", "b", ["title": "P"]),
    Case("entry in brackets", "@book(b, title = {One (two)})", "b", ["title": "One (two)"]),
    Case("preamble", "@preamble{ {\\newcommand{\\noop}[1]{}} # \" \" }"),
    Case("comment around an entry", "@comment{\n@book{hidden,\n title={H}}\n}"),
    Case("comment in brackets", "@Comment(@book{hidden, title={H}})"),
    Case("plain comment", "@comment to be sorted\n"),
    Case("settings of a program", "@comment{jabref-meta: saveActions:enabled;\ndate[NORMALIZE];}"),
    Case("address between entries", "Ask ada@example.org, or bob@example.org (Bob)\n"),
    Case("lone signs", "@ and @, and @\n"),
    Case("front matter", "---\nlayout: none\n---\n"),
    Case("commented entry", "  % @book{hidden, title={H}}\n"),
    Case(
      "comments between fields",
      "@book{b, % key\n title={B}, % year={1}\n% note={N},\n year=2001\n}",
      "b", ["title": "B", "date": "2001"]),
    Case(
      "per cent in a value", "@book{b, title={5% or 10\\%}, year=2001}", "b",
      ["title": "5% or 10%", "date": "2001"]),
    Case("apostrophe in a key", "@book{D'Arcy:2001, title={B}}", "D'Arcy:2001", ["title": "B"]),
    Case(
      "address as key", "@book{https://a.org/x?y=1, title={B}}", "https://a.org/x?y=1",
      ["title": "B"]),
    Case("signs in a key", "@book{a;b+c*d(e), title={B}}", "a;b+c*d(e)", ["title": "B"]),
    Case("no key", "@book{title = {B}}", "", ["title": "B"]),
    Case("no key, quoted", "@book{title=\"B\", year=2001}", "", ["title": "B", "date": "2001"]),
    Case("empty key", "@book{ , title={B}}", "", ["title": "B"]),
    Case("spaces in a key", "@book{van Dijk 2001, title={B}}", "van Dijk 2001", ["title": "B"]),
    Case("no fields", "@book{b}", "b", ["type": "book"]),
    Case("more commas than needed", "@book{b,, title={B},,,}", "b", ["title": "B"]),
    Case("two signs", "@@book{b, title={B}}", "b", ["title": "B"]),
    Case("spaces", "@ book {\tb ,\n title\n=\n{ B }\n}", "b", ["title": "B"]),
    Case("braces in quotes", "@book{b, title=\"The {\"}B{\"}\"}", "b", ["title": "The \"B\""]),
    Case("quotes in braces", "@book{b, title={The \"B\"}}", "b", ["title": "The \"B\""]),
    Case(
      "names with signs", "@book{b, bdsk-url-1={u}, x.y+z_1:2={v}}", "b",
      ["x-bdsk-url-1": "u", "x-x.y+z_1:2": "v"]),
    Case("month", "@book{b, year=2001, month=feb}", "b", ["date": "2001-02"]),
    Case(
      "undefined macro", "@book{b, title={B}, journal=jlms}", "b", ["title": "B", "venue": "jlms"]),
    Case("two on one line", "@book{b, title={B}} @book{c, title={C}}", "c", ["title": "C"]),
    Case("missing comma", "@book{b, title={B} year={2001}}", "b", ["title": "B", "date": "2001"]),
    Case("missing comma behind the key", "@book{b\n title={B}}", "b", ["title": "B"]),
    Case("missing brace of the entry", "@book{b, title={B}\n", "b", ["title": "B"]),
    Case("missing brace of a value", "@book{b, year=2001, title={B\n}\n", "b", ["date": "2001"]),
    Case(
      "missing brace before other fields", "@book{b,\n title={B,\n year={2001},\n note={N}\n}\n",
      "b",
      ["title": "B", "date": "2001", "note": "N"]),
    Case(
      "missing quote", "@book{b, year=2001, title=\"B\n}\n", "b", ["date": "2001", "title": "B"]),
    Case(
      "missing quote before other fields",
      "@book{b,\n title=\"B,\n year=\"2001\",\n note=\"N\"\n}\n",
      "b", ["title": "B", "date": "2001", "note": "N"]),
    Case(
      "missing opening brace", "@book{b,\n title=One two},\n year={2001}\n}\n", "b",
      ["title": "One two", "date": "2001"]),
    Case(
      "missing opening brace of one word", "@book{b,\n title=One},\n year={2001}\n}\n", "b",
      ["title": "One", "date": "2001"]),
    Case(
      "no braces at all", "@book{b,\n title=One two,\n year=2001\n}\n", "b",
      ["title": "One two", "date": "2001"]),
    Case("stray brace", "@book{b, title={B}}}\n", "b", ["title": "B"]),
    Case("no value", "@book{b, volume = , title={B}}", "b", ["title": "B"]),
    Case("the other bracket", "@book{b, title={B})\n", "b", ["title": "B"]),
    Case(
      "merge conflict",
      "@book{b,\n<<<<<<< HEAD\n title={B},\n=======\n title={C},\n>>>>>>> x\n year=2001\n}",
      "b", ["title": "B", "date": "2001"]),
    Case("the same key", "@book{b, title={B}}\n@book{b, title={C}}", "b", ["title": "B"]),
    Case("the same field", "@book{b, title={B}, title={C}}", "b", ["title": "B"]),
    Case("control characters", "@book{b, title={B\u{0}\u{1B}[31m}}", "b", ["title": "B[31m"]),
    Case("unclosed comment", "@comment{ no end\n"),
  ]

  @Test(arguments: cases)
  func `syntax is parsed`(_ test: Case) throws {
    let reading = readBibTeX(test.text + "\n@article{after, title={After}}\n")
    #expect(reading.entry("after")?.entry["title"] == "After")
    #expect(reading.entry("hidden") == nil)
    guard let key = test.key else {
      #expect(reading.entries.count == 1)
      return
    }
    let entry = try #require(reading.entry(key), "\(reading.described)")
    for (name, value) in test.fields {
      #expect(entry.entry[name] == value, "\(name)\n\(reading.described)")
    }
  }

  @Test(arguments: [
    ("@book{b, title={B} year={2001}}", "bibtex", 1, 20),
    ("@book{b\n title={B}}", "bibtex", 1, 7),
    ("@book{b,\n  title={B}\n", "bibtex", 1, 1),
    ("@book{b,\n  title={B}}\n}", "bibtex", 3, 1),
    ("@book{title={B}}", "key", 1, 7),
    ("@book{é1, title={B}, title={C}}", "duplicate-field", 1, 22),
    ("@book{b, journal=foo}", "macro", 1, 10),
    ("@book{b, tilte={B}}", "unknown-field", 1, 10),
    ("@artcle{b, title={B}}", "unknown-type", 1, 1),
    ("@book{b, title={B}}\n@book{b, title={C}}", "duplicate-key", 2, 7),
    ("@book{b, doi={10.1000/X}}\n@book{c, doi={10.1000/x}}", "duplicate-identifier", 2, 10),
    ("@book{b, title={B}}\n\narticle{c,\n title={C}}", "text-lost", 3, 1),
    ("@book b, title={B}}\n", "text-lost", 1, 1),
    ("@book{b, title={\\foo{B}}}", "tex", 1, 10),
    ("@book{b, year={soon}}", "date", 1, 10),
    ("@book{b, author={a, b, c, d}}", "name", 1, 10),
    ("<<<<<<< HEAD\n@book{b, title={B}}\n", "conflict", 1, 1),
    ("@book{b, privat={true}}", "private", 1, 10),
    ("@comment{ no end\n@book{b, title={B}}", "bibtex", 1, 9),
  ])
  func `a fault is reported at its position`(
    _ text: String, _ rule: String, _ line: Int, _ column: Int
  ) {
    let reading = readBibTeX(text)
    let found = reading.findings.first { $0.rule == rule }?.position
    #expect(found?.line == line && found?.column == column, "\(reading.described)")
  }

  @Test func `a hint names the field or the type that was meant`() {
    let reading = readBibTeX("@inproceeding{b, auhtor={A}}")
    #expect(reading.findings.compactMap(\.hint).contains("did you mean \"author\"?"))
    #expect(reading.findings.compactMap(\.hint).contains("did you mean \"inproceedings\"?"))
  }

  @Test func `an intact file has no findings`() {
    let text =
      "@book{b,\n author = {Ada Byron and others},\n title = {B},\n year = 2001,\n mytag = {N}\n}\n"
    #expect(readBibTeX(text).findings.isEmpty)
  }

  @Test func `bytes and positions point into the file`() throws {
    let text = "% é\n@book{é1,\n title = {É},\n  year = 2001\n}\n@book{c, title={C}}\n"
    let entry = try #require(readBibTeX(text).entry("é1"))
    let bytes = Array(text.utf8)
    #expect(String(decoding: bytes[entry.bytes], as: UTF8.self).hasPrefix("@book{é1,"))
    #expect(bytes[entry.bytes].last == UInt8(ascii: "}"))
    #expect(entry.position == Position(line: 2, column: 1))
    #expect(entry.location(of: "date").position == Position(line: 4, column: 3))
    #expect(entry.location(of: "date").name == "year")
    #expect(entry.location(of: "key").position == Position(line: 2, column: 7))
  }

  @Test func `a file that is not UTF-8 is read as Windows-1252`() throws {
    let text = "@book{a, title={na\u{EF}ve \u{80}\u{93}q\u{94}}}\n@book{b, title={B}}\n"
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    let reading = SourceFormat.bibtex.read([FormatFile(path: "a.bib", bytes: bytes)])
    #expect(reading.entry("a")?.entry["title"] == "naïve €“q”")
    #expect(reading.rules == ["encoding"])
    let second = try #require(reading.entry("b"))
    #expect(String(decoding: bytes[second.bytes], as: UTF8.self) == "@book{b, title={B}}")
  }

  @Test(arguments: [
    ("Hyndman:2018_FPP", "hyndman-2018-fpp"), ("O'Hara1999", "o-hara1999"), ("--a--b--", "a-b"),
    ("é1", "e1"), ("tao;cm23", "tao-cm23"), ("Straße", "strasse"), ("Łódź", "lodz"),
    ("https://doi.org/10.1/x", "https-doi-org-10-1-x"),
  ])
  func `an ID is the folded key`(_ key: String, _ id: String) {
    #expect(readBibTeX("@book{\(key), title={B}}").entries.first?.entry.key.id == id)
  }

  @Test func `an id has at most 100 characters`() {
    let key = String(repeating: "ab-", count: 60)
    let id = readBibTeX("@book{\(key), title={B}}").entries.first?.entry.key.id
    #expect(id?.utf8.count == 100)
  }

  @Test func `an entry without a key has an id from its title`() {
    let reading = readBibTeX("@book{, title={On the {Origin} of Species}}\n@book{日本, title={Two}}")
    #expect(reading.entries.map(\.entry.key.id) == ["on-the-origin-of-species", "two"])
  }

  @Test func `suffixes are given in the byte order of the keys`() {
    let keys = ["smith", "Smith", "SMITH", "smith", "smith-2"]
    let reading = readBibTeX(keys.map { "@book{\($0), title={B}}\n" }.joined())
    #expect(
      reading.entries.map(\.entry.key.id) == ["smith-4", "smith-3", "smith", "smith-5", "smith-2"])
    let reversed = readBibTeX(keys.reversed().map { "@book{\($0), title={B}}\n" }.joined())
    let ids = Dictionary(grouping: reading.entries, by: \.sourceKey).mapValues {
      Set($0.map(\.entry.key.id))
    }
    let others = Dictionary(grouping: reversed.entries, by: \.sourceKey).mapValues {
      Set($0.map(\.entry.key.id))
    }
    #expect(ids == others)
  }

  @Test func `a lost entry is unreadable, not removed`() {
    let reading = readBibTeX(
      "@book{a, title={A}}\n\narticle{Lost:1,\n title={L}\n}\n@book{c, title={C}}\n")
    #expect(reading.unreadable.map(\.key.id) == ["lost-1"])
    #expect(reading.entries.map(\.entry.key.id) == ["a", "c"])
  }
}
