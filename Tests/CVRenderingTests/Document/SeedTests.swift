import CVModel
import CVRendering
import Fixtures
import Foundation
import Testing

/// The document of `cv/` contains the same facts, in the same order, as the CV from which it was
/// made.
struct SeedTests {
  /// The lines of that CV; the facts of a line are separated by `¦`.
  private static func lines() throws -> [[String]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "SeedLines.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      line.split(separator: "¦").map { ReadersText.folded(String($0)) }
    }
  }

  @Test(arguments: [DocumentFormat.markdown, .html, .text])
  func `every line of the seed is in its place, with its facts together`(
    _ format: DocumentFormat
  ) throws {
    let text = ReadersText(try SampleCV.own().rendered(format), format).text
    var rest = text[...]
    for line in try Self.lines() {
      var end: String.Index?
      for fact in line {
        let found = rest.range(of: fact)
        let range = try #require(found, "\(fact) is not behind what stands before it")
        if let end {
          let between = text[end..<range.lowerBound]
          #expect(between.count < 24, "\(between) stands between the facts of \(line)")
        }
        end = range.upperBound
        rest = text[range.upperBound...]
      }
    }
  }

  @Test(arguments: [DocumentFormat.markdown, .html, .text, .typst])
  func `a document of this repository's CV is as recorded`(_ format: DocumentFormat) throws {
    try expectGolden(
      try SampleCV.own().rendered(format), "Golden/avik-pal.\(format.ending)")
  }

  @Test(arguments: [DocumentFormat.jsonResume, .bibtex, .cslJSON, .rendercv, .latex])
  func `an export of this repository's CV is as recorded`(_ format: DocumentFormat) throws {
    try expectGolden(
      try SampleCV.own().rendered(format), "Golden/avik-pal.\(format.ending)")
  }
}
