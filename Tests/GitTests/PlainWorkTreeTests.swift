import Fixtures
import Foundation
import Git
import Testing

/// Reading a work tree without git's library: the same files as with it, or none where git has to be asked.
@Suite struct PlainWorkTreeTests {
  private static func tree(
    _ scratch: borrowing ScratchRepository, _ variables: [String: String] = [:]
  ) -> PlainWorkTree? {
    PlainWorkTree(
      at: scratch.path, under: "cv", unless: "cvgit",
      environment: Environment(scratch.environment.merging(variables) { $1 }))
  }

  @Test func `it finds the files that git finds`() throws {
    let scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "a")
    try scratch.write("cv/é/b.yaml", "b")
    try scratch.write(".git/info/exclude", "# *.yaml\r\n*.log\r\n")
    let tree = Self.tree(scratch)
    let files = try #require(tree).files
    #expect(try files == scratch.open().workTreeFiles(under: "cv"))
    #expect(files.count == 2)
  }

  @Test(arguments: [
    "[cvgit]\n\troot = other\n", "[CVGit]\n\tRoot = other\n", "[include]\n\tpath = x\n",
    "[IncludeIf \"gitdir:/\"]\n\tpath = x\n", "[core]\n\tworkTree = /\n",
    "[core]\r\n\texcludesFile\r\n", "[core]\n\texcludesFile = ~/rules\t\n",
    "[core]\n\texcludesfile = \"/rules\"\n",
  ])
  func `a setting that could say otherwise is left to git`(settings: String) throws {
    let scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "a")
    let plain = Self.tree(scratch)
    #expect(plain != nil)
    let file = URL(fileURLWithPath: scratch.outside("home/.gitconfig"))
    try Data(settings.utf8).write(to: file)
    let steered = Self.tree(scratch)
    #expect(steered == nil)
  }

  @Test(
    arguments: ["home/rules", "home/.config/git/ignore", "repository/.git/info/exclude"],
    ["a.yaml\n", "#\r\nA.YAML\r\n"])
  func `rules of the user are read, wherever they stand`(file: String, rules: String) throws {
    let scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "a")
    let settings = "[core]\r\n\tExcludesFile = ~/rules\r\n"
    try Data(settings.utf8).write(to: URL(fileURLWithPath: scratch.outside("home/.gitconfig")))
    let plain = Self.tree(scratch)
    #expect(plain != nil)
    let place = URL(fileURLWithPath: scratch.outside(file))
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(rules.utf8).write(to: place)
    let steered = Self.tree(scratch)
    #expect(steered == nil)
  }

  @Test func `a variable that steers git is left to git`() throws {
    let scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "a")
    for name in [
      "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_CEILING_DIRECTORIES", "GIT_CONFIG_COUNT",
      "GIT_CONFIG_PARAMETERS",
    ] {
      let tree = Self.tree(scratch, [name: "x"])
      #expect(tree == nil, "\(name)")
    }
  }
}
