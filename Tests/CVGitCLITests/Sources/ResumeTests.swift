import CVGitCLI
import Fixtures
import Testing

/// Sources with a profile, in real repositories.
@Suite struct ResumeTests {
  private static let resume = """
    {
      "basics": {
        "name": "Ada Lovelace", "email": "ada@example.org", "phone": "+44 20 7946 0000"
      },
      "work": [
        {"name": "Analytical Engines", "position": "Programmer", "startDate": "1842-10"}
      ]
    }

    """

  private func repository(settings: String = "") throws -> ScratchRepository {
    var repository = try ScratchRepository()
    try repository.write("resume.json", Self.resume)
    if !settings.isEmpty { try repository.write(".cvgit.yaml", settings) }
    try repository.commit("A resume")
    return repository
  }

  @Test func `a resume is found, and its owner is its own`() throws {
    let run = try repository().cvgit("render", "--format", "text")
    #expect(run.status == .done)
    #expect(run.output.contains("Ada Lovelace"))
    #expect(run.output.contains("Analytical Engines"))
    #expect(run.messages.hasPrefix("reading resume.json (JSON Resume, "))
  }

  @Test func `a phone number is private until the settings show it`() throws {
    let hidden = try repository().cvgit("render", "--format", "text")
    #expect(!hidden.output.contains("7946"))
    #expect(hidden.messages.contains("left out phone of the profile"))
    let settings = "sources: [resume.json]\nshow: [phone]\n"
    let shown = try repository(settings: settings).cvgit("render", "--format", "text")
    #expect(shown.output.contains("7946"))
    #expect(!shown.messages.contains("left out"))
    let all = try repository().cvgit("render", "--format", "text", "--private")
    #expect(all.output.contains("7946"))
    #expect(!all.messages.contains("left out"))
  }

  @Test func `an unreadable version is bridged`() throws {
    var repository = try repository()
    try repository.write("resume.json", "{ \"basics\": ")
    try repository.commit("Broken")
    try repository.write(
      "resume.json", Self.resume.replacing("Programmer", with: "Lead Programmer"))
    try repository.commit("Mended, and promoted")
    let log = repository.cvgit("log", "HEAD~2..HEAD")
    #expect(log.output.contains("Lead"))
    #expect(!log.output.contains("- Analytical Engines"))
    let diff = repository.cvgit("diff", "HEAD~2..HEAD")
    #expect(diff.output.contains("position"))
  }
}
