import CVGitCLI
import Fixtures
import Foundation
import Testing

/// All forms of repositories that git supports.
@Suite struct RepositoryFormTests {
  @Test func `an empty repository has no CV to compare or check`() throws {
    let repository = try ScratchRepository()
    for arguments in [["diff"], ["diff", "--staged"], ["validate"]] {
      let run = CVGitProgram.run(
        arguments, Surroundings(environment: repository.environment, directory: repository.path))
      expectUsageError(run, quoting: "\"cv\"")
      #expect(run.messages.contains("no CV found in"))
    }
  }

  @Test func `before the first commit everything is added`() throws {
    var repository = try ScratchRepository()
    try repository.writeCareer()
    let run = repository.cvgit("diff")
    #expect(run.title == "HEAD (before the first commit) → work tree")
    #expect(run.output.contains("+ Notes"))
    #expect(repository.cvgit("diff", "--staged").status == .failure)
    try repository.git("add", "--all")
    #expect(repository.cvgit("diff", "--staged").output.contains("+ Notes"))
    try repository.commit("First")
    let first = repository.cvgit("diff", "1970-01-01..HEAD")
    #expect(first.title.hasSuffix("→ HEAD (2024-03-01) · 1 commit"))
    #expect(first.output.contains("+ Notes"))
  }

