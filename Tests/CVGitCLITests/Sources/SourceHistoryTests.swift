import CVGitCLI
import Fixtures
import Foundation
import Testing

/// What the history of a source shows: each test records its commands, and what they print, in a
/// golden.
@Suite struct SourceHistoryTests {
  /// A résumé with some positions: `ORGANIZATION: POSITION, START`.
  private static func resume(_ work: [(String, String, String)], isDense: Bool = false) -> String {
    let items = work.map { name, position, start in
      isDense
        ? #"{"startDate":"\#(start)","name":"\#(name)","position":"\#(position)"}"#
        : """
            {
              "name": "\(name)",
              "position": "\(position)",
              "startDate": "\(start)"
            }
        """
    }
    let basics = #""basics": {"name": "Ada Lovelace", "email": "ada@example.org"}"#
    return isDense
      ? "{\(basics),\"work\":[\(items.joined(separator: ","))]}"
      : "{\n  \(basics),\n  \"work\": [\n\(items.joined(separator: ",\n"))\n  ]\n}\n"
  }

  private static let engines = ("Analytical Engines", "Programmer", "1842-10")
  private static let difference = ("Difference Engines", "Assistant", "1833-06")

  /// The commands, each with what it prints and its exit status if that is not 0.
  private func record(
    _ commands: [[String]], _ repository: borrowing ScratchRepository, _ name: String
  ) throws {
    var text = ""
    for arguments in commands {
      let run = CVGitProgram.run(
        arguments,
        Surroundings(environment: repository.environment, directory: repository.path))
      text += "$ cvgit \(arguments.joined(separator: " "))\n\(run.output)\(run.messages)"
      if run.status != .done { text += "[exit status \(run.status.rawValue)]\n" }
      text += "\n"
    }
    try expectGolden(text, "../Goldens/sources/\(name).txt")
  }

  @Test func `a résumé that changes its path twice`() throws {
    var repository = try ScratchRepository()
    try repository.write("resume.json", Self.resume([Self.difference]))
    try repository.commit("A résumé")
    try FileManager.default.createDirectory(
      atPath: repository.path + "/public", withIntermediateDirectories: false)
    try repository.git("mv", "resume.json", "public/resume.json")
    try repository.commit("Move it to the site")
    try repository.write("public/resume.json", Self.resume([Self.engines, Self.difference]))
    try repository.commit("A new position")
    try repository.git("mv", "public/resume.json", "public/cv.json")
    try repository.commit("Call it a CV")
    let lead = ("Analytical Engines", "Lead Programmer", "1842-10")
    try repository.write("public/cv.json", Self.resume([lead, Self.difference]))
    try repository.commit("Promoted")
    try record(
      [
        ["log"], ["diff", "HEAD~4..HEAD"], ["diff", "HEAD~2..HEAD~1"],
        ["show", "--at", "HEAD~4", "experience"],
      ],
      repository, "moved-twice")
    let clone = try ScratchRepository(cloning: repository, "--bare")
    #expect(clone.cvgit("-q", "log").output == repository.cvgit("-q", "log").output)
  }

  @Test func `a move that is staged`() throws {
    var repository = try ScratchRepository()
    try repository.write("resume.json", Self.resume([Self.engines, Self.difference]))
    try repository.commit("A résumé")
    try repository.git("mv", "resume.json", "cv.json")
    let lead = ("Analytical Engines", "Lead Programmer", "1842-10")
    try repository.write("cv.json", Self.resume([lead, Self.difference]))
    try repository.git("add", "--all")
    try record([["diff", "--staged"], ["validate", "--staged"]], repository, "moved-in-index")
  }

  @Test func `a folder of pages that is renamed`() throws {
    var repository = try ScratchRepository()
    for name in ["rain", "floods", "wind"] {
      try repository.write(
        "content/publication/\(name)/index.md",
        "---\ntitle: On \(name)\nauthors: [Maya Okafor]\ndate: 2019-03-01\n---\nAn abstract.\n")
    }
    try repository.commit("Three papers")
    try repository.git("mv", "content/publication", "content/publications")
    try repository.commit("Rename the folder")
    try repository.write(
      "content/publications/wind/index.md",
      "---\ntitle: On wind\nauthors: [Maya Okafor]\ndate: 2019-03-01\n"
        + "publication: Journal of Hydrology\n---\nAn abstract.\n")
    try repository.commit("A venue")
    try record([["log"], ["diff", "HEAD~2..HEAD"]], repository, "pages-renamed")
    try repository.git("mv", "content/publications", "content/publication")
    try record([["diff", "--staged"]], repository, "pages-renamed-in-index")
  }

