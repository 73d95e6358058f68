import Fixtures
import Foundation
import Git
import Testing

@Suite struct OpeningTests {
  @Test func `an empty repository has a branch and no commit`() throws {
    let scratch = try ScratchRepository()
    let repository = try scratch.open()
    #expect(try repository.head() == Head(reference: "refs/heads/main", commit: nil))
    #expect(try repository.head().branch == "main")
    #expect(try repository.headCommit() == nil)
    #expect(try repository.workTree == scratch.path)
    #expect(repository.gitDirectory == scratch.path + "/.git")
    #expect(try !repository.isBare)
    #expect(!repository.isShallow)
    #expect(try repository.index().files.isEmpty)
    #expect(try repository.tags().isEmpty)
  }

  @Test func `a repository is found from a folder inside it`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("cv/publications/a.yaml", "a")
    let id = try scratch.commit("one")
    let repository = try scratch.open(in: "cv/publications")
    #expect(try repository.workTree == scratch.path)
    #expect(try repository.headCommit()?.id.hex == id)
  }

  @Test func `a detached head has no branch`() throws {
    var scratch = try ScratchRepository()
    let id = try scratch.commit("one")
    try scratch.git("checkout", "--quiet", "--detach")
    let head = try scratch.open().head()
    #expect(head == Head(reference: nil, commit: ObjectID(hex: id)))
    #expect(head.isDetached && head.branch == nil)
  }

  @Test func `a bare repository has no work tree`() throws {
    var scratch = try ScratchRepository()
    let id = try scratch.commit("one")
    let bare = try ScratchRepository(cloning: scratch, "--bare")
    let repository = try bare.open()
    #expect(try repository.isBare && repository.workTree == nil)
    #expect(try repository.headCommit()?.id.hex == id)
    #expect(throws: GitError.self) { try repository.workTreeFiles() }
    #expect(throws: GitError.self) { try repository.hasChanges() }
  }

  @Test func `a bare repository is rejected if the user requires it to be named`() throws {
    let bare = try ScratchRepository("--bare")
    try bare.git("config", "--global", "safe.bareRepository", "explicit", with: ["GIT_DIR": "."])
    let error = #expect(throws: GitError.self) { try bare.open() }
    let message = "cannot use bare repository '\(bare.path)' (safe.bareRepository is 'explicit')"
    #expect(error?.description == message)
    let failure = #expect(throws: GitFailure.self) { try bare.git("rev-parse") }
    #expect(failure?.run.errors.contains(message) == true)
    #expect(throws: Never.self) { try bare.open(["GIT_DIR": "."]) }
  }

  @Test func `a linked work tree has its own head and the shared folder`() throws {
    var scratch = try ScratchRepository()
    try scratch.commit("one")
    try scratch.git("worktree", "add", "--quiet", "-b", "other", scratch.outside("linked"))
    let repository = try scratch.open(in: "../linked")
    #expect(try repository.workTree == scratch.outside("linked"))
    #expect(repository.gitDirectory == scratch.path + "/.git/worktrees/linked")
    #expect(repository.commonDirectory == scratch.path + "/.git")
    #expect(try repository.head().branch == "other")
    let asInHooks = try scratch.open(
      in: "../linked", ["GIT_DIR": scratch.path + "/.git/worktrees/linked"])
    #expect(try asInHooks.workTree == scratch.outside("linked"))
    #expect(asInHooks.commonDirectory == scratch.path + "/.git")
    #expect(try asInHooks.index().files == (try repository.index().files))
  }

  @Test func `a .git file leads to the repository`() throws {
    let scratch = try ScratchRepository("--separate-git-dir=../elsewhere")
    let repository = try scratch.open()
    #expect(try repository.workTree == scratch.path)
    #expect(repository.gitDirectory.hasSuffix("/elsewhere"))
    #expect(try scratch.open(["GIT_DIR": ".git"]).gitDirectory == repository.gitDirectory)
  }

  @Test func `GIT_DIR and GIT_WORK_TREE set both`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "a")
    try scratch.commit("one")
    try FileManager.default.createDirectory(
      atPath: scratch.outside("place/cv"), withIntermediateDirectories: true)
    let variables = ["GIT_DIR": "../repository/.git", "GIT_WORK_TREE": "."]
    let repository = try scratch.open(in: "../place", variables)
    #expect(try repository.workTree == scratch.outside("place"))
    #expect(repository.gitDirectory == scratch.path + "/.git")
    #expect(try repository.hasChanges())
    #expect(try repository.workTreeFiles().isEmpty)
  }

  @Test func `GIT_DIR alone makes the current folder the top`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "a")
    try scratch.commit("one")
    let repository = try scratch.open(in: "cv", ["GIT_DIR": "../.git"])
    let top = try scratch.git(
      "-C", "cv", "rev-parse", "--show-toplevel", with: ["GIT_DIR": "../.git"])
    #expect(try repository.workTree == top)
    #expect(try repository.workTreeFiles().map(\.path) == ["a.yaml"])
  }

  @Test func `GIT_WORK_TREE alone moves the work tree of the repository found`() throws {
    let scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "a")
    let repository = try scratch.open(["GIT_WORK_TREE": "cv"])
    #expect(try repository.workTree == scratch.path + "/cv")
  }

  @Test func `core.worktree moves the work tree`() throws {
    let scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "a")
    try scratch.git("config", "core.worktree", "../cv")
    #expect(try scratch.open().workTree == scratch.path + "/cv")
  }

  @Test func `a folder outside any repository is rejected with git's message`() throws {
    let scratch = try ScratchRepository()
    let error = #expect(throws: GitError.self) { try scratch.open(in: "..") }
    #expect(
      error?.description == "not a git repository (or any of the parent directories): .git")
    let explicit = #expect(throws: GitError.self) { try scratch.open(["GIT_DIR": "nowhere"]) }
    #expect(explicit?.description.hasPrefix("not a git repository: ") == true)
    let missing = #expect(throws: GitError.self) { try scratch.open(in: "nowhere") }
    #expect(missing?.description.hasPrefix("cannot change to '") == true)
  }

  @Test func `the search stops below a ceiling`() throws {
    let scratch = try ScratchRepository()
    try scratch.write("cv/publications/a.yaml", "a")
    #expect(throws: GitError.self) {
      try scratch.open(in: "cv/publications", ["GIT_CEILING_DIRECTORIES": scratch.path + "/cv"])
    }
    #expect(throws: Never.self) {
      try scratch.open(in: "cv/publications", ["GIT_CEILING_DIRECTORIES": scratch.outside("")])
    }
  }

  @Test func `a repository is created with the configured branch`() throws {
    let scratch = try ScratchRepository()
    let environment = Environment(
      scratch.environment.merging([
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "init.defaultBranch",
        "GIT_CONFIG_VALUE_0": "trunk",
      ]) { $1 })
    let made = try Repository.create(at: scratch.outside("new/folder"), environment: environment)
    #expect(try made.head().branch == "trunk")
    #expect(try made.workTree == scratch.outside("new/folder"))
    #expect(try scratch.git("-C", scratch.outside("new/folder"), "status", "--porcelain") == "")
    let plain = Environment(scratch.environment)
    let other = try Repository.create(at: scratch.outside("plain"), environment: plain)
    #expect(try other.head().branch == "master")
  }
}

extension ScratchRepository {
  fileprivate func open(_ variables: [String: String]) throws -> Repository {
    try open(in: "", variables)
  }
}
