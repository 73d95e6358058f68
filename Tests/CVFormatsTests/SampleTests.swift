import CVFormats
import Fixtures
import Testing

/// The readings of two files per format: one with every field, and one as it occurs in practice.
struct SampleTests {
  @Test(arguments: [
    ("resume.json", SourceFormat.jsonResume), ("resume-odd.json", .jsonResume),
    ("cv.yaml", .rendercv), ("cv-odd.yaml", .rendercv), ("cv-1.yaml", .rendercv),
    ("items.json", .cslJSON), ("items-odd.json", .cslJSON), ("record.json", .orcid),
  ]) func `a sample reads as its golden says`(name: String, format: SourceFormat) throws {
    let file = try SampleFile.read(name)
    #expect(SourceFormat.detect(file) == format)
    try expectGolden(ReadingText(reading: format.read([file])).text, "Golden/\(name).txt")
  }

  @Test(arguments: ["hugo", "academicpages", "quarto"])
  func `a folder of pages is read as in its golden file`(name: String) throws {
    let files = try SampleFile.folder(name)
    #expect(SourceFormat.detect(folder: files) == .pages)
    let reading = SourceFormat.pages.read(files)
    try expectGolden(ReadingText(reading: reading).text, "Golden/\(name).txt")
  }
}

/// Ten faulty files of two formats, with all their findings.
struct FaultyTests {
  @Test(arguments: [
    ("resume-01-trailing-comma.json", SourceFormat.jsonResume),
    ("resume-02-unclosed-quote.json", .jsonResume), ("resume-03-duplicate-keys.json", .jsonResume),
    ("resume-04-dates.json", .jsonResume), ("resume-05-wrong-types.json", .jsonResume),
    ("resume-06-misspelled-keys.json", .jsonResume), ("resume-07-addresses.json", .jsonResume),
    ("resume-08-conflict.json", .jsonResume), ("resume-09-comments.json", .jsonResume),
    ("resume-10-nulls.json", .jsonResume), ("cv-01-colon.yaml", .rendercv),
    ("cv-02-bold.yaml", .rendercv), ("cv-03-hash.yaml", .rendercv), ("cv-04-dates.yaml", .rendercv),
    ("cv-05-missing.yaml", .rendercv), ("cv-06-keys.yaml", .rendercv),
    ("cv-07-types.yaml", .rendercv), ("cv-08-mixed.yaml", .rendercv),
    ("cv-09-duplicate.yaml", .rendercv), ("cv-10-indent.yaml", .rendercv),
  ]) func `a faulty file reads as its golden says`(name: String, format: SourceFormat) throws {
    let file = try SampleFile.read("../Faulty/\(name)")
    let reading = format.read([FormatFile(path: name, bytes: file.bytes)])
    try expectGolden(ReadingText(reading: reading).text, "Golden/\(name).txt")
  }
}
