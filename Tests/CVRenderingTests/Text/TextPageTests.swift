import Fixtures
import Testing

@testable import CVRendering

struct TextPageTests {
  private static let styles: [TextStyle] = [.plain, .heading, .added, .faint]

  private func content(_ random: inout SeededGenerator) -> StyledText {
    var content = StyledText()
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let text = RandomText.text(upTo: 30, using: &random)
      let style = Self.styles.randomElement(using: &random) ?? .plain
      content +=
        Bool.random(using: &random) ? StyledText(text, style) : StyledText(whole: text, style)
    }
    return content
  }

  @Test(arguments: 1...20)
  func `a page wraps text like the reference implementation`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let width = Int.random(in: 10...60, using: &random)
      let isColored = Bool.random(using: &random)
      var page = TextPage(width: width, isColored: isColored)
      var plain = PlainPage(width: width, isColored: isColored)
      for _ in 0..<3 {
        let content = content(&random)
        let indent = Int.random(in: 0...12, using: &random)
        let hanging = Int.random(in: 0...40, using: &random)
        page.write(content, indent: indent, hanging: hanging)
        plain.write(content, indent: indent, hanging: hanging)
      }
      #expect(page.text == plain.text, "seed \(seed)")
    }
  }

  @Test func `the lines of a page are its text without empty lines`() {
    var random = SeededGenerator(seed: 1)
    var page = TextPage(width: 40, isColored: false)
    for _ in 0..<100 {
      page.write(content(&random), hanging: 4)
      page.skipLine()
    }
    let lines = page.text.unicodeScalars.split(separator: "\n").map { String($0) }
    #expect(page.lines == lines)
  }
}
