import Testing
import YAML

struct DocumentTests {
  @Test func `a mapping keeps its pairs in order`() throws {
    let document = Document(reading: Array("title: Lux\nauthors: [A, B]\nstatus:\n".utf8))
    #expect(document.faults.isEmpty)
    let root = try #require(document.root)
    guard case .mapping(let pairs) = root.content else { return #expect(Bool(false)) }
    #expect(pairs.map(\.key) == ["title", "authors", "status"])
    #expect(pairs[2].value.text == "")
    #expect(pairs[2].value.span.start == Position(line: 3, column: 8))
  }
}
