import Testing
import YAML

struct DocumentTests {
  @Test func `a mapping keeps its pairs in order, each with its position`() throws {
    let root = try #require(Document("title: Lux\nauthors: [A, B]\nstatus:\nx: y\n").root)
    guard case .mapping(let pairs) = root.content else { return #expect(Bool(false)) }
    #expect(pairs.map(\.key) == ["title", "authors", "status", "x"])
    #expect(pairs.map(\.keySpan.description) == ["1:1-1:6", "2:1-2:8", "3:1-3:7", "4:1-4:2"])
    #expect(
      pairs.map(\.value.span.description) == ["1:8-1:11", "2:10-2:16", "3:8-3:8", "4:4-4:5"])
    #expect(root.span.description == "1:1-4:5")
    #expect(root["authors"]?[1]?.text == "B")
    #expect(root["status"]?.text == "")
  }

  @Test func `a scalar is text in any style`() throws {
    let text = """
      plain: a b
        c
      single: 'it''s "d"'
      double: "e\\tf \\u00e9"
      literal: |
        g
         h

      folded: >-
        i
        j
      """
    let root = try #require(Document(text).root)
    let values = ["plain", "single", "double", "literal", "folded"].map { root[$0] }
    let texts = ["a b c", "it's \"d\"", "e\tf é", "g\n h\n", "i j"]
    #expect(values.map { $0?.text } == texts)
    let styles: [ScalarStyle] = [.plain, .singleQuoted, .doubleQuoted, .literal, .folded]
    for (value, expected) in zip(values, styles) {
      guard case .scalar(_, let style) = value?.content else { return #expect(Bool(false)) }
      #expect(style == expected)
    }
    #expect(root["plain"]?.span.description == "1:8-2:4")
    #expect(root["literal"]?.span.description == "5:10-9:1")
  }

  @Test func `YAML types do not matter`() {
    let root = Document("[2020, no, 1e3, 1.10, null, ~, '']").root
    let texts = (0..<7).map { root?[$0]?.text }
    #expect(texts == ["2020", "no", "1e3", "1.10", "null", "~", ""])
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "\u{FEFF}", "---\n...\n"])
  func `an empty text has no faults`(text: String) {
    let document = Document(text)
    #expect(document.faults.isEmpty)
    #expect(document.root?.text ?? "" == "")
  }

  @Test func `a pair in a list in brackets is a mapping without braces`() {
    let pair = Document("[a: b , c]").root?[0]
    #expect(pair?["a"]?.text == "b")
    #expect(pair?.span.description == "1:2-1:6")
  }

  @Test func `columns count scalars, not bytes or characters`() {
    let root = Document("é: 日本\n\"👩‍💻\": [ü, \"e\u{301}\", 😀, x]\n").root
    #expect(root?["é"]?.span.description == "1:4-1:6")
    #expect(root?["👩‍💻"]?[0]?.span.description == "2:9-2:10")
    #expect(root?["👩‍💻"]?[1]?.span.description == "2:12-2:16")
    #expect(root?["👩‍💻"]?[3]?.span.description == "2:21-2:22")
  }

  @Test func `a byte order mark and CRLF change no position and no text`() {
    let plain = Document("a: |\n  x\n  y\nb: z\n")
    let marked = Document("\u{FEFF}a: |\r\n  x\r\n  y\r\nb: z\r\n")
    #expect(!plain.hasByteOrderMark && !plain.hasCarriageReturns)
    #expect(marked.hasByteOrderMark && marked.hasCarriageReturns)
    #expect(marked.faults.isEmpty)
    for key in ["a", "b"] {
      #expect(marked.root?[key]?.text == plain.root?[key]?.text)
      #expect(marked.root?[key]?.span == plain.root?[key]?.span)
    }
  }

  @Test func `a lone carriage return ends a line`() {
    #expect(Document("a: b\rc: d").root?["c"]?.span.description == "2:4-2:5")
  }

  @Test func `a fault after a byte order mark is in the right column`() {
    let fault = Document("\u{FEFF}é: b: c").faults.first
    #expect(fault?.span.description == "1:5-1:6")
    #expect(fault?.hint == "é: \"b: c\"")
  }
}
