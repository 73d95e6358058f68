import Fixtures
import Foundation
import Git
import Testing

@Suite struct WritingTests {
  private let ada = Signature(
    name: "Ada Lovelace", email: "ada@example.org", seconds: 1_709_283_600, offsetMinutes: -210)

  @Test func `a commit is the one that git itself would write`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("a.txt", "a")
    let parent = try scratch.commit("one")
    let repository = try scratch.open()
    let blob = try repository.write(blob: Array("b".utf8))
    #expect(blob.hex == (try scratch.git("hash-object", "--stdin", input: Data("b".utf8))))
    let files = ["x/y/b.txt", "x/z", "x.y", "ä"].map {
      FileEntry(path: GitPath($0), mode: .file, id: blob)
    }
    let tree = try repository.write(treeOf: files)
    let listed = try scratch.git(
      "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", tree.hex)
    #expect(listed == "x.y\nx/y/b.txt\nx/z\nä")
    let commit = try repository.write(
      commitOf: tree, parents: [try #require(ObjectID(hex: parent))], author: ada, committer: ada,
      message: "two\n")
    let variables = [
      "GIT_AUTHOR_DATE": "1709283600 -0330", "GIT_COMMITTER_DATE": "1709283600 -0330",
    ]
    let expected = try scratch.git(
      "commit-tree", "-p", parent, "-m", "two", tree.hex, with: variables)
    #expect(commit.hex == expected)
    #expect(try scratch.git("fsck", "--strict", "--no-dangling").isEmpty)
  }

  @Test func `a name that git rejects does not get into a tree`() throws {
    let scratch = try ScratchRepository()
    let repository = try scratch.open()
    let blob = try repository.write(blob: [])
    for name in [".git", "..", ".", "", ".GIT", "a/b"] {
      let entry = TreeEntry(name: Array(name.utf8), mode: .file, id: blob)
      #expect(throws: GitError.self) { try repository.write(tree: [entry]) }
    }
  }

  @Test func `a tag is written once, and never moved`() throws {
    var scratch = try ScratchRepository()
    let head = try #require(ObjectID(hex: try scratch.commit("one")))
    let repository = try scratch.open()
    let text = TagText(name: "snapshot/a", commit: head, tagger: ada, message: "for A\n\nmore")
    let id = try repository.write(tag: text)
    #expect(try scratch.git("rev-parse", "snapshot/a") == id.hex)
    #expect(
      try scratch.git("for-each-ref", "--format=%(contents)", "refs/tags") == "for A\n\nmore\n")
    let other = TagText(name: "snapshot/a", commit: head, tagger: ada, message: "another")
    let error = #expect(throws: GitError.self) { try repository.write(tag: other) }
    #expect(error?.isTaken == true)
    #expect(try scratch.git("rev-parse", "snapshot/a") == id.hex)
    let tag = try #require(try repository.annotatedTag(named: "snapshot/a"))
    #expect(tag.id == id && tag.target == head && tag.writtenName == "snapshot/a")
    #expect(tag.message == "for A\n\nmore\n" && tag.signature == nil && tag.tagger == ada)
    try repository.deleteTag(named: "snapshot/a")
    #expect(try repository.annotatedTag(named: "snapshot/a") == nil)
    try scratch.git("update-ref", "refs/tags/snapshot/a", id.hex)
    #expect(try repository.annotatedTag(named: "snapshot/a") == tag)
    #expect(try scratch.git("fsck", "--strict", "--no-dangling").isEmpty)
  }

  @Test func `a stale lock is reported`() throws {
    var scratch = try ScratchRepository()
    let head = try #require(ObjectID(hex: try scratch.commit("one")))
    try scratch.write(".git/refs/tags/snapshot/a.lock", "")
    let repository = try scratch.open()
    let text = TagText(name: "snapshot/a", commit: head, tagger: ada, message: "a")
    let error = try #require(
      #expect(throws: GitError.self) { try repository.write(tag: text) })
    let lock = scratch.path + "/.git/refs/tags/snapshot/a.lock"
    #expect(error.description == "unable to create '\(lock)': File exists")
    #expect(error.hint?.contains("remove it to continue") == true)
    try FileManager.default.removeItem(atPath: lock)
    _ = try repository.write(tag: text)
  }

  @Test func `a lock that another process holds briefly is awaited`() throws {
    var scratch = try ScratchRepository()
    let head = try #require(ObjectID(hex: try scratch.commit("one")))
    let name = ".git/refs/tags/snapshot/a.lock"
    try scratch.write(name, "")
    let other = Process()
    other.executableURL = URL(fileURLWithPath: "/bin/sh")
    other.arguments = ["-c", "sleep 0.02; rm \(name)"]
    other.currentDirectoryURL = URL(fileURLWithPath: scratch.path)
    let repository = try scratch.open()
    try other.run()
    _ = try repository.write(
      tag: TagText(name: "snapshot/a", commit: head, tagger: ada, message: "a"))
    other.waitUntilExit()
    #expect(try scratch.git("cat-file", "-t", "snapshot/a") == "tag")
  }
}
