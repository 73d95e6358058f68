import CVGitCLI
import Fixtures
import Foundation
import Testing

/// Commands in repositories for which only git knows the answer.
@Suite struct GitAnswerTests {
  @Test func `records that a sparse checkout leaves out are not removed`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.git(
      "sparse-checkout", "set", "--no-cone", "/*", "!/cv/publications/notes.yaml")
    #expect(repository.cvgit("diff").verdict == "no changes")
    #expect(repository.cvgit("validate").output.contains("1 publication"))
    #expect(repository.cvgit("show", "publications/notes").output.contains("Notes"))
    #expect(repository.cvgit("render").output.contains("Notes"))
  }

  @Test func `a moved folder is followed in every history`() throws {
    var repository = try ScratchRepository()
    try repository.write("data/cv/cv.yaml", "sections: [{kind: publications}]\n")
    try repository.write("data/cv/profile.yaml", "name: Ada Lovelace\n")
    try repository.write(
      "data/cv/publications/a.yaml", ScratchRepository.paper("A", status: "Submitted"))
    try repository.write("README", "x\n")
    try repository.commit("First")
    try repository.git("tag", "v1")
    try repository.write(
      "data/cv/publications/a.yaml", ScratchRepository.paper("A", status: "Accepted"))
    try repository.commit("Accepted")
    try repository.git("mv", "data/cv", "cv")
    try repository.commit("Move")
    try repository.git("tag", "v2")
    try repository.write(
      "cv/publications/a.yaml", ScratchRepository.paper("A", status: "Published"))
    try repository.commit("Published")
    #expect(repository.cvgit("diff", "v1..v2").verdict == "1 accepted")
    #expect(repository.cvgit("diff", "v1").verdict == "1 published")
    let log = repository.cvgit("log", "--format", "json").output
    for subject in ["First", "Accepted", "Published"] { #expect(log.contains("\"\(subject)\"")) }
    #expect(!log.contains("\"Move\""))
    #expect(repository.cvgit("show", "publications/a", "--at", "v1").output.contains("Submitted"))
    #expect(repository.cvgit("validate", "--at", "v1").status == .done)
    let changelog = repository.cvgit("changelog").output
    #expect(changelog.components(separatedBy: "Added").count <= 2, "\(changelog)")
    let kept = repository.cvgit("snapshot", "--for", "A", "--at", "v1", "-q")
    #expect(kept.status == .done, "\(kept.messages)")
    let name = kept.output.split(separator: "\n").first.map(String.init) ?? ""
    #expect(repository.cvgit("snapshot", "verify", name).status == .done)
  }

  @Test func `two histories without a merge base are an error, as in git`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    let tree = try repository.git("rev-parse", "HEAD^{tree}")
    let other = try repository.git("commit-tree", tree, "-m", "other")
    let run = repository.cvgit("diff", "HEAD...\(other)")
    #expect(run.status == .failure)
    #expect(run.messages.contains("HEAD...\(other): no merge base"))
  }

  @Test func `releases without tags in the clone are not dropped from the changelog`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    #expect(repository.cvgit("changelog", "--write", "-q").status == .done)
    try repository.commit("Changelog")
    let text = try repository.text("CHANGELOG.md")
    let clone = try ScratchRepository(cloning: repository, "--no-tags")
    let run = clone.cvgit("changelog", "--write")
    #expect(
      run.status == .failure && run.messages.contains("releases whose tags are not in this clone"),
      "\(run.messages)")
    #expect(try clone.text("CHANGELOG.md") == text)
    #expect(clone.cvgit("changelog", "--check").messages.contains("git fetch --tags"))
    #expect(clone.cvgit("changelog", "--write", "--force").status == .done)
    #expect(try clone.text("CHANGELOG.md") != text)
    #expect(repository.cvgit("changelog", "--check").status == .done)
  }

  @Test func `for a CV in a submodule there is a command to copy`() throws {
    var repository = try ScratchRepository()
    try repository.addSubmodule("career")
    try repository.commit("Module")
    try repository.git("config", "cvgit.root", "career/cv")
    for arguments in [["diff"], ["log"], ["validate"]] {
      let run = CVGitProgram.run(
        arguments, Surroundings(environment: repository.environment, directory: repository.path))
      #expect(run.messages.contains("cvgit -C \"career\""), "\(arguments): \(run.messages)")
    }
  }

  @Test func `a snapshot warns that fetching would delete it`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    #expect(!repository.cvgit("snapshot", "--for", "A").messages.contains("pruneTags"))
    try repository.git("config", "fetch.pruneTags", "true")
    #expect(repository.cvgit("snapshot", "--for", "B").messages.contains("pruneTags"))
  }

  @Test func `an edit keeps the line endings of the work tree`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.git("config", "core.autocrlf", "true")
    let text = try repository.text("cv/publications/notes.yaml")
    try repository.write(
      "cv/publications/notes.yaml", text.split(separator: "\n").map { $0 + "\r\n" }.joined())
    #expect(repository.cvgit("diff").verdict == "no changes")
    let run = repository.cvgit("set", "publications/notes", "volume=3")
    #expect(run.status == .done, "\(run.messages)")
    let edited = try repository.text("cv/publications/notes.yaml")
    #expect(edited.unicodeScalars.filter { $0 == "\r" }.count >= 3)
    #expect(edited.contains("volume"))
  }

  @Test func `names come from the mailmap`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    #expect(repository.cvgit("log").output.contains("· Ada Lovelace"))
    try repository.write(".mailmap", "Ada King <ada@example.org>\n")
    let log = repository.cvgit("log").output
    #expect(log.contains("· Ada King"), "\(log)")
    #expect(!log.contains("· Ada Lovelace"), "\(log)")
    let blame = repository.cvgit("blame", "publications/notes", "--format", "json").output
    #expect(blame.contains("Ada King"))
  }

  @Test func `render rejects what every command rejects`() throws {
    let repository = try ScratchRepository("--object-format=sha256")
    for arguments in [["render"], ["diff"], ["validate"], ["log"]] {
      let run = CVGitProgram.run(
        arguments, Surroundings(environment: repository.environment, directory: repository.path))
      #expect(run.status == .failure && run.messages.contains("SHA-256"), "\(arguments)")
    }
  }

  /// `core.fsmonitor` names a program that git would start and leave running.
  @Test func `a reading command writes nothing to the repository`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.write(".gitattributes", "*.yaml text eol=lf\n")
    try repository.git("config", "core.fsmonitor", "touch \(repository.path)/.git/started; :")
    try repository.write("cv/publications/notes.yaml", "title: [\r\n")
    func state() throws -> [String] {
      let files = FileManager.default.enumerator(atPath: repository.path + "/.git")
      return try (files?.allObjects ?? []).compactMap { $0 as? String }.sorted().map { name in
        let values = try FileManager.default.attributesOfItem(
          atPath: repository.path + "/.git/" + name)
        return "\(name) \(values[.modificationDate] ?? "") \(values[.size] ?? "")"
      }
    }
    let before = try state()
    for arguments in [
      ["diff"], ["diff", "--staged"], ["validate"], ["validate", "--staged"], ["log"], ["render"],
      ["show", "publications"], ["changelog"], ["hooks", "status"],
    ] {
      _ = CVGitProgram.run(
        arguments, Surroundings(environment: repository.environment, directory: repository.path))
      #expect(try state() == before, "\(arguments)")
    }
  }
}
