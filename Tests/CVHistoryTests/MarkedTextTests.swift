import CVHistory
import Testing

@Suite struct MarkedTextTests {
  private let stamp = String(repeating: "a", count: 40)

  private func marked(_ text: String) throws -> MarkedText? { try MarkedText(Array(text.utf8)) }

  @Test func `the text around the markers is unchanged`() throws {
    let text =
      "Above\u{FF}\n\n<!-- cvgit:begin -->\nold\n<!-- cvgit:end -->  \nBelow, no line break"
    let marked = try #require(try marked(text))
    let new = String(decoding: marked.replacing(with: "new\n", stamp: stamp), as: UTF8.self)
    #expect(
      new
        == "Above\u{FF}\n\n<!-- cvgit:begin \(stamp) -->\nnew\n<!-- cvgit:end -->  \nBelow, no line break"
    )
  }

  @Test func `a file with CRLF keeps it`() throws {
    let text = "A\r\n<!-- cvgit:begin \(stamp) -->\r\nold\r\n<!-- cvgit:end -->\r\n"
    let marked = try #require(try marked(text))
    #expect(marked.plainInside == Array("old\n".utf8))
    #expect(
      String(decoding: marked.replacing(with: "new\n", stamp: stamp), as: UTF8.self)
        == text.replacing("old", with: "new"))
  }

  @Test func `markers are appended once`() throws {
    let once = MarkedText.appending("x\n", stamp: stamp, to: Array("# A".utf8))
    #expect(
      String(decoding: once, as: UTF8.self)
        == "# A\n\n<!-- cvgit:begin \(stamp) -->\nx\n<!-- cvgit:end -->\n")
    let marked = try #require(try MarkedText(once))
    #expect(marked.replacing(with: "x\n", stamp: stamp) == once)
  }

  @Test(arguments: [
    ("<!-- cvgit:begin -->\n", MarkedText.Damage.beginWithoutEnd(line: 1)),
    ("a\n<!-- cvgit:end -->\n", .endWithoutBegin(line: 2)),
    ("<!-- cvgit:end -->\n<!-- cvgit:begin -->\n", .endWithoutBegin(line: 1)),
    ("<!-- cvgit:begin -->\n<!-- cvgit:begin -->\n<!-- cvgit:end -->\n", .secondMarker(line: 2)),
    ("<!-- cvgit:begin -->\n<!-- cvgit:end -->\n<!-- cvgit:end -->\n", .secondMarker(line: 3)),
    ("<!-- cvgit:begin 12 -->\n<!-- cvgit:end -->\n", .unreadableMarker(line: 1)),
    ("<!-- cvgit:begi -->\n", .unreadableMarker(line: 1)),
  ])
  func `damaged markers are reported with their line`(text: String, damage: MarkedText.Damage) {
    #expect(throws: damage) { try marked(text) }
  }

  @Test func `a text without markers has none`() throws {
    #expect(try marked("# A\n\nabout `<!-- cvgit:begin -->`\n") == nil)
  }
}
