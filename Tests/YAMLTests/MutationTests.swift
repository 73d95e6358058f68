import Fixtures
import Testing
import YAML

struct MutationTests {
  private static let records = [
    """
    title: "NonlinearSolve.jl: High-Performance and Robust Solvers"
    type: journal
    authors: [Avik Pal, Flemming Holtorf, ..., {name: Alan Edelman, equal: yes}]
    date: 2024
    note: To Appear # soon
    links:
      Code: https://github.com/SciML/NonlinearSolve.jl
    """,
    """
    organization: Massachusetts Institute of Technology
    position: 'Research Assistant'
    summary: >-
      Worked on numerical
      software.
    highlights:
      - Ranked \\#1 of **500**
      - |
        Zürich 日本 😀
    """,
  ]

  private static let pieces = [
    "[", "]", "{", "}", ": ", "- ", " #1", "\"", "'", "|", ">", "&", "*", "!", "%", "@", "`", "\t",
    "\n", "\r\n", "  ", "\\", "\\x", "---\n", "...\n", "? ", "é", "\u{202E}", ",", "\u{FEFF}", "0",
  ].map { Array($0.utf8) }

  private func mutated(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let start = Int.random(in: 0...bytes.count, using: &generator)
      let end = min(bytes.count, start + Int.random(in: 0...6, using: &generator))
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: start)
      case 2: bytes.removeSubrange(start...)
      default:
        let piece = Self.pieces.randomElement(using: &generator) ?? []
        bytes.insert(contentsOf: piece, at: start)
      }
    }
    return bytes
  }

  @Test func `no text crashes the reader, and every fault has a message and a position`() {
    var generator = SeededGenerator(seed: 11)
    let records = Self.records.map { Array($0.utf8) }
    for round in 0..<Cases.count(20_000) {
      let bytes = mutated(records[round % records.count], using: &generator)
      let document = Document(reading: bytes)
      let lines = SourceText(bytes).lineCount
      let fatal = document.faults.filter(\.isFatal)
      #expect(fatal.isEmpty || fatal.count == 1 && document.root == nil)
      for fault in document.faults {
        #expect((1...lines).contains(fault.span.start.line))
        #expect(fault.span.start.column >= 1 && fault.span.start <= fault.span.end)
        #expect(!fault.message.isEmpty && fault.message.first?.isUppercase == false)
      }
    }
  }
}
