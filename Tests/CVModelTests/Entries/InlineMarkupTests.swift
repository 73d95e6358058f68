import Fixtures
import Testing

@testable import CVModel

struct InlineMarkupTests {
  @Test(arguments: [
    ("plain", [Inline.text("plain")]), ("", []),
    ("a **b** c", [.text("a "), .strong([.text("b")]), .text(" c")]),
    ("*i*", [.emphasis([.text("i")])]),
    ("`x*y*`", [.code("x*y*")]), ("$a_*b*$", [.math("a_*b*")]),
    (
      "[A *b*](https://a.org)",
      [.link([.text("A "), .emphasis([.text("b")])], url: "https://a.org")]
    ),
    ("**a *b* c**", [.strong([.text("a "), .emphasis([.text("b")]), .text(" c")])]),
    ("**a *b***", [.strong([.text("a "), .emphasis([.text("b")])])]),
    ("***b***", [.strong([.emphasis([.text("b")])])]), ("2 * 3 * 4", [.text("2 * 3 * 4")]),
    ("$5 and $6", [.text("$5 and $6")]),
    ("$5$6", [.text("$5$6")]),
    ("a * b*", [.text("a * b*")]), ("**open", [.text("**open")]), ("\\*a\\*", [.text("*a*")]),
    ("[a] (b)", [.text("[a] (b)")]), ("[a](b c)", [.text("[a](b c)")]), ("[a]()", [.text("[a]()")]),
    ("[](b)", [.text("[](b)")]), ("[a](b", [.text("[a](b")]),
    ("[a][b](c)", [.text("[a]"), .link([.text("b")], url: "c")]),
    ("C:\\dir", [.text("C:\\dir")]), ("****", [.text("****")]),
    ("*é*", [.emphasis([.text("é")])]), ("**日本**語", [.strong([.text("日本")]), .text("語")]),
    ("*\u{A0}a*", [.text("*\u{A0}a*")]), ("*a\u{3000}*", [.text("*a\u{3000}*")]),
    ("$x$٣", [.text("$x$٣")]), ("$x$é", [.math("x"), .text("é")]),
    ("\\é", [.text("\\é")]), ("[é](u)\u{301}", [.link([.text("é")], url: "u"), .text("\u{301}")]),
  ])
  func `marks are parsed, everything else is literal`(_ text: String, _ inlines: [Inline]) {
    #expect(Inline.parse(text) == inlines)
  }

  @Test func `plain text has no marks`() {
    #expect(Inline.parse("a **b *c*** `d` $e$ [f](g)").plainText == "a b c d e f")
    #expect(Inline.parse("**[a](b)** [c](d)").addresses == ["b", "d"])
  }

  @Test(
    arguments: Cases.some(of: [
      "*", "**", "`", "[", "$", "\\", "[a](", "[a](b ", "$a ", "*a ", "**a*b", "[]", "](",
    ]))
  func `a mebibyte of marks is parsed quickly`(_ mark: String) {
    // A quadratic parser would take hours for each of these; 256 KiB keep the debug build fast.
    for ending in ["", " )", " x$1", "*", "**", "`", "](u)"] {
      let text = String(repeating: mark, count: (1 << 18) / mark.utf8.count) + ending
      let start = ContinuousClock.now
      #expect(!Inline.parse(text).isEmpty)
      #expect(start.duration(to: .now) < .seconds(20))
    }
  }
}
