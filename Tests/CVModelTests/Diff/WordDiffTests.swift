import Fixtures
import CVModel
import Testing

/// Word-by-word diffs of texts.
struct WordDiffTests {
  private func text(_ old: String, _ new: String) -> String {
    WordDiff(old, new).segments.map { segment in
      switch segment {
      case .same(let text): text
      case .changed(let old, let new): "[-\(old)-]{+\(new)+}"
      }
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("a b c", "a x c", "a [-b-]{+x+} c"), ("a b", "a b c", "a b [--]{+c+}"),
    ("a b c", "b c", "[-a-]{++} b c"), ("a", "a", "a"), ("", "a", "[--]{+a+}"),
    ("a", "b", "[-a-]{+b+}"),
    ("it (in submission) is", "it (ACM TOMS) is", "it [-(in submission)-]{+(ACM TOMS)+} is"),
    ("größer 日本", "größer 日", "größer [-日本-]{+日+}"),
  ])
  func `removed and added words are between the kept ones`(
    _ old: String, _ new: String, _ expected: String
  ) {
    #expect(text(old, new) == expected)
  }

  @Test func `the joined segments give each side`() {
    for generated in GeneratedCase.all.prefix(Cases.count(200)) {
      var generator = CVGenerator(seed: generated.seed)
      let (old, new) = (generator.text(), generator.text())
      let segments = WordDiff(old, new).segments
      func side(_ pick: (String, String) -> String) -> String {
        segments.map { segment in
          switch segment {
          case .same(let text): text
          case .changed(let old, let new): pick(old, new)
          }
        }.filter { !$0.isEmpty }.joined(separator: " ")
      }
      #expect(side { old, _ in old } == old.split(separator: " ").joined(separator: " "))
      #expect(side { _, new in new } == new.split(separator: " ").joined(separator: " "))
    }
  }

  @Test func `a mostly new text is shown as a whole`() {
    #expect(WordDiff("one two", "one completely different").isMostlyNew)
    #expect(!WordDiff("one two three", "one two four").isMostlyNew)
  }
}