  @Test func `a version that is not valid JSON`() throws {
    var repository = try ScratchRepository()
    try repository.write("resume.json", Self.resume([Self.difference]))
    try repository.commit("A résumé")
    try repository.write(
      "resume.json",
      Self.resume([Self.engines, Self.difference]).replacing("\"1842-10\"", with: "\""))
    try repository.commit("A new position, half written")
    let lead = ("Analytical Engines", "Lead Programmer", "1842-10")
    try repository.write("resume.json", Self.resume([lead, Self.difference]))
    try repository.commit("Mended, and promoted")
    try record(
      [
        ["log"], ["diff", "HEAD~2..HEAD~1"], ["diff", "HEAD~1..HEAD"], ["diff", "HEAD~2..HEAD"],
        ["diff", "--format", "json", "HEAD~2..HEAD~1"], ["validate", "--at", "HEAD~1"],
        ["diff"], ["show", "--at", "HEAD~1", "experience"],
        ["render", "--at", "HEAD~1", "--format", "text"],
      ], repository, "invalid-json")
  }

  @Test func `a commit that reformats all and changes one thing`() throws {
    var repository = try ScratchRepository()
    let others = (0..<9).map { ("Works \($0)", "Clerk", "182\($0)-01") }
    try repository.write("resume.json", Self.resume([Self.engines, Self.difference] + others))
    try repository.commit("A résumé")
    let lead = ("Analytical Engines", "Lead Programmer", "1842-10")
    try repository.write(
      "resume.json", Self.resume(others.reversed() + [lead, Self.difference], isDense: true))
    try repository.commit("Reformat")
    try repository.write(
      "resume.json", Self.resume(others.reversed() + [lead, Self.difference]))
    try repository.commit("Reformat again")
    try record([["log"], ["diff", "HEAD~2..HEAD"]], repository, "reformatted")
  }

  @Test func `a YAML list that becomes a mapping`() throws {
    var repository = try ScratchRepository()
    try repository.write(
      "cv.yaml",
      """
      cv:
        name: Ada Lovelace
        sections:
          experience:
            - company: Analytical Engines
              position: Programmer
              start_date: 1842-10
          skills:
            - label: Mathematics
              details: Bernoulli numbers

      """)
    try repository.commit("RenderCV")
    try repository.write(
      "cv.yaml",
      """
      cv:
        name: Ada Lovelace
        sections:
          experience:
            company: Analytical Engines
            position: Lead Programmer
            start_date: 1842-10
          skills:
            - label: Mathematics
              details: Bernoulli numbers

      """)
    try repository.commit("Without the dash")
    try record(
      [["log"], ["diff", "HEAD~1..HEAD"], ["validate"]], repository, "list-becomes-mapping")
  }

  @Test func `one file that is split into several`() throws {
    func paper(_ key: String, _ status: String = "") -> String {
      """
      @article{\(key),
        author = {Maya Okafor and Lars Lindqvist},
        title = {On \(key) and its sparse gauges},
        journal = {Journal of Hydrology},
        year = {2019}\(status)
      }

      """
    }
    var repository = try ScratchRepository()
    try repository.write(".cvgit.yaml", "sources: [papers.bib]\n")
    try repository.write(
      "papers.bib",
      ["rain", "floods", "snow"].map { paper($0) }.joined()
        + paper("wind", ",\n  note = {Submitted}"))
    try repository.commit("Four papers")
    try repository.write(".cvgit.yaml", "sources: [journal.bib, talks.bib, papers.bib]\n")
    try repository.write("journal.bib", paper("rain") + paper("floods"))
    try repository.write("talks.bib", paper("wind", ",\n  note = {To appear}") + paper("snow"))
    try repository.remove("papers.bib")
    try repository.commit("Split, and one more is accepted")
    try record([["log"], ["diff", "HEAD~1..HEAD"], ["validate"]], repository, "split")
  }
}
