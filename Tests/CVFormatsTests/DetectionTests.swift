import CVFormats
import CVModel
import Testing

/// The format of a file, detected from its name and content.
struct DetectionTests {
  @Test(arguments: [
    ("publications.bib", "", "bibtex"),
    ("resume.json", #"{"basics": {"name": "Ada"}}"#, "json-resume"),
    ("resume.json", #"{"meta": {"basics": 1}, "work": []}"#, "json-resume"),
    ("resume.json", #"{"meta": {"basics": 1, "text": "\"work\": {"}}"#, nil),
    ("record.json", #"{"orcid-identifier": {"path": "0000"}, "person": {}}"#, "orcid"),
    ("items.json", #" [ {"id": "a", "type": "book", "issued": {"raw": "2020"}} ]"#, "csl-json"),
    ("-", #"{"type": "article-journal", "DOI": "10.1000/x", "title": "T"}"#, "csl-json"),
    ("package.json", #"{"name": "x", "type": "module", "author": 1, "version": "1"}"#, nil),
    ("package.json", #"{"name": "x", "version": "1"}"#, nil),
    ("list.json", "[1, 2]", nil),
    ("Ada_CV.yaml", "# CV\ncv:\n  name: Ada\n", "rendercv"),
    ("cv.yaml", "sections:\n  - kind: publications\n", nil),
    ("paper.md", "---\ntitle: A paper\n---\n", "pages"),
    ("paper.md", "---\ndate: 2020\n---\ntitle: not here\n", nil),
    ("paper.qmd", "\u{FEFF}+++\ntitle = 'A'\n+++\n", "pages"),
    ("paper.md", "# A heading\n", nil),
    ("-", "A comment\n@article{a, title={T}}\n", "bibtex"),
    ("main.c", "@article{a, title={T}}\n", nil),
    ("empty.json", "", nil),
    ("cut.json", #"{"basics"#, nil),
  ]) func `a format is detected`(path: String, text: String, format: String?) {
    let detected = SourceFormat.detect(FormatFile(path: path, text: text))
    #expect(detected?.rawValue == format)
  }

  @Test func `a folder of pages is detected by a page`() {
    let readMe = FormatFile(path: "pubs/README.md", text: "---\ntitle: About\n---\n")
    let page = FormatFile(path: "pubs/a/index.md", text: "---\ntitle: A\n---\n")
    #expect(SourceFormat.detect(folder: [readMe]) == nil)
    #expect(SourceFormat.detect(folder: [readMe, page]) == .pages)
  }

  @Test func `a source over the limit is a fault`() {
    let bytes = [UInt8](repeating: 32, count: SourceFormat.maximumSize + 1)
    let reading = SourceFormat.bibtex.read([FormatFile(path: "a.bib", bytes: bytes)])
    #expect(reading.fault?.rule == "size")
  }
}
