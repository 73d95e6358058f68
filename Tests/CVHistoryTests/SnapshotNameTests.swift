import CVHistory
import Fixtures
import Git
import Testing
import Text

@Suite struct SnapshotNameTests {
  private let day = Day(unixSeconds: 1_763_640_000)

  @Test(arguments: [
    ("MIT EECS faculty search", "-mit-eecs-faculty-search"),
    ("  Zürich / ETH: Übergang  ", "-zurich-eth-ubergang"), ("🎉🎉", ""), ("東京大学", ""),
    ("../../etc/passwd", "-etc-passwd"), ("a..b@{1}~^:?*[\\", "-a-b-1"), ("x.lock", "-x-lock"),
    ("\u{1B}[31mred\u{7}", "-31mred"), ("-rf --force", "-rf-force"), ("", ""),
  ])
  func `a purpose becomes letters, digits and hyphens only`(_ purpose: String, _ slug: String) {
    #expect(SnapshotName.first(day, purpose: purpose) == "snapshot/2025-11-20" + slug)
  }

  @Test func `a long purpose ends at a word's end`() {
    let words = Array(repeating: "twelveletter", count: 9).joined(separator: " ")
    let name = SnapshotName.first(day, purpose: words)
    let slug = name.dropFirst("snapshot/2025-11-20-".count)
    #expect(slug == "twelveletter-twelveletter-twelveletter-twelveletter")
    let long = SnapshotName.first(day, purpose: String(repeating: "x", count: 10_000))
    #expect(long == "snapshot/2025-11-20-" + String(repeating: "x", count: 60))
  }

  @Test func `any text gives a name that git accepts`() throws {
    let scratch = try ScratchRepository()
    var random = SeededGenerator(seed: 7)
    for _ in 0..<100 {
      let length = Int.random(in: 0...90, using: &random)
      var text = String.UnicodeScalarView()
      for _ in 0..<length {
        let value = UInt32.random(in: 0...0x2FFF, using: &random)
        text.append(Unicode.Scalar(value % 3 == 0 ? value % 128 : value) ?? "-")
      }
      let name = SnapshotName.first(day, purpose: String(text))
      try scratch.git("check-ref-format", "refs/tags/" + name)
      #expect(name.utf8.count <= "snapshot/2025-11-20-".utf8.count + 60)
    }
  }
}
