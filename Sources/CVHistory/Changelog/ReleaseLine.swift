internal import Git

/// The releases of a history: tags, ordered by ancestry alone.
struct ReleaseLine {
  /// Newest first.
  private(set) var releases: [TaggedCommit] = []
  /// What was left out, and why.
  private(set) var notes: [String] = []

  /// A commit with the tags that name it, in version order.
  struct TaggedCommit {
    let commit: Commit
    let names: [String]
    /// How many commits of the first-parent line stand before it; nil where it stands beside the line.
    let place: Int?
    /// When the last of them was made; for a plain tag the author's day of the commit.
    let day: Day
  }

  /// Finds the releases among the commits that `newest` has and `base` has not.
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
        notes.append("\(Self.list(release.names)) left out: no ancestor of \(newest.name)")
      }
    }
  }

  private static func tagged(_ commit: Commit, _ tags: [Tag], place: Int?) -> TaggedCommit {
    let tags = tags.sorted { VersionOrder($0.name) < VersionOrder($1.name) }
    return TaggedCommit(
      commit: commit, names: tags.map(\.name), place: place,
      day: tags.last?.tagger?.day ?? commit.author.day)
  }

  /// Puts a release of a merged branch where ancestry has a place for it.
  private mutating func insert(
    _ release: TaggedCommit, in repository: Repository
  ) throws(GitError) {
    let id = release.commit.id
    var place = 0
    while place < releases.count,
      try repository.isAncestor(id, of: releases[place].commit.id)
    {
      place += 1
    }
    for older in releases[place...] where try !repository.isAncestor(older.commit.id, of: id) {
      notes.append(
        "\(Self.list(release.names)) left out: it stands beside \(Self.list(older.names)), "
          + "neither before nor behind it")
      return
    }
    releases.insert(release, at: place)
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}
