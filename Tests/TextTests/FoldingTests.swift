import Fixtures
import Testing
import Text

struct FoldingTests {
  @Test(arguments: [
    ("a  b", "a b"), (" a\tb\n", "a b"), ("", ""), ("   ", ""), ("a", "a"), ("a\r\n\r\nb", "a b"),
    ("a\u{A0}b", "a\u{A0}b"), ("é  ü", "é ü"),
  ])
  func `white space collapses to single spaces`(_ text: String, _ collapsed: String) {
    #expect(text.collapsed == collapsed)
  }

  @Test(arguments: 1...20)
  func `collapsed text is its words with single spaces`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let text = RandomText.text(upTo: 20, using: &random)
      let words = text.unicodeScalars.split { $0 == " " || ("\t"..."\r").contains($0) }
      #expect(text.collapsed == words.map { String($0) }.joined(separator: " "))
    }
  }

  @Test(arguments: [
    ("Łukasz Größe", "Lukasz Grosse"), ("Æon Œuvre", "AEon OEuvre"), ("日本 x", " x"), ("a–b", "a-b"),
    ("naïve", "naive"),
    ("Þór Ñandú Şırnak", "THor Nandu Sirnak"),
  ])
  func `accents are removed and ligatures expanded`(_ text: String, _ folded: String) {
    #expect(text.asciiFolded == folded)
  }

  @Test(arguments: [
    ("Lux.jl: Explicit", ["lux", "jl", "explicit"]), ("Don't", ["dont"]), ("Don’t", ["dont"]),
    ("日本語の論文", ["日本語の論文"]),
    ("C++ / C#", ["c", "c"]), ("Straße", ["strasse"]), ("e\u{301}tude étude", ["etude", "etude"]),
    ("— …", []), ("", []),
    ("Привет МИР", ["привет", "мир"]), ("x²", ["x²"]),
  ])
  func `words are folded for comparison`(_ text: String, _ words: [String]) {
    #expect(text.foldedWords == words)
  }

  @Test(
    arguments: [
      ("publicatons", "publications"), ("Authors", "authors"), ("tilte", "title"), ("dat", "date"),
      ("xyz", nil), ("", nil),
      ("publication", "publications"),
    ] as [(String, String?)])
  func `a word similar to a known one is taken for it`(_ word: String, _ known: String?) {
    #expect(suggestion(for: word, among: ["publications", "authors", "title", "date"]) == known)
  }

  @Test func `a very long word is not compared`() {
    #expect(suggestion(for: String(repeating: "a", count: 1 << 16), among: ["title"]) == nil)
  }
}
