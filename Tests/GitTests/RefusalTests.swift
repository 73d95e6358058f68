import Fixtures
import Foundation
import Git
import Testing

@Suite struct RefusalTests {
  @Test func `SHA-256 object names are rejected`() throws {
    let scratch = try ScratchRepository("--object-format=sha256")
    let error = #expect(throws: GitError.self) { try scratch.open() }
    #expect(
      error?.description == "this repository uses SHA-256 object names, which libgit2 cannot read")
    #expect(error?.hint?.contains("git fast-export --all") == true)
  }

  @Test func `common formats are detected by their names too`() throws {
    let scratch = try ScratchRepository()
    try scratch.appendConfig(
      "[core]\n\trepositoryFormatVersion = 1\n[extensions]\n\tobjectFormat = sha1\n"
        + "\trefStorage = files\n")
    #expect(throws: Never.self) { try scratch.open() }
  }

  @Test(arguments: [
    ("refStorage", "reftable", "this repository keeps its references as a reftable"),
    ("relativeWorktrees", "true", "cannot open the repository"),
    ("fromTheFuture", "yes", "unknown repository extension found: fromthefuture"),
  ])
  func `an extension that changes what is stored is rejected, by git first`(
    name: String, value: String, message: String
  ) throws {
    let scratch = try ScratchRepository()
    try scratch.appendConfig(
      "[core]\n\trepositoryFormatVersion = 1\n[extensions]\n\t\(name) = \(value)\n")
    let error = #expect(throws: GitError.self) { try scratch.open() }
    let run = try ProcessRun.run(
      "git", ["rev-parse", "--git-dir"], in: scratch.path, environment: scratch.environment)
    if run.status == 0 {
      #expect(error?.description.hasPrefix(message) == true)
    } else {
      #expect(error?.description == "unknown repository extension found: \(name.lowercased())")
      #expect(run.errors.lowercased().contains("unknown repository extension found"))
    }
    #expect(error?.hint != nil)
    #expect(error?.code == GitError.Code.unsupported)
  }

  @Test func `extensions that do not affect readers are supported`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("a", "a")
    try scratch.commit("one")
    try scratch.git("config", "core.repositoryFormatVersion", "1")
    try scratch.git("config", "extensions.preciousObjects", "true")
    try scratch.git("config", "extensions.worktreeConfig", "true")
    try scratch.git("config", "extensions.partialClone", "origin")
    try scratch.git("config", "--worktree", "cvgit.root", "career")
    let repository = try scratch.open()
    #expect(try repository.headCommit() != nil)
    #expect(try repository.configuration.string("cvgit.root") == "career")
  }

  @Test func `a repository that is bare by config.worktree is bare`() throws {
    let scratch = try ScratchRepository("--bare")
    try scratch.git("config", "core.repositoryFormatVersion", "1")
    try scratch.git("config", "extensions.worktreeConfig", "true")
    try scratch.git("config", "--unset", "core.bare")
    try scratch.git("config", "--worktree", "core.bare", "true")
    #expect(try scratch.open().isBare)
  }

  @Test func `a format from the future is rejected with git's message`() throws {
    let scratch = try ScratchRepository()
    try scratch.git("config", "core.repositoryFormatVersion", "2")
    let error = #expect(throws: GitError.self) { try scratch.open() }
    #expect(error?.description == "expected git repo version <= 1, found 2")
  }

  @Test func `a sparse index is read as git reads it`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "a")
    try scratch.write("other/b", "b")
    try scratch.commit("one")
    try scratch.git("sparse-checkout", "set", "--cone", "--sparse-index", "cv")
    let repository = try scratch.open()
    #expect(try repository.index().files.map(\.path) == ["cv/a.yaml", "other/b"])
    #expect(try repository.workTreeFiles(under: "cv").map(\.path) == ["cv/a.yaml"])
    #expect(try !repository.hasChanges())
  }

  @Test func `a split index is read as git reads it`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "a")
    try scratch.commit("one")
    try scratch.git("update-index", "--split-index")
    #expect(try scratch.open().index().files.map(\.path) == ["cv/a.yaml"])
    try scratch.write(".gitignore", "*.txt\n")
    try scratch.write("cv/b.txt", "b")
    #expect(try scratch.open().workTreeFiles().map(\.path) == ["cv/a.yaml"])
  }

  @Test func `the error for a missing blob in a partial clone names the command that fetches it`()
    throws
  {
    var scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "a")
    let first = try scratch.commit("one")
    try scratch.write("cv/a.yaml", "b")
    try scratch.commit("two")
    try scratch.git("config", "uploadpack.allowFilter", "true")
    let clone = try ScratchRepository(cloning: scratch, "--filter=blob:none")
    let repository = try clone.open()
    let newest = try #require(try repository.headCommit())
    let file = try #require(try repository.files(in: newest.tree).first)
    #expect(try repository.blob(file.id) == Array("b".utf8))
    let tree = try repository.commit(try repository.resolve(first)).tree
    let missing = try #require(try repository.files(in: tree).first)
    let error = #expect(throws: GitError.self) { try repository.blob(missing.id, limit: 100) }
    #expect(
      error?.description.hasPrefix("could not fetch \(missing.id) from promisor remote") == true)
    #expect(error?.hint?.contains("git fetch --refetch --no-filter origin") == true)
    try clone.git("fetch", "--quiet", "--refetch", "--no-filter", "origin")
    #expect(try clone.open().blob(missing.id) == Array("a".utf8))
  }

  @Test func `a damaged or missing object is an error with a hint`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("a", "content")
    try scratch.commit("one")
    let id = try scratch.git("rev-parse", "HEAD:a")
    let blob = try #require(ObjectID(hex: id))
    let file = ".git/objects/\(id.prefix(2))/\(id.dropFirst(2))"
    try scratch.git("hash-object", "-w", "--stdin", input: Data("other".utf8))
    let other = try scratch.git("hash-object", "--stdin", input: Data("other".utf8))
    let content = try Data(
      contentsOf: URL(
        fileURLWithPath: scratch.path + "/.git/objects/\(other.prefix(2))/\(other.dropFirst(2))"))
    try scratch.remove(file)
    try scratch.write(file, content)
    let wrong = #expect(throws: GitError.self) { try scratch.open().blob(blob) }
    #expect(wrong?.description.contains("mismatch") == true)
    try Repository.setStrictHashes(false)
    #expect(try scratch.open().blob(blob) == Array("other".utf8))
    try Repository.setStrictHashes(true)
    #expect(throws: GitError.self) { try scratch.open().blob(blob) }
    try scratch.remove(file)
    try scratch.write(file, "garbage")
    let garbage = #expect(throws: GitError.self) { try scratch.open().blob(blob) }
    #expect(garbage?.description.hasPrefix("cannot read blob \(id)") == true)
    #expect(garbage?.hint?.contains("git fsck") == true)
    try scratch.remove(file)
    let missing = #expect(throws: GitError.self) { try scratch.open().blob(blob) }
    #expect(missing?.description == "unable to read blob \(id): the object is missing")
  }

  @Test func `another type of object is an error`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("a", "content")
    let id = try #require(ObjectID(hex: try scratch.commit("one")))
    let repository = try scratch.open()
    let error = #expect(throws: GitError.self) { try repository.blob(id) }
    #expect(error?.description == "object \(id) is a commit, not a blob")
    #expect(throws: GitError.self) { try repository.tree(id) }
    let tree = try repository.commit(id).tree
    #expect(throws: GitError.self) { try repository.commit(tree) }
  }

  @Test func `a large blob is rejected by its header`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("large", Data(count: 2_000_000))
    try scratch.commit("one")
    try scratch.git("gc", "--quiet")
    let repository = try scratch.open()
    let id = try #require(ObjectID(hex: try scratch.git("rev-parse", "HEAD:large")))
    #expect(try repository.blobSize(id) == 2_000_000)
    let error = #expect(throws: GitError.self) { try repository.blob(id, limit: 1 << 20) }
    #expect(error?.isTooLarge == true)
    #expect(try repository.blob(id, limit: 2_000_000).count == 2_000_000)
  }
}

extension ScratchRepository {
  /// Writes settings with which git 2.39 itself would refuse to work.
  fileprivate func appendConfig(_ text: String) throws {
    let file = URL(fileURLWithPath: path + "/.git/config")
    var content = try Data(contentsOf: file)
    content.append(Data(text.utf8))
    try content.write(to: file)
  }
}
