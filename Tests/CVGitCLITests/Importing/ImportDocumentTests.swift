import Fixtures
import Foundation
import Testing

/// `docs/import.md` shows what its commands print. `CVGIT_RECORD_GOLDEN=1` writes it anew, and
/// fails.
@Suite struct ImportDocumentTests {
  /// The files that each section of the document begins with.
  private static let files: [String: [String: String]] = [
    "BibTeX": [
      "refs.bib": """
      @article{sketch,
        author = {Menabrea, L. F. and Lovelace, Ada},
        title = {Sketch of the Analytical Engine},
        journal = {Scientific Memoirs}, year = {1843}, note = {to appear}
      }
      @book{economy,
        author = {Babbage, Charles and Lovelace, Ada},
        title = {On the Economy of Machinery},
        publisher = {Knight}, year = {1832}
      }

      """
    ],
    "CSL-JSON": ["items.json": "[\(item)]"],
    "JSON Resume": [
      "resume.json": """
      {"basics": {"name": "Ada Lovelace", "email": "ada@example.org", "phone": "+44 20 7946 0000",
        "location": {"address": "12 St James's Square", "city": "London"}},
       "work": [{"name": "Analytical Engines", "position": "Analyst", "startDate": "1842-01",
        "endDate": "1843-09", "highlights": ["Wrote the first program"]}],
       "skills": [{"name": "Mathematics", "keywords": ["Bernoulli numbers"]}]}

      """
    ],
    "RenderCV": [
      "Ada_CV.yaml": """
      cv:
        name: Ada Lovelace
        email: ada@example.org
        sections:
          Experience:
            - company: Analytical Engines
              position: Analyst
              start_date: 1842-01
              end_date: 1843-09
          Publications:
            - title: Sketch of the Analytical Engine
              authors: [L. F. Menabrea, "*Ada Lovelace*"]
              date: 1843-08
              journal: Scientific Memoirs

      """
    ],
    "LaTeX": [
      "cv.tex": """
      \\documentclass{moderncv}
      \\name{Ada}{Lovelace}
      \\email{ada@example.org}
      \\addbibresource{papers.bib}
      \\begin{document}
      \\section{Experience}
      \\cventry{1842--1843}{Analyst}{Analytical Engines}{London}{}{Wrote the first program}
      \\input{skills}
      \\end{document}

      """,
      "skills.tex": "\\section{Skills}\n\\cvitem{Mathematics}{Bernoulli numbers, calculus}\n",
      "papers.bib": """
      @article{sketch, author = {Lovelace, Ada}, title = {Sketch of the Analytical Engine},
        journal = {Scientific Memoirs}, year = 1843}

      """,
    ],
    "Pages": [
      "content/publication/sketch/index.md": """
      ---
      title: Sketch of the Analytical Engine
      authors: [L. F. Menabrea, Ada Lovelace]
      date: 1843-08-01
      publication: Scientific Memoirs
      publication_types: [article-journal]
      ---

      """
    ],
  ]

  private static let item = """
    {"id": "sketch", "type": "article-journal", "title": "Sketch of the Analytical Engine",
     "DOI": "10.5555/12345678", "container-title": "Scientific Memoirs", "volume": "3",
     "author": [{"given": "L. F.", "family": "Menabrea", "sequence": "first", "affiliation": []},
      {"given": "Ada", "family": "Lovelace", "ORCID": "https://orcid.org/0000-0002-1825-0097"}],
     "issued": {"date-parts": [[1843, 8]]}}
    """

  private static let record = """
    {"orcid-identifier": {"path": "0000-0002-1825-0097", "uri": "https://orcid.org/0000-0002-1825-0097"},
     "person": {"name": {"given-names": {"value": "Ada"}, "family-name": {"value": "Lovelace"}, "visibility": "public"}},
     "activities-summary": {"employments": {"affiliation-group": [{"summaries": [{"employment-summary":
      {"put-code": 1, "role-title": "Analyst", "visibility": "public",
       "start-date": {"year": {"value": "1842"}, "month": null, "day": null}, "end-date": null,
       "organization": {"name": "Analytical Engines", "address": {"city": "London", "country": "GB"}}}}]}]}}}
    """

  /// Answers as doi.org and orcid.org do, and nothing else.
  private static let curl = """
    #!/bin/sh
    for word; do
      case $word in
        https://doi.org/*) cat "$ANSWERS/item.json"; exit ;;
        https://pub.orcid.org/*) cat "$ANSWERS/record.json"; exit ;;
      esac
    done
    exit 6

    """

  @Test func `each command prints what the document says`() throws {
    let folder = try TemporaryFolder()
    func write(_ path: String, _ text: String) throws {
      let url = URL(fileURLWithPath: folder.path + "/" + path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    try write("bin/curl", Self.curl)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.path + "/bin/curl")
    try write("bin/item.json", Self.item)
    try write("bin/record.json", Self.record)
    let date = "2026-03-01T09:00:00+0000"
    let environment = [
      "PATH": "\(folder.path)/bin:\(BuiltProgram.folder):/usr/bin:/bin", "HOME": folder.path,
      "ANSWERS": folder.path + "/bin", "GIT_CONFIG_NOSYSTEM": "1", "EMAIL": "ada@example.org",
      "GIT_AUTHOR_NAME": "Ada Lovelace", "GIT_COMMITTER_NAME": "Ada Lovelace",
      "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date, "GIT_PAGER": "cat",
      "GIT_EDITOR": "true", "CVGIT_TYPST": "none", "LC_ALL": "C.UTF-8",
    ]
    var result = ""
    var (section, isInside, commands) = ("", false, 0)
    let text = try PackageFolder.text("docs/import.md")
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("## ") {
        section = String(line.dropFirst(3))
        for (path, text) in Self.files[section] ?? [:] { try write("\(section)/\(path)", text) }
        if Self.files[section] == nil { try write("\(section)/.keep", "") }
      }
      if line.hasPrefix("```") { isInside = line == "```console" }
      if isInside, !line.hasPrefix("$ "), !line.hasPrefix("```") { continue }
      result += line + "\n"
      guard isInside, line.hasPrefix("$ ") else { continue }
      commands += 1
      result += try ProcessRun.run(
        "sh", ["-c", "{ \(line.dropFirst(2))\n} 2>&1"], in: folder.path + "/" + section,
        environment: environment
      ).output
    }
    #expect(commands > 15)
    try expectGolden(result, "../../../docs/import.md")
  }
}
