import Fixtures
import Testing
import Text

struct DisplayWidthTests {
  @Test func `the width is that of a terminal`() {
    #expect(displayWidth(of: "abc") == 3)
    #expect(displayWidth(of: "日本") == 4)
    #expect(displayWidth(of: "e\u{301}é") == 2)
    #expect(displayWidth(of: "😀👩‍💻🇩🇪❤️") == 8)
    #expect(displayWidth(of: "ｶﾅ Ａ한") == 7)
    #expect(displayWidth(of: "\u{202E}\u{200B}a") == 1)
    #expect(displayWidth(of: "한" as Unicode.Scalar) == 2)
  }

  @Test func `a text of Latin letters, dashes and quotes is as wide as its scalars`() throws {
    for value in Array(0..<UInt32(0x300)) + Array(0x1FF0..<0x2070) where value != 0x200D {
      let scalar = try #require(Unicode.Scalar(value))
      #expect(displayWidth(of: "a\(scalar)é") == 2 + displayWidth(of: scalar))
    }
  }

  @Test(arguments: 1...20)
  func `the width of a text is the width of its characters`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let text = RandomText.text(upTo: 20, using: &random)
      #expect(displayWidth(of: text) == widthByCharacter(of: text), "\(text.debugDescription)")
    }
  }
}
