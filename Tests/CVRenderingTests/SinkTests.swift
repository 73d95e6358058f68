import CVRendering
import Fixtures
import Testing

/// The last step of each output, which neutralizes special text.
@Suite struct SinkTests {
  @Test(arguments: [
    ("by @octocat", "by @\u{2060}octocat"),
    ("@octo-org/team", "@\u{2060}octo-org/team"),
    ("ada@example.org", "ada@example.org"),
    ("closes #1", "closes #\u{2060}1"),
    ("\\#1 prize", "\\#\u{2060}1 prize"),
    ("octo/repo#12", "octo/repo#\u{2060}12"),
    ("fixes GH-7, high-7", "fixes GH-\u{2060}7, high-7"),
    ("# A heading\n\n## Another", "# A heading\n\n## Another"),
    ("see https://example.org", "see https\\://example.org"),
    ("see www.example.org", "see www\\.example.org"),
    ("wow![here](https://example.org)", "wow\\![here](https://example.org)"),
    ("[@ada, #1](https://example.org/#1)", "[@ada, #1](https://example.org/#1)"),
    ("`@ada ![x]` @ada", "`@ada ![x]` @\u{2060}ada"),
    ("``a ` @b`` ` @c", "``a ` @b`` ` @\u{2060}c"),
    ("Closed!\n", "Closed!\n"),
  ])
  func `a forge acts on nothing in a Markdown text`(_ text: String, _ finished: String) {
    #expect(Markdown.finished(text) == finished)
  }

  @Test func `only what a forge acts on changes in a Markdown text`() {
    var random = SeededGenerator(seed: 21)
    let parts = [
      "@", "#", "1", "a", "é", " ", "!", "[", "]", "(", ")", "`", "``", "\\", "\n", "\n\n",
      "http://",
      "www.", "GH-", "~", "*",
    ]
    for _ in 0..<4_000 {
      let text = (0..<Int.random(in: 0...14, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      let finished = Markdown.finished(text)
      let plain = finished.filter { $0 != "\\" }.unicodeScalars.filter { $0.value != 0x2060 }
      #expect(plain.elementsEqual(text.unicodeScalars.filter { $0 != "\\" }), "\(text)")
    }
  }

  @Test(arguments: [
    ("::error::x", "\\::error::x"),
    ("a\n \u{A0}\t::set-output name=a::b\nc", "a\n \u{A0}\t\\::set-output name=a::b\nc"),
    ("std::vector", "std::vector"),
    ("a ##[error]x", "a ##\\[error]x"),
    ("##vso[task.setvariable variable=a]b", "##vso\\[task.setvariable variable=a]b"),
    ("## A heading", "## A heading"),
  ])
  func `no line is a command to a CI runner`(_ text: String, _ safe: String) {
    #expect(text.withoutRunnerCommands == safe)
  }
}
