import Testing
import Text

struct SuggestionTests {
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
