import CVFormats
import Fixtures
import Testing

/// A realistic file, with everything that is read from it.
struct BibTeXGoldenTests {
  @Test func `a file is read as its golden file shows`() throws {
    let reading = SourceFormat.bibtex.read([try SampleFile.read("publications.bib")])
    try expectGolden(ReadingText(reading: reading).text, "Golden/publications.bib.txt")
  }
}
