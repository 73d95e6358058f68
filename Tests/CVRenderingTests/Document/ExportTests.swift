import CVModel
import CVRendering
import Fixtures
import Foundation
import Testing

/// Exports are read by other people's programs.
struct ExportTests {
  private static func cvs() throws -> [CV] { [try SampleCV.own(), try SampleCV.complete()] }

  @Test func `JSON Resume meets the schema of its published fields`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let schema = try String(
      contentsOf: folder.appending(path: "JSONResume.schema.json"), encoding: .utf8)
    let documents = try Self.cvs().map { try $0.rendered(.jsonResume) }
    let script = """
      import sys, json, jsonschema
      schema, *documents = sys.stdin.read().split("\\x00")
      validator = jsonschema.Draft202012Validator(
          json.loads(schema), format_checker=jsonschema.FormatChecker())
      for document in documents:
          for error in validator.iter_errors(json.loads(document)):
              print(list(error.path), error.message)
      """
    let input = ([schema] + documents).joined(separator: "\0")
    guard let run = try OraclePython.run(script: script, input: input) else { return }
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "")
  }

  @Test func `JSON Resume holds an item for every entry`() throws {
    let cv = try SampleCV.complete()
    let document = CVDocument(.everything(cv))
    let data = Data(try cv.rendered(.jsonResume).utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let items = root.values.compactMap { $0 as? [Any] }.map(\.count).reduce(0, +)
    #expect(items == document.sections.flatMap(\.entries).count)
  }

  @Test func `BibTeX read back has every paper, its people and its fields`() throws {
    let script = """
      import sys, json, bibtexparser
      from bibtexparser.bparser import BibTexParser
      parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False)
      print(json.dumps(bibtexparser.loads(sys.stdin.read(), parser).entries_dict, sort_keys=True,
          ensure_ascii=False, indent=1))
      """
    let cv = try SampleCV.own()
    guard let run = try OraclePython.run(script: script, input: try cv.rendered(.bibtex)) else {
      return
    }
    let read = try #require(
      try JSONSerialization.jsonObject(with: run.stdout) as? [String: [String: String]])
    for entry in cv.entries(of: "publications") {
      let record = try #require(read[entry.key.id])
      let title = try #require(entry["title"]?.text)
      #expect(record["title"] == "{\(title.replacing("&", with: "\\&"))}")
      let people = (entry["authors"]?.items ?? []).compactMap(\.text)
      let names = people.filter { $0 != "..." } + (people.contains("...") ? ["others"] : [])
      #expect(record["author"] == names.joined(separator: " and "))
      #expect(record["year"] == entry["date"]?.text)
    }
    #expect(read["nonlinearsolve-jl"]?["ENTRYTYPE"] == "article")
    #expect(read["nonlinearsolve-jl"]?["note"] == "Accepted, To Appear")
    #expect(
      read["review-of-differentiable-programming"]?["note"] == "Under Review at SIAM Review")
  }

  @Test func `BibTeX needs the publications of the document alone`() throws {
    let cv = try SampleCV.complete()
    let document = CVDocument(.everything(cv), kinds: DocumentFormat.bibtex.kinds)
    #expect(document.sections.map(\.kind) == ["publications"])
    #expect(try DocumentFormat.bibtex.render(document, of: .everything(cv)) == cv.rendered(.bibtex))
  }

  @Test func `a complete paper keeps every field that BibTeX has`() throws {
    let bibtex = try SampleCV.complete().rendered(.bibtex)
    for line in [
      "@article{example,", "  editor = {Jack Dongarra and others},", "  month = may,",
      "  journal = {ACM Transactions on Mathematical Software},",
      "  publisher = {Association for Computing Machinery},", "  volume = {50},",
      "  number = {2},", "  pages = {14:1--14:27},", "  doi = {10.1145/3377811.3380366},",
      "  eprint = {2403.16341},", "  archiveprefix = {arXiv},", "  isbn = {978-0-306-40615-7},",
      "  issn = {2049-3630},", "  pmid = {33116299},", "with \\textbf{sparse} Jacobians and $O(n)$",
      "  note = {Invited to the special issue on Julia., Best Paper, Reproducibility Badge},",
    ] {
      #expect(bibtex.contains(line), "\(line)")
    }
  }
}
