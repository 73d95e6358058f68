import CVModel
import Fixtures
import Foundation
import Git
import Testing

@testable import CVHistory

/// A walk along a long first-parent line.
struct HistoryWalkTests {
  private static let commits = 400

  private func open(_ scratch: borrowing ScratchRepository) throws -> CVRepository {
    let repository = try Repository.open(
      at: scratch.path, environment: Environment(scratch.environment))
    return CVRepository(repository, root: "cv")
  }

  private func steps(_ cv: CVRepository, until end: String? = nil) throws -> [HistoryStep] {
    let tip = try #require(try cv.repository.headCommit())
    var walk = try HistoryWalk(
      cv, from: tip.id,
      until: try end.flatMap { try cv.repository.version(named: $0).version.commit?.id })
    var steps: [HistoryStep] = []
    while let step = try walk.next() { steps.append(step) }
    // At the end, further calls return nil.
    #expect(try walk.next() == nil)
    return steps
  }

  @Test func `a long walk finds what git log lists`() throws {
    let scratch = try RandomHistory(seed: 5, commits: Self.commits).repository()
    let steps = try steps(try open(scratch))
    let listed = try scratch.git("log", "--first-parent", "--format=%H", "main", "--", "cv")
    #expect(steps.count > 300)
    #expect(steps.compactMap(\.occasion.id) == listed.split(separator: "\n").map(String.init))
    for step in steps.suffix(40) {
      let id = try #require(step.occasion.id)
      let names = try scratch.git("diff-tree", "-r", "--root", "--no-commit-id", "--name-only", id)
      #expect(
        step.changes.map(\.path.display) == names.split(separator: "\n").map(String.init).sorted())
    }
  }

  @Test func `a range ends where git ends it`() throws {
    let scratch = try RandomHistory(seed: 6, commits: Self.commits).repository()
    let steps = try steps(try open(scratch), until: "main~200")
    let listed = try scratch.git("log", "--format=%H", "main~200..main", "--", "cv")
    #expect(steps.compactMap(\.occasion.id) == listed.split(separator: "\n").map(String.init))
  }

  @Test func `a walk in parts finds the same`() throws {
    let scratch = try RandomHistory(seed: 6, commits: Self.commits).repository()
    let cv = try open(scratch)
    let tip = try #require(try cv.repository.headCommit())
    let line = try scratch.git("rev-list", "--first-parent", "main").split(separator: "\n")
    var walk = try HistoryWalk(cv, from: tip.id, until: nil)
    var found: [HistoryStep] = []
    for end in [0, 1, 50, 50, 63, 65, 200, 390, .max] {
      while let step = try walk.next(before: end) {
        #expect(step.place < end)
        found.append(step)
      }
    }
    for step in found { #expect(step.occasion.id == String(line[step.place])) }
    #expect(found.map(\.place) == (try steps(cv)).map(\.place))
  }

  @Test func `a commit that is missing far back is an error, not the end`() throws {
    let scratch = try RandomHistory(seed: 8, commits: Self.commits).repository()
    let lost = try scratch.git("rev-parse", "main~300")
    try unpack(scratch)
    try scratch.remove(".git/objects/\(lost.prefix(2))/\(lost.dropFirst(2))")
    let cv = try open(scratch)
    let error = #expect(throws: GitError.self) { try steps(cv) }
    #expect(error?.description == "unable to read commit \(lost): the object is missing")
  }

  /// Unpacks all objects into loose ones.
  private func unpack(_ scratch: borrowing ScratchRepository) throws {
    let folder = scratch.path + "/.git/objects/pack"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let place = scratch.outside(name)
      try FileManager.default.moveItem(atPath: folder + "/" + name, toPath: place)
      if name.hasSuffix(".pack") {
        try scratch.git("unpack-objects", "-q", input: Data(contentsOf: URL(filePath: place)))
      }
    }
  }

  @Test func `a shallow clone reports its boundary`() throws {
    let scratch = try RandomHistory(seed: 9, commits: Self.commits).repository()
    let clone = try ScratchRepository(cloning: scratch, "--depth=200")
    let cv = try open(clone)
    let tip = try #require(try cv.repository.headCommit())
    var walk = try HistoryWalk(cv, from: tip.id, until: nil)
    while try walk.next() != nil {}
    let last = try clone.git("rev-list", "--max-parents=0", "HEAD")
    #expect(walk.shallowEnd?.id.hex == last.trimmingCharacters(in: .newlines))
  }

  /// Compares each step of a log with the diff of its commit.
  private func expectDiffs(_ cv: CVRepository, count: Int) throws {
    let tip = try #require(try cv.repository.headCommit())
    var log = try HistoryLog(cv, from: tip, until: nil)
    var seen = 0
    while let step = try log.next() {
      seen += 1
      guard seen % 3 == 0, step.occasion.commit?.parents.isEmpty == false else { continue }
      let id = try #require(step.occasion.id)
      let diff = try cv.diff(
        from: try cv.repository.version(named: id + "^"),
        to: try cv.repository.version(named: id)
      ).diff
      #expect(step.diff.changes == diff.changes, "\(id)")
    }
    #expect(seen >= count)
  }

  @Test func `each step of a log is the diff of its commit`() throws {
    let scratch = try RandomHistory(seed: 10, commits: 300).repository()
    try expectDiffs(try open(scratch), count: 200)
  }

  @Test func `old records are read with the kinds of their time`() throws {
    let scratch = try ScratchRepository()
    var stream = ""
    for number in 1...200 {
      let type = number < 100 ? "text" : number < 160 ? "count" : "date"
      let files = [
        "cv/kinds/prizes.yaml":
          "label: {one: prize, many: prizes}\nname: [title]\nfields:\n  title: text\n"
          + "  year: \(type)\n",
        "cv/prizes/a.yaml": "title: Ada\nyear: \(1800 + number)\n",
      ]
      stream += "commit refs/heads/main\ncommitter A <a@b.c> \(1_600_000_000 + number) +0000\n"
      stream += "data 4\nstep\n"
      for (path, text) in files.sorted(by: { $0.key < $1.key }) {
        stream += "M 100644 inline \(path)\ndata \(text.utf8.count)\n\(text)\n"
      }
    }
    try scratch.git("fast-import", "--quiet", input: Data(stream.utf8))
    try expectDiffs(try open(scratch), count: 199)
  }
}
