import CVGitCLI
import Fixtures
import Testing

/// Commands after which clones and hooks have to find the source too name it in `.cvgit.yaml`.
@Suite struct KeptSourceTests {
  private static let paper = """
    @article{rain,
      author = {Maya Okafor and Lars Lindqvist},
      title = {Rain gauges that disagree},
      journal = {Journal of Hydrology},
      year = {2019}
    }

    """

  private func repository(_ paths: String..., settings: String = "") throws -> ScratchRepository {
    var repository = try ScratchRepository()
    for path in paths {
      try repository.write(path, Self.paper.replacing("{rain,", with: "{\(path.count),"))
    }
    if !settings.isEmpty { try repository.write(".cvgit.yaml", settings) }
    try repository.commit("Papers")
    return repository
  }

  @Test func `hooks name the source that they check`() throws {
    let repository = try repository("my papers.bib")
    let run = repository.cvgit("hooks", "install")
    #expect(run.output.contains("wrote .cvgit.yaml: my papers.bib is read"))
    #expect(try repository.text(".cvgit.yaml") == "sources:\n  - my papers.bib\n")
    let again = repository.cvgit("hooks", "install")
    #expect(!again.output.contains(".cvgit.yaml"))
    #expect(repository.cvgit("log").messages == "")
  }

  @Test func `settings that are there stay`() throws {
    let repository = try repository("papers.bib", settings: "name: Maya Okafor")
    #expect(repository.cvgit("hooks", "install").output.contains("added to .cvgit.yaml"))
    #expect(
      try repository.text(".cvgit.yaml") == "name: Maya Okafor\nsources:\n  - papers.bib\n")
  }

  @Test func `an empty list of sources is the user's own`() throws {
    let repository = try repository("papers.bib", settings: "sources: []\n")
    let run = repository.cvgit("hooks", "install")
    #expect(run.messages.contains(".cvgit.yaml does not name \"papers.bib\""))
    #expect(try repository.text(".cvgit.yaml") == "sources: []\n")
  }

  @Test(arguments: [
    ["init", "--name", "Maya Okafor", "--kinds", "awards"],
    ["new", "awards", "title=Medal", "issuer=Society", "date=2020"],
  ])
  func `the papers are still there once there are records`(command: [String]) throws {
    let repository = try repository("papers.bib")
    let run = CVGitProgram.run(
      command, Surroundings(environment: repository.environment, directory: repository.path))
    #expect(run.status == .done)
    #expect(try repository.text(".cvgit.yaml") == "root: cv\nsources:\n  - papers.bib\n")
    let shown = repository.cvgit("show", "publications")
    #expect(shown.output.contains("Rain gauges that disagree"))
  }

  @Test func `of several candidates none is named`() throws {
    let repository = try repository("a.bib", "bb.bib")
    let run = repository.cvgit("new", "awards", "title=Medal", "issuer=Society", "date=2020")
    #expect(run.status == .done)
    #expect(!run.output.contains(".cvgit.yaml"))
  }
}
