import CVGitCLI
import Fixtures
import Testing

/// Findings in each of their formats.
@Suite struct FindingsFormatTests {
  private static func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.write("cv/profile.yaml", "name: Ada Lovelace\nemial: ada@example.org\n")
    try repository.write("cv/cv.yaml", "sections:\n  - kind: publications\n  - kind: awards\n")
    try repository.write(
      "cv/publications/notes.yaml",
      """
      title: Notes
      type: journal
      status: Acepted
      authors: [Ada Lovelace]
      date: 1843-13, in autumn
      doi: "10.1000/50%: done, 日本"

      """)
    try repository.write("cv/publications/lux.yaml", "title: Lux.jl: Explicit\n")
    try repository.write("cv/awards/medal.yml", "title: Medal\n")
    return repository
  }

  @Test(arguments: ["text", "json", "github", "gitlab"])
  func `all findings of all files in one run`(format: String) throws {
    let repository = try Self.repository()
    let run = repository.cvgit("validate", "--format", format)
    #expect(run.status == .findings)
    try expectGolden(run.output, "Goldens/findings/\(format).txt")
  }

  /// Findings on a forge quote nothing of a private record, or of one whose privacy is unclear.
  @Test(arguments: ["github", "gitlab"])
  func `findings on a forge do not quote private records`(format: String) throws {
    let repository = try ScratchRepository()
    try repository.write("cv/profile.yaml", "name: Ada Lovelace\n")
    let record = "title: Canary\ntype: journal\nauthors: [Ada Lovelace]\nstatus: Canary\n"
    for (name, last) in [
      ("whole", "visibility: private\n"), ("slip", "visiblity: Canary\n"),
      ("part", "private: [status]\n"), ("broken", "visibility: private\n title: [Canary\n"),
      ("broken-slip", "pirvate: title\nCanary: [\n"),
    ] {
      try repository.write("cv/publications/\(name).yaml", record + last)
    }
    try repository.write(
      "cv/awards/medal.yaml", "title: Medal\ndate: 1844\npublication: publications/whol\n")
    try repository.write("cv/awards/prize.yaml", "title: Prize\ndate: soon\n")
    let run = repository.cvgit("validate", "--format", format)
    #expect(run.status == .findings)
    #expect(!run.output.contains("Canary"), "\(run.output)")
    #expect(!run.output.contains("\"publications/whole\""), "\(run.output)")
    #expect(run.output.contains("publications/whole.yaml"))
    #expect(run.output.contains("soon"), "public records are quoted")
    #expect(repository.cvgit("validate").output.contains("Canary"), "one's own terminal shows all")
  }

  @Test func `findings that GitHub would drop are counted`() throws {
    let repository = try ScratchRepository()
    try repository.write("cv/cv.yaml", "sections:\n  - kind: awards\n")
    try repository.write("cv/profile.yaml", "name: Ada Lovelace\n")
    for number in 10..<23 {
      try repository.write("cv/awards/a\(number).yaml", "title: A\(number)\ndate: soon\n")
    }
    let run = repository.cvgit("validate", "--format", "github")
    let errors = run.lines.filter { $0.hasPrefix("::error ") }
    #expect(errors.count == 10 && errors[9].contains("awards/a19.yaml"))
    #expect(
      run.lines[10]
        == "::notice title=cvgit::13 errors; 3 not shown here%0Ahint: see the log of this step"
    )
    #expect(
      run.lines.dropFirst(11).map { $0.prefix(27) }
        == (20..<23).map {
          "cv/awards/a\($0).yaml:2:7: err"
        })
  }

  @Test func `findings in color`() throws {
    let repository = try Self.repository()
    let run = repository.cvgit("validate", "--color", "always")
    try expectGolden(run.output, "Goldens/findings/colored.txt")
  }

  @Test func `paths select findings, and only these count`() throws {
    let repository = try Self.repository()
    let notes = repository.cvgit("validate", "cv/publications/notes.yaml")
    #expect(notes.lines.filter { $0.hasPrefix("cv/") }.allSatisfy { $0.contains("notes.yaml") })
    let document = repository.cvgit("validate", "cv/cv.yaml")
    #expect(document.status == .done)
    let folder = repository.cvgit("validate", "-C", "cv/publications", ".", "../profile.yaml")
    #expect(folder.output.contains("cv/profile.yaml:2:1"))
    #expect(!folder.output.contains("medal"))
    let missing = repository.cvgit("validate", "cv/publications/note.yaml")
    expectUsageError(missing, quoting: "\"cv/publications/note.yaml\"")
    #expect(missing.messages.contains("did you mean \"cv/publications/notes.yaml\"?"))
    expectUsageError(repository.cvgit("validate", "/etc/passwd"), quoting: "\"/etc/passwd\"")
  }

  @Test func `a revision and the index are checked`() throws {
    var repository = try ScratchRepository()
    try repository.writeCareer()
    try repository.commit("Valid")
    try repository.write("cv/publications/notes.yaml", "title: Lux.jl: Explicit\n")
    #expect(repository.cvgit("validate").status == .findings)
    #expect(repository.cvgit("validate", "--staged").status == .done)
    #expect(repository.cvgit("validate", "--at", "HEAD").status == .done)
    try repository.git("add", "--all")
    #expect(repository.cvgit("validate", "--staged").status == .findings)
    try repository.commit("Broken")
    #expect(repository.cvgit("validate", "--at", "HEAD").status == .findings)
    #expect(repository.cvgit("validate", "--at", "HEAD~1").status == .done)
    expectUsageError(repository.cvgit("validate", "--at", "HEAD~9"), quoting: "'HEAD~9'")
    expectUsageError(
      repository.cvgit("validate", "--at", "HEAD~1..HEAD"), quoting: "'HEAD~1..HEAD'")
  }

  @Test func `with --quiet, nothing is printed on success`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    #expect(repository.cvgit("validate", "-q").output.isEmpty)
    #expect(repository.cvgit("-q", "diff").output.isEmpty)
    #expect(!repository.cvgit("diff", "-q", "v1..v2").output.isEmpty)
    try repository.write("cv/publications/notes.yaml", "title: [\n")
    #expect(!repository.cvgit("validate", "--quiet").output.isEmpty)
    #expect(!repository.cvgit("diff", "--quiet").output.isEmpty)
  }
}
