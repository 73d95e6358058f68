import CVGitCLI
import Fixtures
import Foundation
import Testing

@Suite struct SnapshotRefusalTests {
  @Test func `a missing or invalid CV is rejected`() throws {
    var scratch = try ScratchRepository()
    expectRefusal(scratch, "there is no commit yet")
    try scratch.write("README", "no CV\n")
    try scratch.commit("none")
    expectRefusal(scratch, "no CV found in \"cv\" at \"HEAD\"")
    try scratch.commitCV()
    try scratch.write("cv/profile.yaml", "name: Ada King\n")
    expectRefusal(scratch, "\"cv\" has changes that are not committed")
    try scratch.git("checkout", "--", "cv")
    try scratch.write("cv/skills/new.yaml", "name: x\n")
    expectRefusal(scratch, "\"cv\" has changes that are not committed")
    try scratch.remove("cv/skills")
    expectRefusal(scratch, "there is no variant \"x\"", "--variant", "x")
    expectRefusal(scratch, "unknown revision 'nowhere'", "--at", "nowhere")
    expectRefusal(scratch, "cannot read \"gone.pdf\"", "--attach", "gone.pdf")
    expectRefusal(scratch, "\"cv\" is not a file", "--attach", "cv")
    try scratch.write("cv/publications/notes.yaml", "title: Notes\nstatus: Acepted\n")
    try scratch.commit("broken")
    expectRefusal(scratch, "the CV at \"HEAD\" has")
    try scratch.write(
      "cv/publications/notes.yaml",
      ScratchRepository.paper("Notes", "Accepted") + "tags: [example]\n")
    try scratch.commit("example")
    expectRefusal(
      scratch, "\"cv/publications/notes.yaml\" is still the example that \"cvgit init\" wrote")
    try scratch.write("cv/publications/notes.yaml", ScratchRepository.paper("Notes", "Accepted"))
    try scratch.commit("good")
    try scratch.git("tag", "snapshot")
    expectRefusal(scratch, "the tag \"snapshot\" conflicts with tags under \"snapshot/\"")
    #expect(try scratch.git("tag") == "snapshot")
  }

  private func expectRefusal(
    _ scratch: borrowing ScratchRepository, _ words: String, _ arguments: String...
  ) {
    let surroundings = Surroundings(environment: scratch.environment, directory: scratch.path)
    let run = CVGitProgram.run(["snapshot", "--for", "A"] + arguments, surroundings)
    #expect(run.status == .failure && run.output.isEmpty)
    #expect(run.messages.hasPrefix("error: \(words)"), "\(run.messages)")
  }

  @Test func `without a name, git's own advice is shown`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    let run = scratch.snapshot(
      "--for", "A", with: ["GIT_COMMITTER_NAME": " ", "GIT_COMMITTER_EMAIL": " "])
    #expect(run.status == .failure && run.messages.contains("committer identity unknown"))
    #expect(run.messages.contains("git config --global user.email"))
  }

  @Test func `attached names are valid on every system`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    for name in [".git", ".hidden", "git~1", "a\\b", "c:d", "\u{1B}[31m", "a\u{202E}b"] {
      try Data().write(to: URL(fileURLWithPath: scratch.outside(name)))
      let run = scratch.snapshot("--for", "A", "--attach", scratch.outside(name))
      #expect(run.status == .failure, "\(name)")
      #expect(!run.messages.contains("\u{1B}") && !run.messages.contains("\u{202E}"))
    }
    try scratch.write("x/cv.pdf", "1")
    try scratch.write("y/CV.pdf", "2")
    #expect(try scratch.git("tag").isEmpty)
  }

  @Test func `attached files with colliding names are all kept`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    let names = [
      "x/cv.pdf", "y/CV.pdf", "x/é.txt", "y/e\u{301}.txt", "x/a*.b", "y/a?.b", "x/n", "y/n",
    ]
    for (index, name) in names.enumerated() { try scratch.write(name, "\(index)") }
    let run = CVGitProgram.run(
      ["snapshot", "--for", "A", "--attach"] + names,
      Surroundings(environment: scratch.environment, directory: scratch.path))
    #expect(run.status == .done, "\(run.messages)")
    #expect(run.messages.contains("note: attached y/CV.pdf as CV-2.pdf: its name is taken\n"))
    #expect(scratch.snapshot("verify").status == .done)
    for ending in ["zip", "tar"] {
      #expect(scratch.snapshot("export", "2024", "-o", "../all.\(ending)").status == .done)
      let list = try ProcessRun.run(
        ending == "zip" ? "python3" : "tar",
        ending == "zip" ? ["-m", "zipfile", "-l", "../all.zip"] : ["-tf", "../all.tar"],
        in: scratch.path, environment: scratch.environment)
      let paths = list.output.split(separator: "\n").filter { $0.contains("attached/") }
        .map { String($0.prefix { $0 != " " }).lowercased() }
      #expect(Set(paths).count == names.count, "\(paths)")
    }
  }

  @Test(arguments: [
    "\u{1B}[2J\u{1B}]0;owned\u{7}", "../../../etc/passwd", "refs/heads/main", "🎉 für 東京 🎉",
    "a\nb\r\nTagger: Eve", "\u{202E}gnitide", "-----BEGIN PGP SIGNATURE-----",
    String(repeating: "long ", count: 2000), "x\u{85}y\u{2028}z", "@{-1}", "$(rm -rf /)`id`",
  ])
  func `a hostile purpose does not reach a reference or a terminal`(_ purpose: String) throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    let made = scratch.snapshot("--for=" + purpose)
    #expect(made.status == .done, "\(made.messages)")
    let name = try #require(made.output.split(separator: "\n").first.map(String.init))
    #expect(
      name.dropFirst("snapshot/".count).allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")
      })
    #expect(try scratch.git("tag") == name && name.utf8.count <= 80)
    let runs = [
      made, scratch.snapshot("list"), scratch.snapshot("show", name),
      scratch.snapshot("verify"), scratch.snapshot("show", name, "--format", "json"),
      scratch.snapshot("list", "--format", "json"), scratch.snapshot("delete", name),
    ]
    for run in runs {
      let text = run.output + run.messages
      #expect(
        !text.unicodeScalars.contains {
          $0 != "\n"
            && ($0.properties.generalCategory == .control || $0 == "\u{202E}" || $0 == "\u{2028}")
        })
    }
    #expect(runs[3].status == .done && runs[3].output.contains("good"))
    let subject = try scratch.git("for-each-ref", "--format=%(contents:subject)", "refs/tags")
    #expect(subject.hasPrefix("CV for ") && !subject.contains("\u{1B}"))
    #expect(try scratch.git("cat-file", "-p", name).contains("Manifest-SHA256: "))
    #expect(try scratch.git("fsck", "--strict", "--no-dangling").isEmpty)
  }

  @Test func `an empty purpose and a missing one are rejected`() throws {
    var scratch = try ScratchRepository()
    try scratch.commitCV()
    #expect(scratch.snapshot("--for", " \t\n").messages.hasPrefix("error: the purpose is empty"))
    #expect(scratch.snapshot().messages.contains("--for"))
    #expect(scratch.snapshot("lst").status == .failure)
    #expect(scratch.snapshot("export", "x", "-o", "y.zip", "--private").status == .failure)
  }
}
