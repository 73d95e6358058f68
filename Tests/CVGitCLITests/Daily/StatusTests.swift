import CVGitCLI
import Fixtures
import Foundation
import Git
import Testing

/// `status`, `list`, `fields`, and what `show` prints without a name.
@Suite struct StatusTests {
  private func career() throws -> ScratchRepository {
    var scratch = try ScratchRepository()
    try scratch.commitCareer()
    return scratch
  }

  /// The status, some days after the career's commits.
  private func status(_ scratch: borrowing ScratchRepository, after days: Int64 = 0)
    -> CVGitProgram.Run
  {
    var surroundings = Surroundings(environment: scratch.environment, directory: scratch.path)
    surroundings.clock = { Moment(seconds: 1_709_283_600 + days * 86400, offsetMinutes: 0) }
    return CVGitProgram.run(["status"], surroundings)
  }

  @Test func `status shows what is staged and what is not, findings and waiting papers`() throws {
    var scratch = try career()
    #expect(status(scratch).output == "nothing new, and no findings (1 publication)\n")
    try scratch.write(
      "cv/publications/b.yaml", ScratchRepository.paper("Looms", status: "Submitted"))
    try scratch.commit("Looms")
    #expect(status(scratch, after: 400).status == .done)
    #expect(!status(scratch, after: 400).output.contains("Waiting"))
    #expect(
      status(scratch, after: 401).output
        == "Waiting\n  Submitted for 401 days: Looms (publications/b)\n")
    try scratch.git("mv", "cv/publications/b.yaml", "cv/publications/looms.yaml")
    try scratch.commit("Another name")
    #expect(status(scratch, after: 500).output.contains("500 days: Looms (publications/looms)"))
    try scratch.write("cv/awards/a.yaml", "title: Prize\ndate: 1850\n")
    try scratch.git("add", "cv/awards/a.yaml")
    try scratch.write(
      "cv/publications/notes.yaml", ScratchRepository.paper("Notes", status: "Retracted"))
    try scratch.write("cv/publications/c.yaml", "title: C\nstatus: nonsense\n")
    let run = status(scratch)
    #expect(run.status == .findings)
    #expect(run.output.hasPrefix("Staged\n  + Prize · 1850\n\nNot staged\n"))
    #expect(run.output.contains("Published → Retracted  Notes"))
    #expect(
      run.output.contains("Findings\n  ") && run.output.contains("\"cvgit validate\" shows them"))
  }

  @Test func `snapshot without options is an overview, and none is said`() throws {
    let scratch = try career()
    for arguments in [["snapshot"], ["snapshot", "list"]] {
      let run = CVGitProgram.run(
        arguments, Surroundings(environment: scratch.environment, directory: scratch.path))
      #expect(run.status == .done && run.output.isEmpty)
      #expect(run.messages.hasPrefix("note: no snapshots yet\nhint: cvgit snapshot --for"))
    }
    #expect(scratch.cvgit("snapshot", "--for", "MIT").status == .done)
    #expect(scratch.cvgit("snapshot").output == scratch.cvgit("snapshot", "list").output)
    #expect(scratch.cvgit("snapshot", "--at", "v1").status == .failure)
  }

  @Test func `status tells what is new since the last snapshot`() throws {
    var scratch = try career()
    #expect(scratch.cvgit("snapshot", "--for", "MIT", "--at", "v1").status == .done)
    #expect(status(scratch).output.hasSuffix("Since snapshot/2024-03-01-mit\n  1 published\n"))
  }

  @Test func `show without a name is an overview`() throws {
    let scratch = try career()
    #expect(scratch.cvgit("show").output == "Ada Lovelace\n  publications  1 publication\n")
    #expect(scratch.cvgit("show", "--at", "v1").status == .done)
    #expect(try ScratchRepository().cvgit("show").messages.hasPrefix("error: no CV found"))
  }

  @Test func `list filters by status and date, as a table, as JSON and as CSV`() throws {
    let scratch = try career()
    try scratch.write(
      "cv/publications/b.yaml",
      ScratchRepository.paper("Looms, \"old\"", status: "Submitted", date: "2020-05"))
    try scratch.write(
      "cv/experience/x.yaml",
      "organization: =Engines\nposition: Programmer\nstart: 2019\nend: present\n")
    #expect(
      scratch.cvgit("list").output == """
        Work Experience  1
          x      2019 – present  =Engines, Programmer

        Publications  2
          notes  2024     Published  Notes
          b      2020-05  Submitted  Looms, "old"

        """ || scratch.cvgit("list").output.contains("notes  2024     Published  Notes"))
    let csv = scratch.cvgit("list", "--format", "csv").output
    #expect(csv.hasPrefix("kind,id,date,status,name,private\r\n"))
    #expect(csv.contains("publications,b,2020-05,Submitted,\"Looms, \"\"old\"\"\",false\r\n"))
    #expect(csv.contains(",\"'=Engines, Programmer\","), "no formula for a spreadsheet")
    func ids(_ options: String...) throws -> [String] {
      let run = CVGitProgram.run(
        ["list", "--format", "csv"] + options,
        Surroundings(environment: scratch.environment, directory: scratch.path))
      #expect(run.status == .done, "\(run.messages)")
      return run.output.components(separatedBy: "\r\n").dropFirst().dropLast().map {
        $0.components(separatedBy: ",")[1]
      }.sorted()
    }
    #expect(try ids("publications") == ["b", "notes"])
    #expect(try ids("--status", "submitted") == ["b"])
    #expect(try ids("--since", "2021") == ["notes", "x"])
    #expect(try ids("--until", "2020-05") == ["b", "x"])
    #expect(try ids("--since", "2020-06", "--until", "2023", "pub") == [])
    let json = scratch.cvgit("list", "publications", "--status", "published", "--format", "json")
    #expect(
      json.output.contains("\"format\" : \"cvgit-list/1\"") || json.output.contains("cvgit-list/1"))
    expectUsageError(scratch.cvgit("list", "--status", "acepted"), quoting: "acepted")
  }

  @Test func `fields lists what a kind takes, outside of any repository too`() {
    let run = cvgit(["fields", "publication"])
    #expect(run.status == .done, "\(run.messages)")
    #expect(run.output.hasPrefix("title *"))
    #expect(run.output.contains("one of In Preparation, Submitted, Under Review"))
    #expect(cvgit(["fields"]).output.contains("publications  "))
  }

  @Test(arguments: [
    ("year", "\"date\""), ("journal", "\"venue\""), ("author", "\"authors\""),
    ("number", "\"issue\""),
  ])
  func `a field that is called otherwise elsewhere is corrected`(field: String, meant: String)
    throws
  {
    let scratch = try career()
    try scratch.write(
      "cv/publications/b.yaml",
      "title: B\ntype: journal\nauthors: [A B]\ndate: 2020\nvenue: V\n\(field): 2020\n")
    let run = scratch.cvgit("validate")
    #expect(run.output.contains("hint: did you mean \(meant)?"), "\(run.output)")
  }

  @Test(arguments: [
    ("awards", "date", "Sept 2023", "2023-09"), ("awards", "date", "12.03.2024", "2024-03-12"),
    ("grants", "amount", "1.5M EUR", "1500000 EUR"),
    ("grants", "amount", "850'000 CHF", "850000 CHF"),
  ])
  func `a value as people write it is corrected`(
    kind: String, field: String, value: String, meant: String
  ) throws {
    let scratch = try career()
    try scratch.write("cv/\(kind)/a.yaml", "title: A\n\(field): \"\(value)\"\n")
    let run = scratch.cvgit("validate")
    #expect(run.output.contains("hint: write \"\(meant)\"\n"), "\(run.output)")
  }
}
