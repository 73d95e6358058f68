import Fixtures
import Testing
import YAML

struct LimitTests {
  @Test func `thirty-two levels are read, and one more is not`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(Document(nested(32)).faults.isEmpty)
    let fault = try #require(Document(nested(33)).faults.first)
    #expect(fault.message == "nested more than 32 levels deep")
    #expect(fault.span.start == Position(line: 1, column: 33))
  }

  @Test func `a text may be at most one mebibyte`() {
    let bytes = [UInt8](repeating: 0x23, count: Document.maximumSize + 1)
    #expect(Document(reading: bytes.dropLast()).faults.isEmpty)
    #expect(Document(reading: bytes).faults.map(\.message) == ["file is larger than 1024 KiB"])
  }

  @Test func `values are counted as they arrive`() {
    let document = Document("[" + String(repeating: "a,", count: Document.maximumNodes) + "]")
    #expect(document.faults.map(\.message) == ["more than 65536 values in one file"])
  }

  private static let pieces = [
    "[", "- ", "? ", "{a: ", "[a,", "{", "- [", "a: [\n", "[\n", "- - - \n", "'", "\"", "&a ",
    "*a ", "!a ", "# ", " #a", "%TAG !a! x\n", "\t", " ", "é", ":", ": ", "a\n", "x ", "\"a\" ",
    "{a", "? a\n: b\n", "{a: b, ", "---\n", "  \t", "\n", "\u{202e}", "[{", "[[],", "] ", "a b: ",
  ]

  /// Quadratic time would take minutes; the limit only stops a hang.
  @Test(.timeLimit(.minutes(10)), arguments: Cases.some(of: pieces))
  func `a text of 64 KiB is read completely, or rejected at the right position`(piece: String) {
    for opening in ["", "[", "a: ", "- \""] {
      let text = opening + String(repeating: piece, count: (1 << 16) / piece.utf8.count)
      let document = Document(text)
      #expect(document.faults.count <= Document.maximumFaults)
      #expect(document.faults.allSatisfy { $0.span.start >= .start })
    }
  }

  @Test(.timeLimit(.minutes(10)), arguments: ["[", "- ", "? ", "{a: "])
  func `a mebibyte of open collections is rejected where it is too deep`(piece: String) {
    let text = String(repeating: piece, count: (1 << 20) / piece.utf8.count)
    #expect(Document(text).faults.map(\.message) == ["nested more than 32 levels deep"])
  }

  @Test func `many different directives are not compared`() {
    let text = (0..<50_000).map { "%TAG !a\($0)! x\n" }.joined()
    let document = Document(text)
    #expect(document.faults.map(\.message) == ["directives are not allowed"])
    #expect(document.root == nil)
  }
}

/// Anchors, which are read only if the limits allow them.
struct AliasTests {
  private static let limits = Document.Limits(size: 1 << 16, nodes: 1000, allowsAliases: true)

  private func document(_ text: String) -> Document {
    Document(reading: Array(text.utf8), limits: Self.limits)
  }

  @Test func `an alias repeats what its anchor names`() throws {
    let root = try #require(document("a: &x [1, 2]\nb: *x\n").root)
    guard case .mapping(let pairs) = root.content,
      case .sequence(let items) = pairs[1].value.content
    else {
      Issue.record("expected a mapping")
      return
    }
    #expect(items.map(\.text) == ["1", "2"])
    #expect(pairs[1].value.span.start == Position(line: 2, column: 4))
  }

  @Test func `a merge key adds missing pairs`() throws {
    let root = try #require(document("a: &x {p: 1, q: 2}\nb:\n  <<: *x\n  p: 3\n").root)
    guard case .mapping(let pairs) = root.content,
      case .mapping(let merged) = pairs[1].value.content
    else {
      Issue.record("expected a mapping")
      return
    }
    #expect(merged.map(\.key) == ["p", "q"])
    #expect(merged.map(\.value.text) == ["3", "2"])
  }

  @Test func `an alias without its anchor is a fault`() {
    #expect(document("a: *x\n").faults.map(\.message) == ["alias \"*x\" is not allowed"])
  }

  @Test func `nodes repeated by aliases are counted`() {
    let bomb =
      "a: &a [1,2,3,4,5,6,7,8,9]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
    #expect(document(bomb).faults.map(\.message) == ["more than 1000 values in one file"])
  }
}
