import Testing
import YAML

struct StructureFaultTests {
  private static let list = "end it with \"]\", or quote the value"
  private static let map = "end it with \"}\", or quote the value"

  /// Texts at which libyaml stops, without a single corrected line.
  static let fatal = [
    Trap(
      "title: [Re: foo\nstatus: x", "1:8-1:9", "\"[\" is not closed", list),
    Trap("title: [Re) foo", "1:8-1:9", "\"[\" is not closed", list),
    Trap("a: [b, {c: [d]}, ", "1:4-1:5", "\"[\" is not closed", list),
    Trap("a: [b, {c: ", "1:8-1:9", "\"{\" is not closed", map),
    Trap(
      "title: {a: b\nc: d", "1:8-1:9", "\"{\" is not closed", map),
    Trap("a: [Foo [Jr], B]", "1:9-1:10", "unquoted value contains \"[\"", "quote the value"),
    Trap("\tkey: x", "1:1-1:2", "tab in the indentation", "indent with spaces"),
    Trap("a:\n\tb: c", "2:1-2:2", "tab in the indentation", "indent with spaces"),
    Trap("a: b\n\tc", "2:1-2:2", "tab in the indentation", "indent with spaces"),
    Trap("a: |\n  c\n\td", "3:1-3:2", "tab in the indentation", "indent with spaces"),
    Trap(
      "a:\n    b: c\n  d: e", "3:3-3:4", "indentation does not match any line above",
      "indent it like the line it belongs to"),
    Trap(
      "a:\n  - b\n - c", "3:2-3:3", "indentation does not match any line above",
      "indent it like the line it belongs to"),
    Trap(
      "  a: b\nc: d", "2:1-2:2", "indentation does not match any line above",
      "indent it like the line it belongs to"),
    Trap(
      "title: Foo\n  status: y", "2:3-2:9", "line is indented deeper than the key above it",
      "indent it like the line it follows"),
    Trap(
      "note: This is\nlong text\nx: y", "2:1-2:10", "line is not \"key: value\"",
      "indent it if it continues the line above"),
    Trap("b: c\n- a", "2:1-2:2", "list item among keys"),
    Trap("- a\nb: c", "2:1-2:2", "line among list items does not begin with \"- \""),
    Trap(": x", "1:1-1:2", "no key before \":\""),
    Trap("[a]\nb: c", "2:1-2:2", "text after the end of the value above"),
    Trap("%FOO bar\na: b", "1:1-1:2", "directives are not allowed", "remove the line"),
    Trap(
      "a: b\n---\nc: d", "2:1-2:4", "a second document begins here", "a file contains one document"),
    Trap(
      "a: b\n...\nc: d", "3:1-3:2", "a second document begins here", "a file contains one document"),
    Trap(
      "a: b\n<<<<<<< HEAD\nc: d\n=======\n", "2:1-2:8", "unresolved merge conflict",
      "keep the right version and remove the lines that git added"),
    Trap(
      "a: b\r\n=======\r\n>>>>>>> x", "2:1-2:8", "unresolved merge conflict",
      "keep the right version and remove the lines that git added"),
    Trap("a: b\0", "1:5-1:6", "control character U+0000"),
    Trap("é: \u{1B}[0m", "1:4-1:5", "control character U+001B"),
    Trap("a: b\u{2028}c", "1:5-1:6", "control character U+2028"),
    Trap("a: b\n\u{FEFF}c: d", "2:1-2:2", "control character U+FEFF"),
    Trap("a: \u{85}", "1:4-1:5", "control character U+0085"),
  ]

  @Test(arguments: fatal)
  func `unreadable text is reported in our own words`(trap: Trap) throws {
    let document = Document(trap.source)
    #expect(document.root == nil)
    try #require(document.faults.count == 1)
    let fault = document.faults[0]
    #expect(fault.isFatal)
    #expect(fault.span.description == trap.place)
    #expect(fault.message == trap.message)
    #expect(fault.hint == trap.hint)
  }

