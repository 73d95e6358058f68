import Testing
import YAML

struct TrapTests {
  /// Texts at which libyaml stops, with a corrected line.
  static let fatal = [
    Trap(
      "title: Lux.jl: Explicit Layers", "1:14-1:15", "unquoted value contains \": \"",
      "title: \"Lux.jl: Explicit Layers\""),
    Trap(
      "links:\n  - title: Lux.jl: Explicit", "2:18-2:19", "unquoted value contains \": \"",
      "- title: \"Lux.jl: Explicit\""),
    Trap(
      "highlights:\n  - Award: Best: 2024", "2:16-2:17", "unquoted value contains \": \"",
      "- \"Award: Best: 2024\""),
    Trap("title: Foo:\ndate: x", "1:11-1:12", "unquoted value contains \": \"", "title: \"Foo:\""),
    Trap(
      "note: This is long\n  And here: something # so", "2:11-2:12",
      "unquoted value contains \": \"",
      "note: \"This is long And here: something\" # so"),
    Trap("é: 日本: x", "1:6-1:7", "unquoted value contains \": \"", "é: \"日本: x\""),
    Trap(
      "x: [Lux: a: b, c]", "1:11-1:12", "unquoted value contains \": \"", "x: [\"Lux: a: b\", c]"),
    Trap("x: {a: b: c}", "1:9-1:10", "unquoted value contains \": \"", "x: {a: \"b: c\"}"),
    Trap(
      "highlights:\n  - **1700 TPUs** used", "2:5-2:6",
      "value begins with \"*\" and must be quoted", "- \"**1700 TPUs** used\""),
    Trap(
      "highlights:\n  - *Nature* article", "2:5-2:6",
      "value begins with \"*\" and must be quoted", "- \"*Nature* article\""),
    Trap(
      "highlights:\n  - *Nature article", "2:5-2:6",
      "value begins with \"*\" and must be quoted", "- \"*Nature article\""),
    Trap(
      "title: [Re] Rethinking # draft\nx: y", "1:8-1:9",
      "value begins with \"[\" and must be quoted", "title: \"[Re] Rethinking\" # draft"),
    Trap(
      "title: {SDE}nets", "1:8-1:9", "value begins with \"{\" and must be quoted",
      "title: \"{SDE}nets\""),
    Trap(
      "note: > 50 citations", "1:7-1:8", "value begins with \">\" and must be quoted",
      "note: \"> 50 citations\""),
    Trap(
      "note: | text", "1:7-1:8", "value begins with \"|\" and must be quoted",
      "note: \"| text\""),
    Trap("note: %50", "1:7-1:8", "value begins with \"%\" and must be quoted", "note: \"%50\""),
    Trap("note: @foo", "1:7-1:8", "value begins with \"@\" and must be quoted", "note: \"@foo\""),
    Trap("note: & co", "1:7-1:8", "value begins with \"&\" and must be quoted", "note: \"& co\""),
    Trap(
      "note: !<foo bar", "1:7-1:8", "value begins with \"!\" and must be quoted",
      "note: \"!<foo bar\""),
    Trap("note: - foo", "1:7-1:8", "value begins with \"-\" and must be quoted", "note: \"- foo\""),
    Trap("note: ? foo", "1:7-1:8", "value begins with \"?\" and must be quoted", "note: \"? foo\""),
    Trap("note: , foo", "1:7-1:8", "value begins with \",\" and must be quoted", "note: \", foo\""),
    Trap(
      "note: `code` here", "1:7-1:8", "value begins with \"`\" and must be quoted",
      "note: \"`code` here\""),
    Trap(
      "x: [a, @foo bar, b]", "1:8-1:9", "value begins with \"@\" and must be quoted",
      "x: [a, \"@foo bar\", b]"),
    Trap(
      "a: b\n@foo: bar", "2:1-2:2", "key begins with \"@\" and must be quoted", "\"@foo\": bar"),
    Trap(
      "a: b\n%foo: bar", "2:1-2:2", "key begins with \"%\" and must be quoted", "\"%foo\": bar"),
    Trap(
      "title: \"Foo\" and bar\nx: y", "1:14-1:21", "text after the closing quote",
      "title: '\"Foo\" and bar'"),
    Trap("title: \"Foo\": a", "1:13-1:16", "text after the closing quote", "title: '\"Foo\": a'"),
    Trap("title: 'It's b'", "1:12-1:16", "text after the closing quote", "title: \"It's b\""),
    Trap(
      "x: [a, \"b\" c, d]", "1:12-1:13", "text after the closing quote", "x: [a, '\"b\" c', d]"),
    Trap("\"Best\" paper: x", "1:8-1:13", "text after the closing quote", "'\"Best\" paper': x"),
    Trap(
      "x: [a, {b: c, d: e}f, g]", "1:8-1:9", "value begins with \"{\" and must be quoted",
      "x: [a, \"{b: c, d: e}f\", g]"),
    Trap("a: \"C:\\path\"", "1:7-1:9", "unknown escape \"\\p\"", "a: 'C:\\path'"),
    Trap("a: \"it's \\p\"", "1:10-1:12", "unknown escape \"\\p\"", "a: \"it's \\\\p\""),
    Trap("a: \"\\x4\"", "1:5-1:7", "unknown escape \"\\x\"", "a: '\\x4'"),
    Trap("title: \"Foo\nvenue: \"Bar\"", "1:8-1:9", "quote is not closed", "title: \"Foo\""),
    Trap("title: 'Foo\nvenue: Bar", "1:8-1:9", "quote is not closed", "title: \"Foo\""),
    Trap("title:Foo\nstatus: x", "1:1-1:6", "no space after \"title:\"", "title: Foo"),
    Trap("a: b\ntitle:Foo\nc: d", "2:1-2:6", "no space after \"title:\"", "title: Foo"),
    Trap(
      "x: [a, b #1, c]\ny: z", "1:10-1:12",
      "text after \" #\" is lost: it is read as a comment", "x: [a, \"b #1\", c]"),
    Trap(
      "note: foo\n  bar #1 baz\n  qux", "2:7-2:13",
      "text after \" #\" is lost: it is read as a comment", "note: \"foo bar #1 baz\""),
  ]

