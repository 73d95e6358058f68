import Testing
import YAML

struct SourceTextTests {
  @Test func `lines end at LF, CRLF or CR, and exclude the byte order mark`() {
    let source = SourceText(Array("\u{FEFF}a\r\nb\rc\n\nd".utf8))
    #expect(source.lineCount == 5)
    #expect((1...6).map(source.line) == ["a", "b", "c", "", "d", nil])
    #expect(source.line(0) == nil)
  }

  @Test func `bytes that are not UTF-8 are still shown`() {
    #expect(SourceText([0x61, 0xE9, 0x62, 0x0A]).line(1) == "a\u{FFFD}b")
    #expect(SourceText([]).line(1) == "")
  }

  @Test(arguments: [
    ("  - Publication: Emergent Misalignment", "- \"Publication: Emergent Misalignment\""),
    ("title: [Re] # draft", "title: \"[Re]\" # draft"),
    ("title: Rank #1", "title: \"Rank #1\""),
    ("- {a: b}", "- \"{a: b}\""),
    ("  \"a: b\": c", "\"a: b\": \"c\""),
    ("title: say \"hi\"", "title: 'say \"hi\"'"),
    ("just text", "\"just text\""),
  ])
  func `a value or a list item is put in quotes`(line: String, quoted: String) {
    #expect(quotedLine(line) == quoted)
  }

  @Test(arguments: ["", "  ", "title:", "-", "title: \"Lux\"", "- 'a: b' # c", "# comment"])
  func `a key without a value, or with a quoted one, is unchanged`(line: String) {
    #expect(quotedLine(line) == nil)
  }

  @Test func `the missing space after a key is inserted`() {
    #expect(spacedLine("  title:Lux.jl # x") == "title: Lux.jl # x")
    #expect(spacedLine("title:a: b") == "title: \"a: b\"")
    #expect(spacedLine("https://example.org") == nil)
    #expect(spacedLine("title: Lux") == nil)
    #expect(spacedLine("Lux") == nil)
  }
}
