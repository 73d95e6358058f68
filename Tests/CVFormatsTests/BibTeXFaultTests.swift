import CVFormats
import CVModel
import Fixtures
import Testing

/// One fault in a file of 265 entries: the entry is read as far as possible, and no other entry
/// changes.
struct BibTeXFaultTests {
  enum Fault: CaseIterable, Sendable {
    case noCommaBehindField
    case noCommaBehindKey
    case noClosingBraceOfEntry
    case noOpeningBraceOfValue
    case noClosingBraceOfValue
    case noSign

    /// The entry with this fault, and the number of its line.
    func applied(
      to lines: [String], _ random: inout SeededGenerator
    ) -> ([String], line: Int) {
      var lines = lines
      let braced = lines.indices.filter { lines[$0].contains("= {") }
      var line = 0
      switch self {
      case .noCommaBehindField:
        line = Int.random(in: 1..<lines.count - 2, using: &random)
        lines[line].removeLast()
      case .noCommaBehindKey: lines[0].removeLast()
      case .noClosingBraceOfEntry:
        line = lines.count - 1
        lines.removeLast()
      case .noOpeningBraceOfValue:
        line = braced.randomElement(using: &random) ?? 1
        lines[line] = lines[line].replacingFirst("= {", with: "= ")
      case .noClosingBraceOfValue:
        line = braced.randomElement(using: &random) ?? 1
        if let brace = lines[line].lastIndex(of: "}") { lines[line].remove(at: brace) }
      case .noSign: lines[0].removeFirst()
      }
      return (lines, line)
    }
  }

  private static let file: [[String]] = {
    var generator = BibTeXGenerator(seed: 22)
    return generator.file(265)
  }()

  private static let intact = readBibTeX(BibTeXGenerator.text(file))

  @Test func `the intact file has no findings`() {
    #expect(Self.intact.findings.isEmpty, "\(Self.intact.findings.prefix(5))")
    #expect(Self.intact.entries.count == 265)
  }

  @Test(arguments: Fault.allCases)
  func `a single fault loses at most the rest of its entry`(_ fault: Fault) throws {
    var random = SeededGenerator(seed: 7)
    for round in 0..<50 {
      let index = (round * 53 + 17) % 265
      var entries = Self.file
      let (lines, line) = fault.applied(to: entries[index], &random)
      entries[index] = lines
      let reading = readBibTeX(BibTeXGenerator.text(entries))
      let broken = lines.joined(separator: "\n")
      #expect(!reading.findings.isEmpty, "\(broken)")

      let others = Self.intact.entries.filter { $0.sourceKey != "key\(index)" }.map(\.entry)
      #expect(
        reading.entries.filter { $0.sourceKey != "key\(index)" }.map(\.entry) == others,
        "\(broken)\n\(reading.findings)")

      let before = try #require(Self.intact.entry("key\(index)")).entry
      let after = reading.entry("key\(index)")?.entry
      switch fault {
      case .noCommaBehindField, .noCommaBehindKey, .noClosingBraceOfEntry:
        #expect(after == before, "\(broken)")
      case .noOpeningBraceOfValue, .noClosingBraceOfValue:
        let names = lines[1..<line].compactMap { $0.split(separator: " ").first.map(String.init) }
        for location in Self.intact.entry("key\(index)")?.locations ?? []
        where names.contains(location.name) {
          #expect(after?[location.field] == before[location.field], "\(location.field)\n\(broken)")
        }
      case .noSign:
        #expect(reading.unreadable.map(\.key.id) == ["key\(index)"])
        #expect(reading.rules == ["text-lost"], "\(broken)")
      }
    }
  }
}

extension String {
  fileprivate func replacingFirst(_ old: String, with new: String) -> String {
    var characters = Array(self)
    let wanted = Array(old)
    for start in characters.indices.dropLast(wanted.count - 1)
    where Array(characters[start..<start + wanted.count]) == wanted {
      characters.replaceSubrange(start..<start + wanted.count, with: Array(new))
      break
    }
    return String(characters)
  }
}