  @Test(arguments: fatal)
  func `a fatal trap shows the line to write instead`(trap: Trap) throws {
    let document = Document(trap.source)
    #expect(document.root == nil)
    try #require(document.faults.count == 1)
    let fault = document.faults[0]
    #expect(fault.isFatal)
    #expect(fault.span.description == trap.place)
    #expect(fault.message == trap.message)
    #expect(fault.hint == trap.hint)
    let corrected = Document(try #require(fault.hint))
    #expect(corrected.faults.isEmpty && corrected.root != nil)
  }

  /// Texts that libyaml reads differently from what is meant.
  static let readable = [
    Trap(
      "note: Ranked #1 of 500", "1:14-1:23",
      "text after \" #\" is lost: it is read as a comment", "note: \"Ranked #1 of 500\""),
    Trap(
      "note: #1 of 500", "1:7-1:16", "text after \" #\" is lost: it is read as a comment",
      "note: \"#1 of 500\""),
    Trap(
      "x:\n  - #1 # best\n  - b", "2:5-2:7",
      "text after \" #\" is lost: it is read as a comment", "- \"#1\" # best"),
    Trap(
      "note: foo\n  bar  #1", "2:8-2:10", "text after \" #\" is lost: it is read as a comment",
      "note: \"foo bar  #1\""),
    Trap("title: *foo", "1:8-1:12", "alias \"*foo\" is not allowed", "title: \"*foo\""),
    Trap("a: &co co", "1:4-1:7", "anchor \"&co\" is not allowed", "a: \"&co co\""),
    Trap("a: !foo bar", "1:4-1:8", "tag \"!foo\" is not allowed", "a: \"!foo bar\""),
    Trap("a: !!str 2020", "1:4-1:9", "tag \"!!str\" is not allowed", "a: 2020"),
    Trap("[Re]: x", "1:1-1:5", "key is not text", "\"[Re]\": x"),
    Trap(
      "stars: >5\nx: y", "1:8-1:9", "value begins with \">\" and must be quoted", "stars: \">5\""),
    Trap("a: \"$\\alpha$\"", "1:6-1:8", "control character U+0007", "a: '$\\alpha$'"),
    Trap("a: [\"\\rho\", b]", "1:6-1:8", "control character U+000D", "a: ['\\rho', b]"),
  ]

  @Test(arguments: readable)
  func `a trap that YAML accepts is a fault besides the nodes`(trap: Trap) throws {
    let document = Document(trap.source)
    #expect(document.root != nil)
    try #require(document.faults.count == 1)
    let fault = document.faults[0]
    #expect(!fault.isFatal)
    #expect(fault.span.description == trap.place)
    #expect(fault.message == trap.message)
    #expect(fault.hint == trap.hint)
    #expect(Document(try #require(fault.hint)).faults.isEmpty)
  }

  @Test(arguments: [
    "title: Foo # comment", "title: Foo #", "title: Foo ## comment", "a: b#c", "a: \"b #1\"",
    "a: '#1'", "a: |\n  b #1\n", "#1\na: b", "a: [b, c] #1", "links: {Code: https://x.y/z#a}",
    "title: Foo [Bar] {x} & y * z ! w | v > u % t @ s ` r", "title: -foo", "x: \"é\\u00e9\\n\\t\"",
    "authors: [A, ..., B]", "---\na: b\n...\n", "a: \"x\\\n  y\"",
  ])
  func `harmless text has no faults`(source: String) {
    let document = Document(source)
    #expect(document.faults.isEmpty)
    #expect(document.root != nil)
  }
}
