import CVGitCLI
import CVModel
import Fixtures
import Foundation
import Testing

/// The options of `diff`, alone and combined.
@Suite struct DiffOptionTests {
  private static func document(_ run: CVGitProgram.Run) throws -> DiffDocument {
    try DiffDocument(json: Data(run.output.utf8))
  }

  @Test func `JSON contains only the requested significance, by default all`() throws {
    let demo = try DemoHistory.path()
    let all = try Self.document(cvgit(["diff", "v2023..v2024", "--format", "json"], in: demo))
    #expect(Set(all.changes.map(\.significance)) == [.headline, .detail, .cosmetic])
    for least in [Significance.headline, .detail] {
      let run = cvgit(
        ["diff", "v2023..v2024", "--format", "json", "--only", least.rawValue], in: demo)
      let document = try Self.document(run)
      #expect(document.changes == all.changes.filter { $0.significance >= least })
      #expect(document.summary.map(\.count).reduce(0, +) <= document.changes.count)
    }
  }

  @Test func `filters narrow JSON as they narrow text`() throws {
    let demo = try DemoHistory.path()
    let arguments = ["diff", "v2024..HEAD", "publications", "profile", "--format", "json"]
    let document = try Self.document(cvgit(arguments, in: demo))
    #expect(Set(document.changes.map(\.kind)) == ["publications", "profile"])
    #expect(document.commits == 23)
  }

  @Test func `a title replaces the revisions, as plain text`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    let title = "*The CV* of\u{1B} HEAD\n# x"
    let text = repository.cvgit("diff", "v1..v2", "--title", title)
    #expect(text.title == "*The CV* of\\u{1B} HEAD\\n# x", "\(text.output)")
    let markdown = repository.cvgit("diff", "v1..v2", "--title", title, "--format", "markdown")
    #expect(markdown.title == "## \\*The CV\\* of\\\\u{1B} HEAD\\\\n# x", "\(markdown.output)")
  }

  @Test func `counts are a table in Markdown`() throws {
    let demo = try DemoHistory.path()
    let run = cvgit(
      [
        "diff", "v2024..HEAD", "publications", "awards", "profile", "--stat", "--format",
        "markdown",
      ],
      in: demo)
    try expectGolden(run.output, "Goldens/diff/stat.md")
  }

  @Test func `the absence of headlines is reported`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.write(
      "cv/publications/notes.yaml",
      ScratchRepository.paper("Notes", status: "Published", date: "2023"))
    let run = repository.cvgit("diff", "--only", "headline")
    #expect(run.verdict == "no headlines")
    #expect(run.output.hasSuffix("1 entry with smaller changes not shown\n"))
    #expect(repository.cvgit("diff", "--only", "headline", "--stat").verdict == "no headlines")
    #expect(repository.cvgit("diff", "--only", "headline", "--exit-code").status == .done)
  }

  @Test func `the exit code reports changes if requested`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    #expect(repository.cvgit("diff", "v1..v2").status == .done)
    for format in ["text", "json", "markdown"] {
      let run = repository.cvgit("diff", "v1..v2", "--exit-code", "--format", format)
      #expect(run.status == .findings)
    }
    #expect(repository.cvgit("diff", "--exit-code").status == .done)
    #expect(repository.cvgit("diff", "v1..v2", "--exit-code", "awards").status == .done)
  }

  @Test func `private data is in the terminal and in JSON, but not in Markdown`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.write(
      "cv/awards/secret.yaml", "title: Secret Medal\nvisibility: private\n")
    try repository.write(
      "cv/profile.yaml", "name: Ada Lovelace\nphone: \"+44 20 7946 0018\"\nprivate: [phone]\n")
    #expect(repository.cvgit("diff").output.contains("+ Secret Medal (private)"))
    #expect(repository.cvgit("diff").output.contains("+ Phone (private)"))
    #expect(repository.cvgit("diff", "--format", "json").output.contains("Secret Medal"))
    let page = repository.cvgit("diff", "--format", "markdown").output
    #expect(!page.contains("Secret") && !page.contains("7946"))
    let whole = repository.cvgit("diff", "--format", "markdown", "--private").output
    #expect(whole.contains("Secret Medal") && whole.contains("7946"))
  }

  @Test func `JSON can be applied to one side to give the other`() throws {
    let demo = try DemoHistory.path()
    let run = cvgit(["diff", "v2021..HEAD", "--format", "json"], in: demo)
    let document = try Self.document(run)
    #expect(document.format == "cvgit-diff/1")
    #expect(try document.json() == run.output)
  }
}

/// When output is colored.
@Suite struct ColorTests {
  /// Arguments, variables, whether standard output is a terminal, and whether color is expected.
  static let cases: [([String], [String: String], Bool, Bool)] = [
    ([], [:], true, true), ([], [:], false, false), ([], ["TERM": "dumb"], true, false),
    ([], ["NO_COLOR": "1"], true, false), ([], ["NO_COLOR": ""], true, true),
    ([], ["CLICOLOR_FORCE": "1"], false, true), ([], ["CLICOLOR_FORCE": "0"], false, false),
    (["--color", "always"], ["NO_COLOR": "1"], false, true),
    (["--color=never"], ["CLICOLOR_FORCE": "1"], true, false),
    (["--color", "auto"], [:], true, true), (["--color", "auto"], [:], false, false),
    (
      [],
      ["GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "color.ui", "GIT_CONFIG_VALUE_0": "always"],
      false, true
    ),
    (
      [], ["GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "color.ui", "GIT_CONFIG_VALUE_0": "false"],
      true, false
    ),
  ]

  @Test(arguments: cases.indices)
  func `color depends on the option, the variables, git's setting and the terminal`(index: Int)
    throws
  {
    let (arguments, variables, isTerminal, isColored) = Self.cases[index]
    var repository = try ScratchRepository()
    try repository.commitCareer()
    let environment = repository.environment.merging(variables) { $1 }
    let run = CVGitProgram.run(
      arguments + ["diff", "v1..v2"],
      Surroundings(environment: environment, directory: repository.path, isTerminal: isTerminal))
    #expect(run.output.contains("\u{1B}[") == isColored)
    #expect(run.status == .done)
  }
}
