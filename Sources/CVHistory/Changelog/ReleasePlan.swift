internal import CVModel
internal import Git
internal import Text

/// The releases of a range, and the version before the oldest of them.
struct ReleasePlan {
  /// Newest first; the first one has no name if the newest version is unreleased.
  private(set) var releases: [Release] = []
  /// The version with which the oldest release is compared.
  private(set) var base: CVVersion
  /// Whether the clone lacks the commits before.
  private(set) var isShallow = false
  private(set) var notes: [String] = []

  struct Release {
    let names: [String]
    let version: CVVersion
    /// The newest commit that belongs to it; nil if there is none.
    let tip: Commit?
    /// The place of that commit on the newest version's first-parent line; nil if it is not on it.
    let place: Int?
    /// When it was released.
    var day: Day?
  }

  init(
    _ cv: CVRepository, _ request: ChangelogRequest, pattern: String, byYear: Bool
  ) throws(GitError) {
    base = request.base
    let repository = cv.repository
    let isStaged = request.newest.version == .index
    let tip = isStaged ? try repository.headCommit() : request.newest.version.commit
    guard let tip else {
      if isStaged { releases = [Release(names: [], version: .index, tip: nil, place: nil)] }
      return
    }
    let named = NamedVersion(.commit(tip), name: isStaged ? "HEAD" : request.newest.name)
    if base == .empty, repository.isShallow { try findShallowEnd(repository, tip) }
    let line = try ReleaseLine(
      in: repository, matching: pattern, newest: named, base: base.commit?.id)
    if byYear, line.releases.isEmpty {
      releases = try Self.years(upTo: tip, in: repository, until: base.commit?.id)
      if isStaged {
        releases.insert(Release(names: [], version: .index, tip: tip, place: 0), at: 0)
      }
      return
    }
    notes += line.notes
    releases = line.releases.map {
      Release(
        names: $0.names, version: .commit($0.commit), tip: $0.commit, place: $0.place, day: $0.day)
    }
    if isStaged {
      releases.insert(Release(names: [], version: .index, tip: tip, place: 0), at: 0)
    } else if line.releases.first?.commit.id != tip.id {
      releases.insert(Release(names: [], version: .commit(tip), tip: tip, place: 0), at: 0)
    }
    if let last = releases.last, last.version == base { releases.removeLast() }
  }

  /// Calendar years as releases: each ends with its newest commit on the first-parent line, by
  /// author day.
  private static func years(
    upTo tip: Commit, in repository: Repository, until end: ObjectID?
  ) throws(GitError) -> [Release] {
    var line = try repository.firstParents(from: tip.id, until: end)
    var releases: [Release] = []
    var (place, oldest) = (0, Int.max)
    while let commit = try line.next() {
      let year = commit.author.day.year
      if year < oldest {
        releases.append(
          Release(names: [String(year)], version: .commit(commit), tip: commit, place: place))
        oldest = year
      }
      place += 1
    }
    return releases
  }

  /// In a shallow clone, the boundary commit represents everything before it.
  private mutating func findShallowEnd(
    _ repository: Repository, _ tip: Commit
  ) throws(GitError) {
    var line = try repository.firstParents(from: tip.id)
    var last = tip
    while let commit = try line.next() { last = commit }
    guard line.reachedShallowBoundary else { return }
    base = .commit(last)
    isShallow = true
    notes.append(
      "this clone is shallow: changes up to \(last.author.day) (\(last.id.abbreviated)) "
        + "are unknown")
  }
}
