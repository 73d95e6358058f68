import CVModel
import CVRendering
import Fixtures
import Foundation
import Testing

/// Exports, parsed by independent programs.
struct ExportTests {
  private static func cvs() throws -> [CV] { [try SampleCV.own(), try SampleCV.complete()] }

  @Test func `JSON Resume is valid for its published schema`() throws {
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

  @Test func `JSON Resume has an item for every entry`() throws {
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

  /// The entries of a CV's BibTeX as bibtexparser reads them, with each name in its parts; nil
  /// without Python.
  private static func read(_ cv: CV) throws -> [String: [String: Any]]? {
    let script = """
      import sys, json, re, bibtexparser
      from bibtexparser.bparser import BibTexParser
      from bibtexparser.customization import splitname
      parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False)
      entries = bibtexparser.loads(sys.stdin.read(), parser).entries_dict
      for entry in entries.values():
          for field in ("author", "editor"):
              names = re.split(r" and (?![^{]*\\})", entry[field]) if field in entry else []
              entry[field + "s"] = ["|".join(" ".join(splitname(name)[part]) for part in
                  ("first", "von", "last", "jr")) for name in names]
      print(json.dumps(entries, ensure_ascii=False))
      """
    guard
      let run = try OraclePython.run(script: script, input: try cv.rendered(.bibtex))
    else { return nil }
    #expect(run.status == 0, "\(run.errors)")
    return try JSONSerialization.jsonObject(with: run.stdout) as? [String: [String: Any]]
  }

  @Test func `another program finds the parts of every name`() throws {
    let cv = SampleCV.of([
      "publications/a.yaml": """
      title: T
      type: journal
      authors:
        - Guy L. Roe Jr.
        - "Le Guin, Ursula K."
        - Vincent van der Berg
        - {given: Gabriel, family: García Márquez}
        - {given: José, family: Ortega y Gasset}
        - ATLAS Collaboration
        - {group: Barnes and Noble}
        - Suharto
        - 王小明
        - "Zoë Müller†"
        - Ann Poe, PhD
        - Mara Quill Roe
        - ...
      """,
      "people/quill.yaml": "name: Mara Quill Roe\nfamily: Quill Roe\n",
    ])
    guard let read = try Self.read(cv) else { return }
    #expect(
      read["a"]?["authors"] as? [String] == [
        "Guy L.||Roe|Jr.", "Ursula K.||Le Guin|", "Vincent|van der|Berg|",
        "Gabriel||García Márquez|", "José||{Ortega y Gasset}|", "||{ATLAS Collaboration}|",
        "||{Barnes and Noble}|", "||Suharto|", "||王小明|", "Zoë||Müller|", "Ann||Poe|",
        "Mara||Quill Roe|", "||others|",
      ])
  }

  @Test(
    arguments: [
      ("Submitted", "unpublished", "Submitted to J"), ("Rejected", "unpublished", "Rejected by J"),
      ("Under Review", "unpublished", "Under Review at J"),
      ("Conditionally Accepted", "unpublished", "Conditionally Accepted at J"),
      ("Withdrawn", "unpublished", "Withdrawn from J"), ("Accepted", "article", "Accepted"),
      ("Retracted", "article", "Retracted"), ("Published", "article", nil),
    ] as [(String, String, String?)])
  func `an export names a venue only if the work appeared there`(
    _ status: String, _ type: String, _ note: String?
  ) throws {
    let cv = SampleCV.of([
      "publications/a.yaml":
        "title: T\ntype: journal\nstatus: \(status)\nauthors: [A B]\ndate: 2024\nvenue: J\npublisher: P\n"
    ])
    let json = try cv.rendered(.jsonResume)
    let hasAppeared = type == "article"
    #expect(json.contains("\"publisher\": \"J\"") == hasAppeared)
    #expect(json.contains("\"releaseDate\"") == hasAppeared)
    #expect(json.contains("2024"))
    guard let entry = try Self.read(cv)?["a"] else { return }
    #expect(entry["ENTRYTYPE"] as? String == type)
    #expect(entry["note"] as? String == note)
    #expect(entry["journal"] as? String == (hasAppeared ? "J" : nil))
    #expect(entry["publisher"] as? String == (hasAppeared ? "P" : nil))
  }

  @Test(
    arguments: [
      ("thesis", "degree: Ph.D.\npublisher: ETH", "phdthesis", ["school": "ETH"]),
      (
        "thesis", "degree: M.Sc.\nvenue: ETH", "mastersthesis",
        ["school": "ETH", "degree": "M.Sc."]
      ),
      ("thesis", "degree: Master of Arts\nvenue: ETH", "mastersthesis", ["school": "ETH"]),
      (
        "thesis", "degree: B.Sc.\nvenue: ETH", "thesis",
        ["institution": "ETH", "type": "B.Sc. thesis"]
      ),
      ("thesis", "venue: ETH", "thesis", ["institution": "ETH", "type": "Thesis"]),
      ("report", "publisher: CERN", "techreport", ["institution": "CERN"]),
      ("book", "venue: Wiley", "book", ["publisher": "Wiley"]),
      (
        "book", "venue: Lectures\npublisher: Wiley", "book",
        ["publisher": "Wiley", "series": "Lectures"]
      ),
      (
        "chapter", "venue: Handbook\npublisher: Wiley", "incollection",
        ["booktitle": "Handbook", "publisher": "Wiley"]
      ),
      ("conference", "venue: ICML", "inproceedings", ["booktitle": "ICML"]),
      ("dataset", "publisher: Zenodo", "misc", ["publisher": "Zenodo"]),
      ("journal", "venue: J\nissue: 3\npages: 5-15", "article", ["number": "3", "pages": "5--15"]),
      ("journal", "venue: J\nkey: Roe:2020", "article", ["ID": "Roe:2020"]),
      ("journal", "venue: J\nkey: no key", "article", ["ID": "a"]),
    ] as [(String, String, String, [String: String])])
  func `each type of BibTeX has the fields that it requires`(
    _ type: String, _ fields: String, _ expected: String, _ values: [String: String]
  ) throws {
    let cv = SampleCV.of([
      "publications/a.yaml": "title: T\ntype: \(type)\nauthors: [A B]\ndate: 2024\n\(fields)\n"
    ])
    guard let entry = try Self.read(cv)?.values.first else { return }
    #expect(entry["ENTRYTYPE"] as? String == expected)
    for (name, value) in values { #expect(entry[name] as? String == value, "\(name)") }
  }

  @Test func `an entry in two sections is exported once, and no two keys are equal`() throws {
    let cv = SampleCV.of([
      "cv.yaml": """
      sections:
        - {kind: publications, heading: Selected, entries: [a]}
        - {kind: publications, heading: All}
      """,
      "publications/a.yaml": "title: T\ntype: preprint\nauthors: [A B]\nkey: b\n",
      "publications/b.yaml": "title: U\ntype: preprint\nauthors: [A B]\nkey: B\n",
    ])
    let data = Data(try cv.rendered(.jsonResume).utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect((root["publications"] as? [Any])?.count == 2)
    guard let read = try Self.read(cv) else { return }
    #expect(read.keys.sorted() == ["B-2", "b"])
  }

  @Test func `BibTeX needs only the publications of the document`() throws {
    let cv = try SampleCV.complete()
    let document = CVDocument(.everything(cv), kinds: DocumentFormat.bibtex.kinds)
    #expect(document.sections.map(\.kind) == ["publications"])
    #expect(try DocumentFormat.bibtex.render(document, of: .everything(cv)) == cv.rendered(.bibtex))
  }

  @Test func `a complete paper keeps every field that BibTeX has`() throws {
    let bibtex = try SampleCV.complete().rendered(.bibtex)
    for line in [
      "@article{Pal:2024_NonlinearSolve,", "  editor = {Jack Dongarra and others},",
      "  month = may,",
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
