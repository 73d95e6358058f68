import Fixtures
import Foundation
import Git
import Testing

@Suite struct WorkTreeTests {
  @Test func `the index is what git would commit`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "a")
    try scratch.write("cv/b.yaml", "b")
    try scratch.write("cv2/c", "c")
    try scratch.commit("one")
    try scratch.write("cv/a.yaml", "staged")
    try scratch.git("add", "cv/a.yaml")
    try scratch.write("cv/a.yaml", "not staged")
    try scratch.write("cv/announced.yaml", "x")
    try scratch.git("add", "--intent-to-add", "cv/announced.yaml")
    try scratch.write("cv/untracked.yaml", "x")
    let repository = try scratch.open()
    let index = try repository.index(under: "cv")
    #expect(index.files.map(\.path) == ["cv/a.yaml", "cv/b.yaml"])
    #expect(index.intendedToAdd == ["cv/announced.yaml"])
    #expect(index.conflicts.isEmpty)
    #expect(try repository.blob(try #require(index.files.first).id) == Array("staged".utf8))
    let tree = try scratch.git("write-tree")
    let files = try repository.files(in: try #require(ObjectID(hex: tree)))
    #expect(try repository.index().files == files)
  }

  @Test func `a conflict is reported and no file`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "a\n")
    try scratch.commit("one")
    try scratch.git("checkout", "--quiet", "-b", "other")
    try scratch.write("cv/a.yaml", "other\n")
    try scratch.commit("other")
    try scratch.git("checkout", "--quiet", "main")
    try scratch.write("cv/a.yaml", "main\n")
    try scratch.commit("main")
    #expect(throws: GitFailure.self) { try scratch.git("merge", "--quiet", "other") }
    let index = try scratch.open().index()
    #expect(index.files.isEmpty)
    #expect(index.conflicts == ["cv/a.yaml"])
  }

  @Test func `GIT_INDEX_FILE names another index, from the work tree's top as in git`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "a")
    try scratch.commit("one")
    try scratch.write("cv/b.yaml", "b")
    let variables = ["GIT_INDEX_FILE": "other-index"]
    try scratch.git("add", "cv/b.yaml", with: variables)
    let expected = try scratch.git("-C", "cv", "ls-files", "--full-name", with: variables)
    let repository = try scratch.open(in: "cv", variables)
    #expect(try repository.index().files.map(\.path.display).joined(separator: "\n") == expected)
    #expect(try scratch.open().index().files.map(\.path) == ["cv/a.yaml"])
    let absolute = ["GIT_INDEX_FILE": scratch.path + "/other-index"]
    #expect(try scratch.open(in: "", absolute).index().files.map(\.path) == ["cv/b.yaml"])
    #expect(
      try scratch.open(in: "", ["GIT_INDEX_FILE": "nowhere"]).index().files.isEmpty)
  }

  @Test func `the work tree's files are those that git shows`() throws {
    var scratch = try ScratchRepository()
    try scratch.write(".gitignore", "*.log\nbuild/\n!keep.log\n/cv/top.txt\n")
    try scratch.write("cv/tracked.log", "x")
    try scratch.write("cv/build/tracked", "x")
    try scratch.git("add", "--force", ".")
    try scratch.commit("one")
    for file in [
      "cv/a.yaml", "cv/x.log", "cv/keep.log", "cv/build/new", "cv/sub/top.txt", "cv/top.txt",
      "other/b", "build", "cv/sub/.gitignore", "cv/excluded",
    ] {
      try scratch.write(file, "x")
    }
    try scratch.write("cv/sub/.gitignore", "deep\n")
    try scratch.write("cv/sub/deep", "x")
    try scratch.write("cv/sub/.hidden", "x")
    try scratch.write(".git/info/exclude", "excluded\n")
    try scratch.write(bytes: [0x63, 0xE9], "x")
    try scratch.link("cv/link", to: "a.yaml")
    try scratch.link("cv/loop", to: ".")
    try scratch.git("init", "--quiet", "cv/nested")
    try scratch.write("cv/nested/inside", "x")
    let repository = try scratch.open()
    let listed = try scratch.gitBytes(
      "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    let expected = listed.split(separator: 0).map { GitPath(bytes: Array($0)) }.filter { path in
      !path.names.contains { $0.first == UInt8(ascii: ".") } && path.bytes.last != 0x2F
    }
    let files = try repository.workTreeFiles()
    #expect(files.map(\.path) == expected.sorted())
    #expect(files.filter { $0.mode == .symlink }.map(\.path) == ["cv/link", "cv/loop"])
    let under = try repository.workTreeFiles(under: "cv/sub").map(\.path)
    #expect(under == ["cv/sub/top.txt"])
    #expect(try repository.workTreeFiles(under: "nowhere").isEmpty)
    #expect(try repository.workTreeFiles(under: "cv/loop/sub").isEmpty)
  }

  @Test(arguments: [
    "*.tmp", "A.YAML", "a.yaml", "a*", "*l", "?.yaml", "[ab].yaml", "cv/", "/cv/a.yaml", "sub/",
    "cv/*.yaml\n!cv/a.yaml", "**/b.yaml", "\\#x", "a.yaml   ", "# a.yaml", "b*.y*l", "*", "é.yaml",
    "sub", "cv/sub/b.yaml", "!a.yaml",
  ])
  func `whatever the ignore rules, the files are those that git lists`(rules: String) throws {
    let scratch = try ScratchRepository()
    for name in ["a.yaml", "A.tmp", "#x", "é.yaml", "sub/b.yaml", "sub/a.yaml"] {
      try scratch.write("cv/\(name)", "x")
    }
    try scratch.git("add", "--force", "cv/sub/a.yaml")
    try scratch.write("cv/.gitignore", rules + "\n")
    let listed = try scratch.gitBytes(
      "ls-files", "-z", "--cached", "--others", "--exclude-standard", "cv")
    let expected = listed.split(separator: 0).map { GitPath(bytes: Array($0)) }
      .filter { $0.name != ".gitignore" }
    #expect(try scratch.open().workTreeFiles(under: "cv").map(\.path) == expected.sorted())
  }

  @Test func `ignore rules of the user apply, including those set in the environment`() throws {
    let scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "x")
    try scratch.write("cv/a.bak", "x")
    try scratch.write("cv/a.tmp", "x")
    try FileManager.default.createDirectory(
      atPath: scratch.outside("home/.config/git"), withIntermediateDirectories: true)
    try Data("*.bak\n".utf8).write(
      to: URL(fileURLWithPath: scratch.outside("home/.config/git/ignore")))
    try Data("*.tmp\n".utf8).write(to: URL(fileURLWithPath: scratch.outside("ignore")))
    let files = try scratch.open().workTreeFiles().map(\.path)
    #expect(files == ["cv/a.tmp", "cv/a.yaml"])
    let variables = [
      "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.excludesFile",
      "GIT_CONFIG_VALUE_0": scratch.outside("ignore"),
    ]
    let other = try scratch.open(in: "", variables).workTreeFiles().map(\.path)
    #expect(other == ["cv/a.bak", "cv/a.yaml"])
  }

  @Test func `a file is read up to a limit, a link as its target`() throws {
    let scratch = try ScratchRepository()
    try scratch.write("a", String(repeating: "x", count: 100_000))
    try scratch.link("link", to: "nowhere/é")
    try scratch.write(bytes: [0xE9], "bytes")
    let repository = try scratch.open()
    let files = try repository.workTreeFiles()
    #expect(try repository.workTreeContent(of: files[0], limit: 100_000).count == 100_000)
    let error = #expect(throws: GitError.self) {
      try repository.workTreeContent(of: files[0], limit: 99_999)
    }
    #expect(error?.isTooLarge == true)
    #expect(try repository.workTreeContent(of: files[1], limit: 99) == Array("nowhere/é".utf8))
    #expect(try repository.workTreeContent(of: files[2], limit: 99) == Array("bytes".utf8))
    try scratch.remove("a")
    let missing = #expect(throws: GitError.self) {
      try repository.workTreeContent(of: files[0], limit: 1)
    }
    #expect(missing?.description == "cannot read '\(scratch.path)/a': No such file or directory")
  }

  @Test func `changes are noticed: staged, not staged, new, removed, but not ignored ones`() throws
  {
    var scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "a")
    #expect(try scratch.open().hasChanges())
    try scratch.write(".gitignore", "*.log\n")
    try scratch.write("cv[1]/a.yaml", "a")
    try scratch.commit("one")
    #expect(try !scratch.open().hasChanges())
    try scratch.write("cv/x.log", "x")
    try scratch.write("other", "x")
    #expect(try scratch.open().hasChanges())
    #expect(try !scratch.open().hasChanges(under: "cv"))
    try scratch.write("cv/a.yaml", "changed")
    #expect(try scratch.open().hasChanges(under: "cv"))
    try scratch.git("add", "cv/a.yaml")
    #expect(try scratch.open().hasChanges(under: "cv"))
    try scratch.write("cv/a.yaml", "a")
    #expect(try scratch.open().hasChanges(under: "cv/a.yaml"))
    try scratch.git("add", "cv/a.yaml")
    #expect(try !scratch.open().hasChanges(under: "cv"))
    try scratch.remove("cv/a.yaml")
    #expect(try scratch.open().hasChanges(under: "cv"))
    #expect(try !scratch.open().hasChanges(under: "cv[1]"))
  }
}
