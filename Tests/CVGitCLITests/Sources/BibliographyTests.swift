import CVGitCLI
import Fixtures
import Foundation
import Testing

/// A BibTeX file as a source, in real repositories.
@Suite struct BibliographyTests {
  private static let rain = """
    @article{rain,
      author = {Maya Okafor and Lars Lindqvist},
      title = {Rain gauges that disagree},
      journal = {Journal of Hydrology},
      year = {2019}
    }

    """

  private static func floods(_ rest: String, key: String = "floods") -> String {
    """
    @article{\(key),
      author = {Maya Okafor and Jun Tanaka},
      title = {Forecasting floods from sparse gauges},
      journal = {Water Resources Research},
      year = {2021},
      \(rest)
    }

    """
  }

  private func repository(_ versions: String...) throws -> ScratchRepository {
    var repository = try ScratchRepository()
    for (number, text) in versions.enumerated() {
      try repository.write("publications.bib", text)
      try repository.commit("Version \(number + 1)")
    }
    return repository
  }

  @Test func `the only bibliography of a repository is detected, and reported`() throws {
    let repository = try repository(Self.rain + Self.floods("note = {Submitted}"))
    let run = repository.cvgit("show", "publications")
    #expect(run.messages == "reading publications.bib (BibTeX, 2 entries)\n")
    #expect(run.output.contains("Forecasting floods from sparse gauges"))
    #expect(repository.cvgit("-q", "show", "publications").messages == "")
  }

  @Test func `a diff shows changes by entry`() throws {
    let repository = try repository(
      Self.rain + Self.floods("note = {Under review}"),
      Self.rain + Self.floods("note = {To appear}"))
    let run = repository.cvgit("diff", "HEAD~1..HEAD")
    #expect(run.output.contains("↑ Under Review → Accepted  Forecasting floods"))
    #expect(!run.output.contains("Rain gauges"))
    #expect(run.status == .done)
  }

  @Test func `reformatting and reordering change nothing`() throws {
    let tidy = Self.rain.replacingOccurrences(of: "  ", with: "\t")
    let repository = try repository(
      Self.rain + Self.floods("note = {Submitted}"),
      Self.floods("note = {Submitted}") + tidy)
    #expect(repository.cvgit("diff", "HEAD~1..HEAD", "--only", "all").output.contains("no changes"))
    #expect(repository.cvgit("log", "HEAD~1..HEAD").output == "")
  }

  @Test func `a paper with a new key is still the same paper`() throws {
    let repository = try repository(
      Self.rain + Self.floods("note = {Submitted}"),
      Self.rain + Self.floods("note = {Accepted}", key: "okafor2021floods"))
    let run = repository.cvgit("diff", "HEAD~1..HEAD")
    #expect(run.output.contains("Submitted → Accepted"))
    #expect(!run.output.contains("+ Forecasting"))
  }

  @Test func `a log dates every event, and a timeline follows one entry across its keys`() throws {
    let repository = try repository(
      Self.rain,
      Self.rain + Self.floods("note = {Submitted}"),
      Self.rain + Self.floods("note = {Accepted}", key: "okafor2021floods"))
    let log = repository.cvgit("log")
    #expect(log.output.contains("Version 3"))
    #expect(log.output.contains("Submitted → Accepted"))
    let timeline = repository.cvgit("log", "publications/okafor2021floods")
    #expect(timeline.output.contains("Submitted"))
    #expect(timeline.status == .done)
  }

  @Test func `a broken entry is unreadable, never removed, and its neighbors are unchanged`() throws
  {
    let broken = Self.floods("note = {Submitted").replacingOccurrences(of: "\n}\n", with: "\n")
    let repository = try repository(
      Self.rain + Self.floods("note = {Submitted}"), broken + Self.rain)
    let run = repository.cvgit("diff", "HEAD~1..HEAD")
    #expect(!run.output.contains("- Forecasting"))
    #expect(!run.output.contains("Rain gauges"))
  }

  @Test func `validate reports what is wrong in the file, with its location`() throws {
    let repository = try repository(
      Self.rain.replacingOccurrences(of: "disagree},", with: "disagree}"))
    let run = repository.cvgit("validate")
    #expect(run.output.contains("publications.bib:"))
    #expect(run.output.contains("comma"))
  }

