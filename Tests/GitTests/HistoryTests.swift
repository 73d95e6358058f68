import Fixtures
import Foundation
import Git
import Testing

@Suite struct HistoryTests {
  /// A history with merges, including criss-cross ones, with correct, equal or wrong dates.
  private struct Graph {
    let commits: [String]

    init(in scratch: borrowing ScratchRepository, seed: UInt64, size: Int = 24) throws {
      var random = SeededGenerator(seed: seed)
      var commits: [String] = []
      for number in 0..<size {
        let parents = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in
          commits.suffix(5).randomElement(using: &random)
        }
        let seconds =
          switch seed % 3 {
          case 0: 1_700_000_000 + number * 60
          case 1: 1_700_000_000
          default: 1_700_000_000 + Int.random(in: 0..<1000, using: &random)
          }
        let unique = parents.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        commits.append(try scratch.commitTree("\(number)", parents: unique, seconds: seconds))
      }
      self.commits = commits
    }
  }

  /// An object with the bytes of a newer commit, as from a damaged pack index.
  @Test(arguments: [2, 3, 9])
  func `a cyclic history is an error, not an endless walk`(length: Int) throws {
    var scratch = try ScratchRepository()
    let ids = try (0...length).map { try scratch.commit("\($0)") }
    let head = try #require(ids.last.flatMap { ObjectID(hex: $0) })
    func file(_ id: String) -> String { ".git/objects/\(id.prefix(2))/\(id.dropFirst(2))" }
    let bytes = FileManager.default.contents(atPath: "\(scratch.path)/\(file(head.description))")
    try scratch.remove(file(ids[0]))
    try scratch.write(file(ids[0]), try #require(bytes))
    let repository = try scratch.open()
    let error = #expect(throws: GitError.self) {
      try withRelaxedHashes { () throws(GitError) in
        var line = try repository.firstParents(from: head)
        for _ in 0..<100 { if try line.next() == nil { return } }
      }
    }
    #expect(error?.message.hasSuffix("is its own ancestor") == true)
    #expect(throws: GitError.self) {
      try withRelaxedHashes { () throws(GitError) in
        var line = try repository.firstParents(from: head)
        for _ in 0..<100 { if try line.nextID() == nil { return } }
      }
    }
  }

  @Test(arguments: 0..<6)
  func `ranges, merge bases and ancestors agree with git`(seed: UInt64) throws {
    let scratch = try ScratchRepository()
    let graph = try Graph(in: scratch, seed: seed)
    let repository = try scratch.open()
    var random = SeededGenerator(seed: seed &+ 100)
    for _ in 0..<8 {
      let one = try #require(graph.commits.randomElement(using: &random))
      let two = try #require(graph.commits.randomElement(using: &random))
      let left = try #require(ObjectID(hex: one))
      let right = try #require(ObjectID(hex: two))
      let expected = Set(try scratch.git("rev-list", two, "--not", one).split(separator: "\n"))
      #expect(try repository.count(from: left, to: right) == expected.count)
      #expect(
        try repository.count(from: nil, to: right)
          == Int(try scratch.git("rev-list", "--count", two)))
      let bases = try ProcessRun.run(
        "git", ["merge-base", "--all", one, two], in: scratch.path,
        environment: scratch.environment
      ).output.split(separator: "\n").map(String.init)
      let base = try repository.mergeBase(left, right)
      #expect(base.map { bases.contains($0.hex) } ?? bases.isEmpty)
      #expect(try repository.isAncestor(left, of: right) == bases.contains(one))
      var line = try repository.firstParents(from: right, until: left)
      var found: [String] = []
      while let commit = try line.next() { found.append(commit.id.hex) }
      #expect(
        found
          == (try scratch.git("rev-list", "--first-parent", two, "--not", one))
          .split(separator: "\n").map(String.init))
    }
  }

  @Test func `histories with nothing in common have no merge base`() throws {
    let scratch = try ScratchRepository()
    let one = try #require(ObjectID(hex: try scratch.commitTree("one")))
    let two = try #require(ObjectID(hex: try scratch.commitTree("two")))
    let repository = try scratch.open()
    #expect(try repository.mergeBase(one, two) == nil)
    #expect(try repository.mergeBase(one, one) == one)
    #expect(try repository.count(from: one, to: two) == 1)
  }

  @Test func `a shallow clone reports where its history ends`() throws {
    var scratch = try ScratchRepository()
    for number in 0..<6 { try scratch.commit("\(number)") }
    let clone = try ScratchRepository(cloning: scratch, "--depth=3")
    let repository = try clone.open()
    #expect(repository.isShallow)
    let head = try repository.resolve("HEAD")
    var line = try repository.firstParents(from: head)
    var subjects: [String] = []
    while let commit = try line.next() { subjects.append(commit.subject) }
    #expect(subjects == ["5", "4", "3"])
    #expect(line.reachedShallowBoundary)
    #expect(try repository.count(from: nil, to: head) == 3)
    let oldest = try repository.resolve("HEAD~2")
    #expect(try repository.commit(oldest).parents.isEmpty)
    #expect(try repository.isAncestor(oldest, of: head))
    #expect(try repository.mergeBase(oldest, head) == oldest)
    let error = #expect(throws: RevisionError.self) { try repository.resolve("HEAD~5") }
    #expect(error?.description == "'HEAD~5' is beyond the boundary of this shallow clone")
    #expect(error?.hint == "run 'git fetch --unshallow' to fetch the rest")
  }

  @Test func `a commit that cannot be read ends a walk with an error`() throws {
    var scratch = try ScratchRepository()
    let first = try scratch.commit("one")
    try scratch.commit("two")
    try scratch.remove(".git/objects/\(first.prefix(2))/\(first.dropFirst(2))")
    let repository = try scratch.open()
    var line = try repository.firstParents(from: try repository.resolve("HEAD"))
    #expect(try line.next()?.subject == "two")
    var error: GitError?
    do throws(GitError) { _ = try line.next() } catch let thrown { error = thrown }
    #expect(error?.description == "unable to read commit \(first): the object is missing")
  }
}
