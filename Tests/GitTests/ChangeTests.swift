import Fixtures
import Foundation
import Git
import Testing

@Suite struct ChangeTests {
  @Test func `the first commit adds everything`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("cv/a.yaml", "a")
    try scratch.write("b", "b")
    try scratch.commit("one")
    let repository = try scratch.open()
    let tree = try #require(try repository.headCommit()).tree
    let changes = try repository.changes(from: nil, to: tree)
    #expect(changes.map(\.path) == ["b", "cv/a.yaml"])
    #expect(changes.allSatisfy { $0.old == nil && $0.new?.mode == .file })
    let removed = try repository.changes(from: tree, to: nil, under: "cv")
    #expect(removed.map(\.path) == ["cv/a.yaml"])
    #expect(removed.allSatisfy { $0.old != nil && $0.new == nil })
    #expect(try repository.changes(from: tree, to: tree).isEmpty)
    #expect(try repository.changes(from: nil, to: nil).isEmpty)
  }

  @Test func `a file that becomes a folder is removed, and the folder's files are added`() throws {
    var scratch = try ScratchRepository()
    for file in ["cv", "cv-x", "cv.y", "d/1", "d/2"] { try scratch.write(file, file) }
    try scratch.commit("one")
    try scratch.remove("cv")
    try scratch.remove("d")
    try scratch.write("cv/a", "cv")
    try scratch.write("cv-x", "changed")
    try scratch.write("d", "d")
    try scratch.commit("two")
    try scratch.expectChangesAsGitShows("HEAD~1", "HEAD")
    try scratch.expectChangesAsGitShows("HEAD", "HEAD~1")
    try scratch.expectChangesAsGitShows("HEAD~1", "HEAD", under: "cv")
    try scratch.expectChangesAsGitShows("HEAD~1", "HEAD", under: "d")
  }

  @Test func `modes, links, submodules and strange names change as git shows`() throws {
    var scratch = try ScratchRepository()
    try scratch.write("run", "x")
    try scratch.write("becomes-link", "target")
    try scratch.write(bytes: [0x63, 0xE9], "x")
    try scratch.write(bytes: Array("two\nlines".utf8), "x")
    try scratch.addSubmodule("module")
    try scratch.commit("one")
    try scratch.git("update-index", "--chmod=+x", "run")
    try scratch.remove("becomes-link")
    try scratch.link("becomes-link", to: "target")
    try scratch.write(bytes: [0x63, 0xE9], "changed")
    try scratch.write(bytes: Array("two\nlines".utf8), "changed")
    try scratch.git("-C", "module", "commit", "--quiet", "--allow-empty", "--message", "more")
    try scratch.git("config", "core.fileMode", "false")
    try scratch.commit("two")
    try scratch.expectChangesAsGitShows("HEAD~1", "HEAD")
  }

  @Test(arguments: 0..<6)
  func `random histories change as git shows, compared one after another`(
    seed: UInt64
  ) throws {
    var scratch = try ScratchRepository()
    var random = SeededGenerator(seed: seed)
    let names = ["a", "a-b", "a.b", "ab", "b/a", "b-/a", "b/c/d", "b/c/e", "c/x", "b.c/y", "c"]
    for number in 0..<8 {
      for name in names where Bool.random(using: &random) {
        try scratch.place(name, "\(name) \(Int.random(in: 0..<3, using: &random))")
      }
      try scratch.commit("\(number)")
    }
    let repository = try scratch.open()
    var comparer = TreeComparer(repository)
    var line = try repository.firstParents(from: try repository.resolve("HEAD"))
    while let commit = try line.next() {
      let parent = try commit.parents.first.map { try repository.commit($0).tree }
      let changes = try comparer.changes(from: parent, to: commit.tree)
      #expect(changes == (try repository.changes(from: parent, to: commit.tree)))
      #expect(changes.map(\.path) == changes.map(\.path).sorted())
      guard let parent else { continue }
      #expect(
        changes.map(\.asGitShows)
          == (try scratch.git("diff-tree", "-r", "--no-renames", parent.hex, commit.tree.hex))
          .split(separator: "\n").map(String.init))
    }
  }
}

extension ScratchRepository {
  /// Writes a file, replacing a folder in its way, or a file where it needs a folder.
  fileprivate func place(_ name: String, _ text: String) throws {
    let names = name.split(separator: "/")
    for count in 1...names.count {
      let part = path + "/" + names.prefix(count).joined(separator: "/")
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: part, isDirectory: &isFolder) else {
        continue
      }
      if isFolder.boolValue == (count == names.count) {
        try FileManager.default.removeItem(atPath: part)
      }
    }
    try write(name, text)
  }

  fileprivate func expectChangesAsGitShows(
    _ old: String, _ new: String, under path: String = ""
  ) throws {
    let repository = try open()
    let trees = try [old, new].map { try repository.commit(try repository.resolve($0)).tree }
    let changes = try repository.changes(from: trees[0], to: trees[1], under: path)
    let shown = try git(
      "-c", "core.quotePath=true", "diff-tree", "-r", "--no-renames", old, new, "--",
      path.isEmpty ? "." : path)
    #expect(changes.map(\.asGitShows) == shown.split(separator: "\n").map(String.init))
  }
}

extension TreeChange {
  /// As `git diff-tree -r` prints it.
  fileprivate var asGitShows: String {
    let zeros = String(repeating: "0", count: 40)
    let letter =
      switch (old, new) {
      case (nil, _): "A"
      case (_, nil): "D"
      case (let old?, let new?): isSameType(old.mode, new.mode) ? "M" : "T"
      }
    let modes = ":\(old?.mode.octal ?? "000000") \(new?.mode.octal ?? "000000")"
    return "\(modes) \(old?.id.hex ?? zeros) \(new?.id.hex ?? zeros) \(letter)\t\(path)"
  }

  private func isSameType(_ one: EntryMode, _ two: EntryMode) -> Bool {
    one == two || one.isRegularFile && two.isRegularFile
  }
}
