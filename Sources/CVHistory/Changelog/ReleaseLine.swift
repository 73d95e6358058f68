internal import Git
internal import Text

/// The releases of a history: tags ordered by ancestry.
struct ReleaseLine {
  /// Newest first.
  private(set) var releases: [TaggedCommit] = []
  /// What was left out, and why.
  private(set) var notes: [String] = []

  /// A commit with its tags, in version order.
  struct TaggedCommit {
    let commit: Commit
    let names: [String]
    /// The number of commits before it on the first-parent line; nil if it is not on the line.
    let place: Int?
    /// When the last of its tags was made; for a lightweight tag, the author's day of the commit.
    let day: Day
  }

  /// Finds the releases among the commits of `newest` that are not in `base`.
  init(
    in repository: Repository, matching pattern: String, newest: NamedVersion, base: ObjectID?
  ) throws(GitError) {
    guard let tip = newest.version.commit else { return }
    let tags = Dictionary(grouping: try repository.tags(matching: pattern), by: \.target)
    var waiting = Set(tags.keys)
    var line = try repository.firstParents(from: tip.id, until: base)
    var place = 0
    while !waiting.isEmpty, let id = try line.nextID() {
      if waiting.remove(id) != nil, let tags = tags[id] {
        releases.append(Self.tagged(try repository.commit(id), tags, place: place))
      }
      place += 1
    }
    if let base { waiting.remove(base) }
    guard !waiting.isEmpty else { return }
    let history = try repository.commits(from: base, to: tip.id)
    for (id, tags) in tags.sorted(by: { $0.key < $1.key }) where waiting.contains(id) {
      let release = Self.tagged(try repository.commit(id), tags, place: nil)
      if history.contains(id) {
        try insert(release, in: repository)
      } else if base == nil {
        notes.append("\(Self.list(release.names)) left out: not an ancestor of \(newest.name)")
      }
    }
  }

  private static func tagged(_ commit: Commit, _ tags: [Tag], place: Int?) -> TaggedCommit {
    let tags = tags.sorted { VersionOrder($0.name) < VersionOrder($1.name) }
    return TaggedCommit(
      commit: commit, names: tags.map(\.name), place: place,
      day: tags.last?.tagger?.day ?? commit.author.day)
  }

  /// Inserts the release of a merged branch where ancestry allows it.
  private mutating func insert(
    _ release: TaggedCommit, in repository: Repository
  ) throws(GitError) {
    let id = release.commit.id
    // Each release is an ancestor of the one before it, so both answers change only once.
    var (place, end) = (0, releases.count)
    while place < end {
      let middle = (place + end) / 2
      if try repository.isAncestor(id, of: releases[middle].commit.id) {
        place = middle + 1
      } else {
        end = middle
      }
    }
    if place < releases.count, case let older = releases[place],
      try !repository.isAncestor(older.commit.id, of: id)
    {
      notes.append(
        "\(Self.list(release.names)) left out: neither an ancestor nor a "
          + "descendant of \(Self.list(older.names))")
      return
    }
    releases.insert(release, at: place)
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}