  @Test func `two candidates are an error that lists them`() throws {
    var repository = try ScratchRepository()
    try repository.write("a.bib", Self.rain)
    try repository.write("b.bib", Self.floods("note = {Submitted}"))
    try repository.commit("Two files")
    let run = repository.cvgit("log")
    #expect(run.status == .failure)
    #expect(run.messages.contains("a.bib (BibTeX), b.bib (BibTeX)"))
    #expect(run.messages.contains("--source"))
    #expect(repository.cvgit("--source", "b.bib", "log").output.contains("Forecasting floods"))
  }

  @Test func `a committed setting names the sources of every clone`() throws {
    var repository = try ScratchRepository()
    try repository.write("a.bib", Self.rain)
    try repository.write("b.bib", Self.floods("note = {Submitted}"))
    try repository.write(".cvgit.yaml", "sources: [a.bib, b.bib]\n")
    try repository.commit("Two files")
    let run = repository.cvgit("validate")
    #expect(run.output.contains("2 publications"))
    let clone = try ScratchRepository(cloning: repository)
    #expect(clone.cvgit("validate").output == run.output)
  }

  @Test func `an invalid setting is an error with its location`() throws {
    var repository = try ScratchRepository()
    try repository.write(".cvgit.yaml", "source: a.bib\n")
    try repository.commit("A misspelled key")
    let run = repository.cvgit("validate")
    #expect(run.status == .failure)
    #expect(
      run.messages == """
        error: .cvgit.yaml:1:1: unknown key "source"
        hint: did you mean "sources"?

        """)
  }

  @Test func `records and a bibliography are one CV, and a record comes first`() throws {
    var repository = try ScratchRepository()
    try repository.write("publications.bib", Self.rain + Self.floods("note = {Submitted}"))
    try repository.write(
      "cv/publications/rain.yaml",
      "title: Rain gauges that disagree\ntype: journal\nauthors: [Maya Okafor]\nnote: Mine\n")
    try repository.write("cv/cv.yaml", "sections:\n  - kind: publications\n")
    try repository.write("cv/profile.yaml", "name: Maya Okafor\n")
    try repository.write(".cvgit.yaml", "root: cv\nsources: [publications.bib]\n")
    try repository.commit("Both")
    let run = repository.cvgit("show", "publications/rain")
    #expect(run.output.contains("Mine"))
    #expect(repository.cvgit("validate").output.contains("2 publications"))
    try repository.write("publications.bib", Self.rain + Self.floods("note = {Accepted}"))
    #expect(repository.cvgit("diff").output.contains("Submitted → Accepted"))
    try repository.commit("Accepted")
    #expect(repository.cvgit("log", "-n", "1").output.contains("Submitted → Accepted"))
  }

  @Test func `staged records are compared, checked and proposed`() throws {
    let repository = try repository(Self.rain + Self.floods("note = {Submitted}"))
    try repository.write("publications.bib", Self.rain + Self.floods("note = {Accepted}"))
    try repository.git("add", "publications.bib")
    #expect(repository.cvgit("diff", "--staged").output.contains("Submitted → Accepted"))
    #expect(repository.cvgit("validate", "--staged").status == .done)
  }

  @Test func `a source outside the repository is rejected`() throws {
    let repository = try repository(Self.rain)
    let run = repository.cvgit("--source", "/etc/passwd", "log")
    #expect(run.status == .failure)
    #expect(run.messages.contains("not inside the repository"))
  }

  @Test func `a page is rendered without configuration`() throws {
    let repository = try repository(Self.rain + Self.floods("note = {Submitted}"))
    let run = repository.cvgit("render", "--format", "text")
    #expect(run.status == .done)
    #expect(run.output.contains("Rain gauges that disagree"))
  }

  @Test func `a changelog of a bibliography has its events`() throws {
    let repository = try repository(Self.rain, Self.rain + Self.floods("note = {Submitted}"))
    try repository.git("tag", "v1", "HEAD~1")
    let run = repository.cvgit("changelog")
    #expect(run.output.contains("Added: Forecasting floods from sparse gauges"))
  }
}