  @Test func `a detached HEAD works`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.git("checkout", "--quiet", "v2")
    #expect(repository.cvgit("diff").verdict == "no changes")
    #expect(repository.cvgit("diff", "v1..HEAD").verdict == "1 accepted")
  }

  @Test func `a linked worktree has a HEAD, an index and files of its own`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    let linked = repository.outside("linked")
    try repository.git("worktree", "add", "--quiet", linked, "v1")
    try Data(ScratchRepository.paper("Notes", status: "Accepted").utf8)
      .write(to: URL(fileURLWithPath: linked + "/cv/publications/notes.yaml"))
    let environment = repository.environment
    let run = CVGitProgram.run(
      ["diff"], Surroundings(environment: environment, directory: linked))
    #expect(run.verdict == "1 accepted")
    #expect(repository.cvgit("diff").verdict == "no changes")
  }

  @Test func `a bare repository compares commits, and rejects what needs files`() throws {
    var source = try ScratchRepository()
    try source.commitCareer()
    let bare = try ScratchRepository(cloning: source, "--bare")
    #expect(bare.cvgit("diff", "v1..v2").verdict == "1 accepted")
    #expect(bare.cvgit("validate", "--at", "HEAD").status == .done)
    #expect(bare.cvgit("diff", "v1..v2", "publications/notes").verdict == "1 accepted")
    for arguments in [["diff"], ["diff", "v1"], ["diff", "--staged"], ["validate"]] {
      let run = CVGitProgram.run(
        arguments, Surroundings(environment: bare.environment, directory: bare.path))
      expectUsageError(run, quoting: bare.path)
      #expect(run.messages.contains("is bare"), "\(run.messages)")
    }
  }

  @Test func `a shallow clone compares what it has, and reports what it lacks`() throws {
    var source = try ScratchRepository()
    try source.commitCareer()
    let shallow = try ScratchRepository(cloning: source, "--depth=2")
    let run = shallow.cvgit("diff", "HEAD~1..HEAD")
    #expect(run.verdict == "1 published")
    #expect(
      run.output.hasSuffix("this clone is shallow: missing commits are not counted\n")
    )
    let beyond = shallow.cvgit("diff", "HEAD~2..HEAD")
    #expect(beyond.status == .failure)
    #expect(beyond.messages.contains("git fetch --unshallow"))
  }

  @Test func `a merge is compared with each of its parents`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    try repository.git("checkout", "--quiet", "-b", "side", "v1")
    try repository.write(
      "cv/publications/b.yaml", ScratchRepository.paper("B", status: "Submitted"))
    try repository.commit("Another paper")
    try repository.git("checkout", "--quiet", "main")
    try repository.git("merge", "--quiet", "--no-ff", "--message", "Both", "side")
    #expect(repository.cvgit("diff", "HEAD^1..HEAD").verdict == "1 added")
    #expect(repository.cvgit("diff", "HEAD^2..HEAD").verdict == "1 published")
    #expect(repository.cvgit("diff", "v1..HEAD").title.hasSuffix("· 4 commits"))
  }

  @Test func `the CV may be the whole repository`() throws {
    var repository = try ScratchRepository()
    try repository.write("profile.yaml", "name: Ada Lovelace\n")
    try repository.write("cv.yaml", "sections: [{kind: publications}]\n")
    try repository.write(
      "publications/notes.yaml", ScratchRepository.paper("Notes", status: "Published"))
    try repository.commit("First")
    let run = repository.cvgit("--root", ".", "validate")
    #expect(run.output == "the CV is valid (1 publication)\n")
    try repository.write("publications/b.yaml", ScratchRepository.paper("B", status: "Submitted"))
    #expect(repository.cvgit("diff", "--root=.").verdict == "1 added")
    #expect(repository.cvgit("diff", "--root", ".", "publications/b").verdict == "1 added")
    let otherwise = repository.cvgit("validate")
    #expect(otherwise.messages.contains("no CV found in \"cv\""))
  }

  @Test func `its folder may be configured`() throws {
    var repository = try ScratchRepository()
    try repository.write("about/me/profile.yaml", "name: Ada Lovelace\n")
    try repository.write("about/me/cv.yaml", "sections: [{kind: awards}]\n")
    try repository.commit("First")
    try repository.git("config", "cvgit.root", "about/me/")
    #expect(repository.cvgit("diff").verdict == "no changes")
    try repository.write("about/me/awards/a.yaml", "title: Medal\n")
    #expect(repository.cvgit("diff").verdict == "1 added")
    #expect(repository.cvgit("diff", "--root", "cv").status == .failure)
  }

  @Test func `another folder may be given before and after the command`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    let folder = (repository.path as NSString).deletingLastPathComponent
    let surroundings = Surroundings(environment: repository.environment, directory: folder)
    for arguments in [
      ["-C", "repository", "diff", "v1..v2"], ["diff", "-C", "repository", "v1..v2"],
      ["-C", "repository", "-C", "cv", "diff", "v1..v2"],
      ["diff", "v1..v2", "-C", repository.path],
      ["-C", "", "-C", "repository", "diff", "v1..v2"],
    ] {
      #expect(CVGitProgram.run(arguments, surroundings).verdict == "1 accepted", "\(arguments)")
    }
    let missing = CVGitProgram.run(["-C", "nowhere", "diff"], surroundings)
    expectUsageError(missing, quoting: "nowhere")
  }

  @Test func `git's own variables name the repository, its files and its index`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    let elsewhere = ["GIT_DIR": repository.path + "/.git", "GIT_WORK_TREE": repository.path]
    let environment = repository.environment.merging(elsewhere) { $1 }
    let run = CVGitProgram.run(
      ["diff", "v1..v2"], Surroundings(environment: environment, directory: "/"))
    #expect(run.verdict == "1 accepted", "\(run.messages)")
    let tree = CVGitProgram.run(
      ["diff", "v1"], Surroundings(environment: environment, directory: "/"))
    #expect(tree.verdict == "1 published", "\(tree.messages)")
    let index = ["GIT_INDEX_FILE": repository.outside("index")]
    try repository.git("read-tree", "v2", with: index)
    #expect(repository.cvgit("diff", "--staged", "v1", with: index).verdict == "1 accepted")
    #expect(repository.cvgit("diff", "--staged", "v1").verdict == "1 published")
  }

  @Test func `a folder below a symlink is its target`() throws {
    var repository = try ScratchRepository()
    try repository.commitCareer()
    let link = repository.outside("link")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: repository.path)
    let surroundings = Surroundings(environment: repository.environment, directory: "/")
    let run = CVGitProgram.run(["validate", "-C", link, "cv/publications"], surroundings)
    #expect(run.output == "1 record is valid\n", "\(run.messages)")
  }

  @Test func `outside a repository, a hint shows how to begin`() throws {
    let folder = try TemporaryFolder()
    for command in ["validate", "diff", "log", "changelog"] {
      let run = cvgit([command], in: folder.path)
      #expect(run.status == .failure)
      #expect(run.messages.hasPrefix("error: not a git repository"))
      #expect(run.messages.hasSuffix("hint: run 'git init' to create one\n"))
    }
  }
}
