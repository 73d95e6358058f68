import CVHistory
import CVModel
import Fixtures
import Git
import Testing

/// Law: changelog(A..C) is the net of changelog(A..B) and changelog(B..C).
@Suite struct NetLawTests {
  @Test(arguments: Cases.some(of: UInt64(0)..<24))
  func `a changelog is the net of those of its parts`(seed: UInt64) throws {
    let scratch = try RandomHistory(seed: seed, commits: 16).repository()
    let cv = CVRepository(
      try Repository.open(at: scratch.path, environment: Environment(scratch.environment)),
      root: "cv")
    let ids = try scratch.git("rev-list", "--reverse", "main").split(separator: "\n").map(
      String.init)
    for (a, b, c) in [(0, 5, 15), (3, 4, 9), (2, 10, 11), (7, 12, 15)] {
      let whole = try changes(cv, ids[a], ids[c])
      let parts = try (changes(cv, ids[a], ids[b]), changes(cv, ids[b], ids[c]))
      let start = try reading(cv, ids[a])
      let end = try reading(cv, ids[c])
      #expect(start.applying(whole) == end)
      #expect(start.applying(parts.0).applying(parts.1) == end)
    }
  }

  /// Each change has an event, dated within the range, with the last commit that made it.
  @Test(arguments: Cases.some(of: UInt64(100)..<112))
  func `every event belongs to a commit that changed its entry`(seed: UInt64) throws {
    let scratch = try RandomHistory(seed: seed, commits: 16).repository()
    let cv = CVRepository(
      try Repository.open(at: scratch.path, environment: Environment(scratch.environment)),
      root: "cv")
    let ids = try scratch.git("rev-list", "--reverse", "main").split(separator: "\n").map(
      String.init)
    let changelog = try changelog(cv, ids[2], ids[15])
    let release = try #require(changelog.releases.first)
    let told = release.changes.filter { $0.significance > .cosmetic }
    let keys = release.events.compactMap { event -> EntryKey? in
      if case .change(let dated) = event.content { dated.change.key } else { nil }
    }
    #expect(Set(keys) == Set(told.map(\.key)))
    for event in release.events {
      let commit = try #require(event.occasion.id)
      #expect(ids[3...].contains(commit))
      guard case .change(let dated) = event.content else { continue }
      let step = try cv.diff(from: named(cv, commit + "^"), to: named(cv, commit)).diff
      let names = Set(dated.change.fieldChanges.map(\.path))
      #expect(
        step.changes.contains { change in
          names.isEmpty || change.fieldChanges.isEmpty
            || !names.isDisjoint(with: change.fieldChanges.map(\.path))
        }, "\(dated.change.key) at \(commit)")
    }
  }

  private func named(_ cv: CVRepository, _ text: String) throws -> NamedVersion {
    try cv.repository.version(named: text)
  }

  private func reading(_ cv: CVRepository, _ id: String) throws -> CV {
    try cv.reading(of: named(cv, id).version).cv
  }

  private func changelog(_ cv: CVRepository, _ from: String, _ to: String) throws -> Changelog {
    try ChangelogBuilder.changelog(
      ChangelogRequest(
        from: named(cv, from).version, to: named(cv, to),
        author: Signature(name: "", email: "", seconds: 0, offsetMinutes: 0), showsPrivate: true),
      in: cv)
  }

  private func changes(
    _ cv: CVRepository, _ from: String, _ to: String
  ) throws -> [ChangeDocument] {
    try changelog(cv, from, to).releases.flatMap(\.changes).map(ChangeDocument.init)
  }
}
