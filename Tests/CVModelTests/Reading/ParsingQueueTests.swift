import CVModel
import Fixtures
import Testing

/// A CV that is parsed while its files are read equals one that is read at once.
struct ParsingQueueTests {
  /// Files of every sort: records, unreadable ones, a custom kind, other files, and a duplicate ID.
  private func files(_ count: Int, seed: UInt64) -> [SourceFile] {
    var random = SeededGenerator(seed: seed)
    var files = [
      SourceFile(path: "cv/cv.yaml", text: "sections: [{kind: exhibitions}, {kind: awards}]\n"),
      SourceFile(path: "cv/profile.yaml", text: "name: Ada\n"),
      SourceFile(
        path: "cv/kinds/exhibitions.yaml",
        text: """
          label: {one: exhibition, many: exhibitions}
          name: [title]
          fields: {title: {type: text, required: true}, year: {type: date}}
          """),
    ]
    for number in files.count..<count {
      let path = "cv/\(["awards", "exhibitions", "publications"][number % 3])/e-\(number)"
      switch Int.random(in: 0..<8, using: &random) {
      case 0: files.append(SourceFile(path: path + ".yaml", text: "title: [Notes\n"))
      case 1: files.append(SourceFile(path: path + ".yml", text: "title: Notes\n"))
      case 2: files.append(SourceFile(path: path + ".yaml", content: .conflict))
      case 3: files.append(SourceFile(path: "elsewhere/\(number).yaml", text: "title: Notes\n"))
      case 4: files.append(SourceFile(path: path + "/e-1.yaml", text: "title: Twice \(number)\n"))
      default:
        files.append(SourceFile(path: path + ".yaml", text: "title: Notes \(number)\nyear: 2020\n"))
      }
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  @Test(arguments: [0, 3, 20, 128, 129, 500], [UInt64(1), 2])
  func `a CV parsed while it is read equals one read at once`(count: Int, seed: UInt64) {
    let reader = CVReader(root: "cv")
    var random = SeededGenerator(seed: seed)
    let files = count == 0 ? [] : files(count, seed: seed)
    let once = reader.read(files)
    for coming in [files, files.shuffled(using: &random)] {
      let kinds = files.filter { $0.path.hasPrefix("cv/kinds/") }
      let queue = ParsingQueue(reader, kinds: kinds)
      for file in coming { queue.add(file) }
      let reading = queue.reading()
      #expect(reading.cv == once.cv)
      #expect(reading.records.map(\.path) == once.records.map(\.path))
      #expect(reading.unreadable == once.unreadable)
      #expect(reading.strays.map(\.path) == once.strays.map(\.path))
      #expect(reading.findings == once.findings)
      let (lines, expected) = (
        reading.sourceLines(of: once.findings), once.sourceLines(of: once.findings)
      )
      for finding in once.findings { #expect(lines(finding) == expected(finding)) }
    }
    #expect(once.isEmpty == (count == 0))
    #expect(count < 128 || once.unreadable.count > 20 && once.strays.count > 5)
  }
}
