import Fixtures
import Foundation
import Git
import Testing

@Suite struct TreeTests {
  @Test func `a tree is read as git ls-tree shows it`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("cv/cv.yaml", "sections: []\n")
    try scratch.write("cv/publications/a.yaml", "title: A\n")
    try scratch.write("cv-old", "x")
    try scratch.write("cv.txt", "y")
    try scratch.write("run.sh", "#!/bin/sh\n")
    try scratch.git("add", ".")
    try scratch.git("update-index", "--chmod=+x", "run.sh")
    try scratch.link("link", to: "run.sh")
    try scratch.addSubmodule("module")
    try scratch.commit("one")
    let repository = try scratch.open()
    let head = try #require(try repository.headCommit())
    #expect(
      repository.shown(try repository.files(in: head.tree))
        == (try scratch.git("ls-tree", "-r", "HEAD")))
    let top = try repository.tree(head.tree).map { "\($0.mode.octal) \($0.id)" }
    #expect(
      top.joined(separator: "\n")
        == (try scratch.git("ls-tree", "--format=%(objectmode) %(objectname)", "HEAD")))
  }

  @Test func `files below a path have their whole path`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("career/cv/cv.yaml", "sections: []\n")
    try scratch.write("career/cv/publications/a.yaml", "title: A\n")
    try scratch.write("career/cv2/a.yaml", "title: A\n")
    try scratch.commit("one")
    let repository = try scratch.open()
    let tree = try #require(try repository.headCommit()).tree
    let paths = try repository.files(in: tree, under: "./career/cv/").map(\.path.display)
    #expect(paths == ["career/cv/cv.yaml", "career/cv/publications/a.yaml"])
    #expect(try repository.files(in: tree, under: "career/nothing").isEmpty)
    #expect(try repository.files(in: tree, under: "career/cv/cv.yaml/x").isEmpty)
    let file = try repository.files(in: tree, under: "career/cv/cv.yaml")
    #expect(file.map(\.path) == ["career/cv/cv.yaml"])
    #expect(try repository.entry(at: "career/cv", in: tree)?.mode == .tree)
    #expect(try repository.entry(at: "", in: tree)?.id == tree)
    #expect(try repository.entry(at: "career/nothing", in: tree) == nil)
  }

  @Test func `names that are not UTF-8 keep their bytes`() throws {
    var scratch = try ScratchRepository()
    let names: [[UInt8]] = [
      [0x63, 0xE9], Array("two\nlines".utf8), Array("tab\t\"quoted\"".utf8),
      Array("bidi\u{202E}name".utf8), Array("é".utf8), [0x01],
    ]
    for name in names { try scratch.write(bytes: name, "x") }
    try scratch.commit("one")
    let repository = try scratch.open()
    let tree = try #require(try repository.headCommit()).tree
    let sorted = names.sorted { $0.lexicographicallyPrecedes($1) }
    #expect(try repository.files(in: tree).map(\.path.bytes) == sorted)
    let shown = try repository.files(in: tree).map(\.path.display)
    #expect(
      shown == [
        #""\001""#, #""bidi\342\200\256name""#, #""c\351""#, #""tab\t\"quoted\"""#,
        #""two\nlines""#, "é",
      ])
  }

  @Test(arguments: [
    "100644 a", "100644 \0aaaaaaaaaaaaaaaaaaaa", "1x0644 a\0aaaaaaaaaaaaaaaaaaaa", "",
    "999999 a\0aaaaaaaaaaaaaaaaaaaa", "000000 a\0aaaaaaaaaaaaaaaaaaaa", "100644 a\0aaaa",
    "100644", "100644 a/b\0aaaaaaaaaaaaaaaaaaaa",
  ])
  func `a malformed tree is an error`(_ content: String) throws {
    let scratch = try ScratchRepository()
    let id = try scratch.git(
      "hash-object", "-t", "tree", "-w", "--stdin", "--literally", input: Data(content.utf8))
    let repository = try scratch.open()
    let tree = try #require(ObjectID(hex: id))
    guard !content.isEmpty else {
      #expect(try repository.tree(tree).isEmpty)
      return
    }
    let error = #expect(throws: GitError.self) { try repository.tree(tree) }
    #expect(error?.code == GitError.Code.malformed)
    #expect(error?.description.hasPrefix("tree \(id) is malformed") == true)
  }
}

extension Repository {
  /// As `git ls-tree -r` prints files.
  fileprivate func shown(_ files: [FileEntry]) -> String {
    files.map { file in
      let type = file.mode == .submodule ? "commit" : "blob"
      return "\(file.mode.octal) \(type) \(file.id)\t\(file.path)"
    }.joined(separator: "\n")
  }
}
