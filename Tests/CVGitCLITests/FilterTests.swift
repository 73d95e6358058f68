import CVGitCLI
import Fixtures
import Testing

/// Kinds and entries among the arguments.
@Suite struct FilterTests {
  private static func repository() throws -> ScratchRepository {
    var repository = try ScratchRepository()
    try repository.writeCareer()
    try repository.write("cv/kinds/exhibitions.yaml", exhibitions)
    try repository.commit("First")
    try repository.write(
      "cv/publications/b.yaml", ScratchRepository.paper("B", status: "Submitted"))
    try repository.write(
      "cv/publications/c.yaml", ScratchRepository.paper("C", status: "Submitted"))
    try repository.write("cv/awards/medal.yaml", "title: Medal\ndate: 2024\n")
    try repository.write("cv/exhibitions/engine.yaml", "title: The Engine\ndate: 2024\n")
    try repository.write("cv/hobbies/chess.yaml", "name: Chess\n")
    try repository.commit("Second")
    return repository
  }

  private static let exhibitions = """
    label: {one: exhibition, many: exhibitions}
    name: [title]
    date: date
    fields:
      title: {type: text, required: true}
      date: {type: date}

    """

  @Test(arguments: [
    (["publications"], "2 added"), (["publications/b"], "1 added"), (["publications/"], "2 added"),
    (["publications/b", "awards"], "2 added"), (["exhibitions"], "1 added"),
    (["exhibitions/engine"], "1 added"), (["hobbies"], "1 added"), (["software"], "no changes"),
    (["publications/notes"], "no changes"), (["--", "awards", "exhibitions"], "2 added"),
    (["--", "publications/c"], "1 added"), ([], "5 added"),
  ])
  func `a kind or an entry selects its changes`(filters: [String], verdict: String) throws {
    let repository = try Self.repository()
    let run = CVGitProgram.run(
      ["diff", "HEAD~1..HEAD"] + filters,
      Surroundings(environment: repository.environment, directory: repository.path))
    #expect(run.verdict == verdict, "\(run.output)\(run.messages)")
    #expect(run.status == .done)
  }

  @Test func `a name of both a branch and a kind is rejected, except after two dashes`() throws {
    let repository = try Self.repository()
    try repository.git("branch", "publications")
    let run = repository.cvgit("diff", "HEAD~1..HEAD", "publications")
    expectUsageError(run, quoting: "\"publications\"")
    #expect(run.messages.contains("refs/heads/publications"))
    let filtered = repository.cvgit("diff", "HEAD~1..HEAD", "--", "publications")
    #expect(filtered.verdict == "2 added")
    let branch = repository.cvgit("diff", "HEAD~1..refs/heads/publications")
    #expect(branch.verdict == "5 added")
  }

  @Test func `an entry is found by its former name`() throws {
    var repository = try Self.repository()
    try repository.git("mv", "cv/publications/b.yaml", "cv/publications/bee.yaml")
    try repository.write(
      "cv/publications/bee.yaml", ScratchRepository.paper("B", status: "Accepted"))
    try repository.commit("Renamed")
    #expect(repository.cvgit("diff", "HEAD~1..HEAD", "publications/b").verdict == "1 accepted")
    #expect(repository.cvgit("diff", "HEAD~1..HEAD", "publications/bee").verdict == "1 accepted")
  }

  @Test func `unreadable records of other kinds are not reported`() throws {
    let repository = try Self.repository()
    try repository.write("cv/awards/medal.yaml", "title: [\n")
    #expect(repository.cvgit("diff", "publications").status == .done)
    let run = repository.cvgit("diff", "awards")
    #expect(run.status == .findings)
    #expect(run.output.contains("cv/awards/medal.yaml:"))
  }
}
