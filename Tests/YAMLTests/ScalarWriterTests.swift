import Testing
import YAML

struct ScalarWriterTests {
  private static let pieces = [
    "a", "b", "Z", " ", "  ", ":", ": ", " #", "#", "-", "- ", "---", "...", "?", "? ", ",", "[",
    "]", "{", "}", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`", "\\", "\n", "\t", "\r", "é",
    "日本", "😀", "e\u{301}", "\u{A0}", "\u{85}", "\u{2028}", "\u{202E}", "\u{FEFF}", "\u{7}", "~",
    "=", "<<", "\\n", "\u{10FFFF}",
  ]

  private static func texts(_ count: Int) -> [String] {
    var generator = SeededGenerator(seed: 7)
    return (0..<count).map { _ in
      (0..<Int.random(in: 0...6, using: &generator)).reduce(into: "") { text, _ in
        text += pieces.randomElement(using: &generator) ?? ""
      }
    }
  }

  /// Whether a fault is expected when reading back: the text's own control characters.
  private func isExpected(_ fault: Fault) -> Bool {
    if case .controlCharacter = fault.kind { true } else { false }
  }

  @Test func `a value written in a block reads back unchanged`() {
    for text in Self.texts(5000) {
      let written = ScalarWriter.write(text, in: .block)
      let document = Document("key: \(written)\nlist:\n  - \(written)\n")
      #expect(document.root?["key"]?.text == text, "\(written)")
      #expect(document.root?["list"]?[0]?.text == text, "\(written)")
      #expect(document.faults.allSatisfy(isExpected), "\(written)")
    }
  }

  @Test func `a value written in brackets reads back unchanged`() {
    for text in Self.texts(5000) {
      let written = ScalarWriter.write(text, in: .flow)
      let document = Document("list: [\(written), \(written)]\nmap: {a: \(written), b: c}\n")
      #expect(document.root?["list"]?[0]?.text == text, "\(written)")
      #expect(document.root?["list"]?[1]?.text == text, "\(written)")
      #expect(document.root?["map"]?["a"]?.text == text, "\(written)")
      #expect(document.faults.allSatisfy(isExpected), "\(written)")
    }
  }

  @Test func `a written key reads back unchanged`() {
    for text in Self.texts(5000) {
      let written = ScalarWriter.write(text, in: .key)
      let document = Document("\(written): a\nmap: {\(written): b}\n")
      guard text != "map" else { continue }
      #expect(document.root?[text]?.text == "a", "\(written)")
      #expect(document.root?["map"]?[text]?.text == "b", "\(written)")
      #expect(document.faults.allSatisfy(isExpected), "\(written)")
    }
  }

  @Test(arguments: [
    ("Avik Pal", "Avik Pal"), ("https://x.y/z#a", "https://x.y/z#a"), ("2024", "2024"),
    ("-5", "-5"), ("...", "..."), ("R&D, at 5 %", "R&D, at 5 %"), ("", "\"\""), (" a", "\" a\""),
    ("Lux.jl: x", "\"Lux.jl: x\""), ("Ranked #1", "\"Ranked #1\""), ("*a*", "\"*a*\""),
    ("---", "\"---\""), ("- a", "\"- a\""), ("a:", "\"a:\""), ("a\nb", "\"a\\nb\""),
    ("\"a\" b", "'\"a\" b'"), ("\"it's\"", "\"\\\"it's\\\"\""), ("$\\alpha$", "$\\alpha$"),
    ("\u{202E}", "\"\\u202E\""),
  ])
  func `a value is written as plainly as possible`(text: String, written: String) {
    #expect(ScalarWriter.write(text, in: .block) == written)
  }

  @Test func `a comma is quoted only if it would separate items`() {
    #expect(ScalarWriter.write("a, b", in: .block) == "a, b")
    #expect(ScalarWriter.write("a, b", in: .flow) == "\"a, b\"")
    #expect(ScalarWriter.write("a, b", in: .key) == "\"a, b\"")
  }
}
