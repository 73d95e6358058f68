import CVModel
import Fixtures
import Testing
import Text
import YAML

/// Randomly damaged records: nothing crashes, and every finding has a valid location.
struct MutatedRecordTests {
  /// Rounds over all example records: 200 make more than 5,000 records.
  private static let rounds = Cases.count(200)

  /// The rules about a file's name or size; any other finding is about the content, and has a
  /// position.
  private static let rulesOfWholeFiles: Set = [
    "file", "id", "unknown-kind", "duplicate-id", "symlink", "size",
  ]

  @Test func `damaged records give findings with positions inside their files`() throws {
    let examples = try ExampleRecords.files()
    var generator = SeededGenerator(seed: 2024)
    var count = 0
    for round in 0..<Self.rounds {
      let files = examples.map { mutated($0, &generator) }
      let findings = CVReader(root: "").read(files).findings
      let sources = Dictionary(
        files.map { ($0.path, SourceText($0.bytes ?? [])) }, uniquingKeysWith: { first, _ in first }
      )
      for finding in findings {
        #expect(isInside(finding, sources[finding.path]), "round \(round): \(finding.described)")
        let isSafe = !finding.message.unicodeScalars.contains { $0.isUnsafeInTerminal }
        #expect(isSafe, "round \(round): \(finding.described)")
        let hasPlace = finding.span != nil || Self.rulesOfWholeFiles.contains(finding.rule)
        #expect(hasPlace, "round \(round): \(finding.described)")
      }
      #expect(findings.count == Set(findings).count, "round \(round)")
      count += files.count
    }
    #expect(count >= Cases.count(5000))
  }

  @Test func `the same bytes give the same findings`() throws {
    let examples = try ExampleRecords.files()
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<20 {
      let files = examples.map { mutated($0, &generator) }
      let findings = CVReader(root: "").read(files).findings
      #expect(CVReader(root: "").read(files.shuffled(using: &generator)).findings == findings)
    }
  }

  private func isInside(_ finding: Finding, _ source: SourceText?) -> Bool {
    guard let span = finding.span else { return true }
    guard let source, span.start <= span.end, span.start.column >= 1,
      let line = source.line(span.start.line), span.end.line <= source.lineCount
    else { return false }
    return span.start.column <= line.unicodeScalars.count + 1
  }

  /// A file with one to three random changes.
  private func mutated(_ file: SourceFile, _ generator: inout SeededGenerator) -> SourceFile {
    var bytes = file.bytes ?? []
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      mutate(&bytes, &generator)
    }
    return SourceFile(path: file.path, content: .bytes(bytes))
  }

  private func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    let other = Int.random(in: 0..<bytes.count, using: &generator)
    let range = min(place, other)..<max(place, other)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
    case 2: bytes.removeSubrange(place...)
    case 3: bytes.removeSubrange(range)
    case 4: bytes.insert(contentsOf: bytes[range], at: place)
    case 5:
      bytes.insert(
        Array(": -[]{}#&*!|>'\"%@`,\n\t\r\\".utf8).randomElement(using: &generator) ?? 0, at: place)
    case 6: duplicateLine(at: place, &bytes)
    default: bytes.swapAt(place, other)
    }
  }

  private func duplicateLine(at place: Int, _ bytes: inout [UInt8]) {
    let start = bytes[..<place].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
    bytes.insert(contentsOf: bytes[start..<end], at: end)
  }
}
