import Fixtures
import Foundation
import Git
import Testing
import Text

@Suite struct CommitTests {
  static let messages = [
    "one line", "subject\n\nbody", "two\nline subject\n\nbody\n\n\nwith gaps\n",
    "subject\n\nbody\n\nReviewed-by: Ada <ada@example.org>\nCo-authored-by: Bob\n  continued\n",
    "subject\n\nSigned-off-by: A\nnot a trailer\n", "subject\n\nKey: value\nnot a trailer\n",
    "Only: a subject", "subject\n\nbody: here\n\nhttps://example.org\n", "é ü 漢字\n\nbody é",
    "subject\n\nA: 1\n\nB : 2\nC:3\n", "\n\nlate subject  \n\nbody  ",
    "subject\n\n(cherry picked from commit abc)\nX: y\nprose\n", "", "subject\nKey: value\n",
    "subject\r\n\r\nbody\r\n\r\nChangelog: skip\r\n", "two\r\nlines\r\n\r\nbody\r\nmore",
  ]

  @Test(arguments: messages)
  func `a message is read as git log shows it`(_ message: String) throws {
    let scratch = try ScratchRepository()
    let id = try scratch.commitTree(message)
    let commit = try scratch.open().commit(try #require(ObjectID(hex: id)))
    func log(_ format: String) throws -> String {
      try scratch.git("log", "-1", "--format=" + format, id)
    }
    #expect(commit.subject == (try log("%s")))
    #expect(commit.body == (try log("%b")).trimmingNewlines)
    let trailers = commit.trailers.map { "\($0.key): \($0.value)" }.joined(separator: "\n")
    #expect(trailers == (try log("%(trailers:only,unfold)")).trimmingNewlines)
    #expect(commit.tree.hex == (try log("%T")))
  }

  /// An empty commit with any line for author and committer.
  private func commit(
    by line: String, in scratch: borrowing ScratchRepository
  ) throws -> String {
    let tree = try scratch.git("hash-object", "-t", "tree", "-w", "--stdin")
    let text = "tree \(tree)\nauthor \(line)\ncommitter \(line)\n\nx\n"
    return try scratch.git(
      "hash-object", "-t", "commit", "-w", "--stdin", "--literally", input: Data(text.utf8))
  }

  @Test(arguments: [
    "A <a@b> 1700000000 +0530", "A B C <> 0 +0000", " <a@b> 100000 -0330", "A <a@b>",
    "A <a@b> x +0100",
    "A <a@b> 4102444800 -1200", "A <a <b> c> 1700000000 +0100", "A <a@b> 1709251200 +1400",
    "A <a@b> 951782400 +0000",
  ])
  func `signatures are parsed as git log shows them`(_ line: String) throws {
    let scratch = try ScratchRepository()
    let id = try commit(by: line, in: scratch)
    let author = try scratch.open().commit(try #require(ObjectID(hex: id))).author
    let parts = try scratch.git("log", "-1", "--format=%an|%ae|%at|%as", id)
      .split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    #expect(author.name == parts[0])
    #expect(author.email == parts[1])
    #expect(author.seconds == Int64(parts[2]) ?? 0)
    #expect(author.day.description == (parts[3] == "%as" ? "1970-01-01" : parts[3]))
  }

  @Test(arguments: [("+9960", 840), ("-9999", -840), ("+0190", 150), ("++100", 0)])
  func `an invalid time zone is clamped`(
    _ zone: String, _ minutes: Int
  ) throws {
    let scratch = try ScratchRepository()
    let id = try commit(by: "A <a@b> 0 \(zone)", in: scratch)
    let author = try scratch.open().commit(try #require(ObjectID(hex: id))).author
    #expect(author.offsetMinutes == minutes)
    #expect(author.headerText.utf8.count == "A <a@b> 0 +0000".utf8.count)
  }

  @Test func `a message in another encoding is text`() throws {
    let scratch = try ScratchRepository()
    let tree = try scratch.git("hash-object", "-t", "tree", "-w", "--stdin")
    var text = Data("tree \(tree)\nauthor J\u{4F}rg <a@b> 0 +0000\n".utf8)
    text += Data("committer A <a@b> 0 +0000\nencoding ISO-8859-1\n\nCaf".utf8) + [0xE9, 0x0A]
    let id = try scratch.git("hash-object", "-t", "commit", "-w", "--stdin", input: text)
    let commit = try scratch.open().commit(try #require(ObjectID(hex: id)))
    #expect(commit.subject == "Café")
    #expect(commit.subject == (try scratch.git("log", "-1", "--format=%s", id)))
  }

  @Test func `invalid bytes become replacement characters`() throws {
    let scratch = try ScratchRepository()
    let tree = try scratch.git("hash-object", "-t", "tree", "-w", "--stdin")
    let text =
      Data("tree \(tree)\nauthor A <a@b> 0 +0000\ncommitter A <a@b> 0 +0000\n\nCaf".utf8) + [0xE9]
    let id = try scratch.git("hash-object", "-t", "commit", "-w", "--stdin", input: text)
    #expect(
      try scratch.open().commit(try #require(ObjectID(hex: id))).subject == "Caf\u{FFFD}")
  }

  @Test func `a merge has its parents in order, and the message excludes the signature`() throws {
    var scratch = try ScratchRepository()
    let base = try scratch.commit("base")
    let tree = try scratch.git("rev-parse", "HEAD^{tree}")
    let other = try scratch.commitTree("other", base)
    let text = """
      tree \(tree)
      parent \(base)
      parent \(other)
      author A <a@b> 5 +0000
      committer A <a@b> 6 +0000
      gpgsig -----BEGIN PGP SIGNATURE-----
       
       parent of nothing
       -----END PGP SIGNATURE-----

      merge

      """
    let id = try scratch.git(
      "hash-object", "-t", "commit", "-w", "--stdin", input: Data(text.utf8))
    let commit = try scratch.open().commit(try #require(ObjectID(hex: id)))
    #expect(commit.parents.map(\.hex) == [base, other])
    #expect(commit.message == "merge\n")
    #expect(commit.committer.seconds == 6)
  }

  @Test(arguments: ["tree x\n\nmessage", "", "nonsense\n"])
  func `a malformed commit is an error`(_ text: String) throws {
    let scratch = try ScratchRepository()
    let id = try scratch.git(
      "hash-object", "-t", "commit", "-w", "--stdin", "--literally", input: Data(text.utf8))
    let repository = try scratch.open()
    let error = #expect(throws: GitError.self) {
      try repository.commit(try #require(ObjectID(hex: id)))
    }
    #expect(error?.description == "commit \(id) is malformed")
  }
}

extension String {
  fileprivate var trimmingNewlines: String {
    guard let last = unicodeScalars.lastIndex(where: { $0 != "\n" }) else { return "" }
    return String(unicodeScalars[...last])
  }
}