  /// YAML that records do not allow.
  static let readable = [
    Trap("Title: x\na: b\nTitle: y", "3:1-3:6", "duplicate key \"Title\", first given on line 1"),
    Trap(
      "\"a\tb\": 1\n\"a\\tb\": 2", "2:1-2:7",
      "duplicate key \"a\\tb\", first given on line 1"),
    Trap("x: {a: 1, a: 2}", "1:11-1:12", "duplicate key \"a\", first given on line 1"),
    Trap("&a b: c", "1:1-1:3", "anchor \"&a\" is not allowed"),
    Trap("%YAML 1.2\n---\na: b", "1:1-1:2", "directives are not allowed", "remove the line"),
    Trap("a: [\n\tb]", "2:1-2:2", "tab in the indentation", "indent with spaces"),
    Trap(
      "a:\n - b\n  - c", "3:3-3:4", "list item is read as part of the text above it",
      "indent it like the line it follows"),
    Trap("a: \"x\n  \\u202ey\"", "2:3-2:9", "bidirectional control character U+202E"),
    Trap("# \u{2066}\na: b", "1:3-1:4", "bidirectional control character U+2066"),
    Trap("a: \u{61C}b", "1:4-1:5", "bidirectional control character U+061C"),
  ]

  @Test(arguments: readable)
  func `disallowed but readable YAML keeps its nodes`(trap: Trap) throws {
    let document = Document(trap.source)
    #expect(document.root != nil)
    try #require(document.faults.count == 1)
    let fault = document.faults[0]
    #expect(!fault.isFatal)
    #expect(fault.span.description == trap.place)
    #expect(fault.message == trap.message)
    #expect(fault.hint == trap.hint)
  }

  @Test func `a hyphen after an open brace and a comment is not a key`() throws {
    let fault = try #require(Document("l: {d #\n-").faults.first { $0.isFatal })
    #expect(
      fault.message == "\"{\" is not closed" && fault.span.start == Position(line: 1, column: 4))
  }

  @Test func `no control character of a key reaches a message`() {
    let messages = Document("\"c\\ed\": 1\n\"c\\ed\": 2").faults.map(\.message)
    #expect(messages.contains("duplicate key \"c\\u{1B}d\", first given on line 1"))
  }

  @Test func `the first of duplicate keys is kept, however many keys there are`() throws {
    let lines = (0..<100).map { "key\($0): \($0)\n" }.joined()
    let document = Document(lines + "key7: again\nkey99: again\n")
    #expect(document.faults.map(\.span.start.line) == [101, 102])
    #expect(document.root?["key7"]?.text == "7")
    #expect(document.root?["key99"]?.text == "99")
  }

  @Test func `an alias is text with its asterisk`() {
    #expect(Document("- *a").root?[0]?.text == "*a")
  }

  @Test func `a pair whose key is not text is left out`() throws {
    let root = try #require(Document("[a]: b\nc: d").root)
    #expect(root["c"]?.text == "d")
    guard case .mapping(let pairs) = root.content else { return #expect(Bool(false)) }
    #expect(pairs.count == 1)
  }

  @Test func `a fault's description includes its position`() {
    #expect(Document("a: *b").faults.map(\.description) == ["1:4: alias \"*b\" is not allowed"])
  }

  @Test func `faults are in the order of the text`() {
    let document = Document("a: *b\nc: \u{202E}d\na: &e f\nx: y #1\n")
    #expect(document.faults.map(\.span.start.line) == [1, 2, 3, 3, 4])
    #expect(document.faults.allSatisfy { !$0.isFatal })
  }

  @Test func `at most a hundred faults are reported`() {
    let document = Document(String(repeating: "- *a\n- \u{202E}\n", count: 500))
    #expect(document.faults.count == Document.maximumFaults)
  }

  @Test func `bytes that are not UTF-8 are reported with their position`() throws {
    let cases: [([UInt8], Int, String)] = [
      (Array("é: ".utf8) + [0xE9, 0x20], 4, "byte 0xE9 is not valid UTF-8"),
      ([0x61, 0xC0, 0x80], 2, "byte 0xC0 is not valid UTF-8"),
      ([0xED, 0xA0, 0x80], 1, "byte 0xED is not valid UTF-8"),
      ([0x61, 0xF0, 0x9F, 0x98], 2, "byte 0xF0 is not valid UTF-8"),
      ([0xFF, 0xFE, 0x61, 0x00], 1, "text is UTF-16, not UTF-8"),
    ]
    for (bytes, column, message) in cases {
      let document = Document(reading: bytes)
      let fault = try #require(document.faults.first)
      #expect(document.root == nil && fault.isFatal)
      #expect(fault.span.start == Position(line: 1, column: column))
      #expect(fault.message == message)
      #expect(fault.hint == "save the file as UTF-8")
    }
  }
}
