internal import CVModel
package import Git

/// Builds a changelog: one diff per release finds what changed, and a walk through its commits
/// finds when.
///
/// Goes from the newest release to the oldest, and reads only the records that are still undecided.
package struct ChangelogBuilder: ~Copyable {
  private let cv: CVRepository
  private let request: ChangelogRequest
  private var steps: StepReader
  /// The walk along the newest version's line, which continues from release to release.
  private var line: HistoryWalk?
  private var privacy: Privacy
  /// Nil if private data is included.
  private var hidden: HiddenEntries?
  private var drafts: [ReleaseDraft] = []
  private var tracks = TrackedEntries()
  /// Notes on records whose newest version cannot be read.
  private var unreadableNotes: [String] = []

  /// The changelog of a range.
  package static func changelog(
    _ request: ChangelogRequest, in cv: CVRepository
  ) throws(GitError) -> Changelog {
    try withRelaxedHashes { () throws(GitError) in try build(request, in: cv) }
  }

  private static func build(
    _ request: ChangelogRequest, in cv: CVRepository
  ) throws(GitError) -> Changelog {
    let context = try VersionContext(cv, at: request.newest.version)
    let hidden =
      request.showsPrivate ? nil : try HiddenEntries(cv, newest: request.newest.version)
    var builder = ChangelogBuilder(cv, request, context, hidden)
    return try builder.build(context)
  }

  private init(
    _ cv: CVRepository, _ request: ChangelogRequest, _ newest: VersionContext,
    _ hidden: HiddenEntries?
  ) {
    self.cv = cv
    self.request = request
    self.hidden = hidden
    steps = StepReader(cv, newest: newest)
    privacy = Privacy(isOff: request.showsPrivate)
  }

  private mutating func build(_ newest: VersionContext) throws(GitError) -> Changelog {
    let plan = try ReleasePlan(
      cv, request, pattern: newest.tagPattern, byYear: newest.isByYear(cv))
    var context = newest
    for (place, release) in plan.releases.enumerated() {
      let isLast = place + 1 == plan.releases.count
      let older = isLast ? plan.base : plan.releases[place + 1].version
      let olderContext = try VersionContext(cv, at: older)
      try add(release, context, against: older, olderContext)
      if tracks.areLive {
        steps.begin(at: context)
        if case .index = release.version { try followStaged(onto: release.tip) }
        let segment = Segment(
          start: release, end: older, endPlace: isLast ? .max : plan.releases[place + 1].place)
        try walk(segment, of: plan)
        try endRelease(release)
      }
      steps.trim()
      context = olderContext
    }
    let profile = CV(entries: [newest.profile].compactMap(\.self), schema: newest.schema)
    let tracks = tracks
    return Changelog(
      releases: drafts.mapInParallel(by: 1) { $0.release(tracks) },
      notes: plan.notes + unreadableNotes,
      hasUnreadable: !unreadableNotes.isEmpty,
      sections: newest.order,
      profile: (request.showsPrivate ? profile : profile.public).profile,
      isShallow: plan.isShallow,
      newest: plan.releases.first?.tip.map(Occasion.commit), tagPattern: newest.tagPattern)
  }

  /// Adds the changes of one release since the one before it.
  private mutating func add(
    _ release: ReleasePlan.Release, _ context: VersionContext, against older: CVVersion,
    _ olderContext: VersionContext
  ) throws(GitError) {
    let changes = try cv.treeChanges(from: older, to: release.version)
    var (old, new) = try steps.sides(
      changes, from: .init(context: olderContext, commit: older.commit?.id),
      to: .init(context: context, commit: release.tip?.id))
    if !request.showsPrivate {
      var (before, after) = (
        PrivateReferences(cv, older, olderContext.schema),
        PrivateReferences(cv, release.version, context.schema)
      )
      try before.hide(in: &old)
      try after.hide(in: &new)
      try hidden?.look(for: [old.cv, new.cv], context.schema)
    }
    if drafts.isEmpty {
      let entries = hidden?.entries ?? []
      unreadableNotes = steps.bridged.map { Self.note($0, isHidden: entries.contains($0.key)) }
    }
    let diff = privacy.diff(
      from: &old, to: &new, hidden: hidden, directory: context.directory(with: olderContext))
    var draft = ReleaseDraft(
      release, changes: diff.changes, old: old.cv, new: new.cv, isFirst: older == .empty)
    for change in draft.reported {
      draft.tracks.append(
        tracks.add(
          EntryTrack(
            change, kind: draft.kind(of: change), includesPrivate: request.showsPrivate)))
    }
    drafts.append(draft)
  }

  /// Dates the open changes of the newest draft by the last commit seen, or by the release's tip.
  private mutating func endRelease(_ release: ReleasePlan.Release) throws(GitError) {
    guard let draft = drafts.last else { return }
    for place in draft.tracks where tracks[place].isUndated {
      if let shown = try firstShown(tracks[place].unread) { tracks.show(place, shown) }
    }
    let last = release.tip.map(Occasion.commit) ?? .staged(request.author)
    tracks.endRelease(draft.tracks, last)
  }

  /// The commit that made an entry public, among changes of its file, newest first.
  private mutating func firstShown(
    _ changes: [(occasion: Occasion, change: TreeChange)]
  ) throws(GitError) -> Occasion? {
    var first: Occasion?
    for unread in changes
    where try steps.isShown(unread.change, withPrivate: request.showsPrivate) {
      first = unread.occasion
    }
    return first
  }

  private static func note(_ record: Unreadable, isHidden: Bool) -> String {
    if isHidden {
      return "a private record cannot be read (\"cvgit validate\" names it)"
    }
    let fault = CVDiff.UnreadableRecord(record, side: .to)
    return "\(fault.path):\(fault.line):\(fault.column) cannot be read: \(fault.reason); "
      + "its last readable version is used"
  }

  /// Follows the staged changes as a step of their own, after the newest commit.
  private mutating func followStaged(onto tip: Commit?) throws(GitError) {
    let changes = try cv.treeChanges(from: tip.map(CVVersion.commit) ?? .empty, to: .index)
    guard !changes.isEmpty else { return }
    try follow(
      HistoryStep(occasion: .staged(request.author), parent: tip?.id, changes: changes))
  }

  /// The commits of one release.
  private struct Segment {
    let start: ReleasePlan.Release
    let end: CVVersion
    /// The place of the end on the newest version's line; nil if it is not on it, and beyond all
    /// places for an excluded base.
    let endPlace: Int?
  }

  private mutating func walk(_ segment: Segment, of plan: ReleasePlan) throws(GitError) {
    guard let tip = segment.start.tip, let newest = plan.releases.first?.tip else { return }
    guard let start = segment.start.place, let end = segment.endPlace else {
      var walk = try HistoryWalk(cv, from: tip.id, until: segment.end.commit?.id)
      while tracks.areLive, let step = try walk.next() { try follow(step) }
      return
    }
    if line == nil {
      line = try HistoryWalk(cv, from: newest.id, until: plan.base.commit?.id)
    }
    while tracks.areLive, let step = try line?.next(before: end) {
      // Steps newer than the segment's start do not belong to it.
      if step.place >= start { try follow(step) }
    }
  }

  private mutating func follow(_ step: HistoryStep) throws(GitError) {
    var asking: Set<Int> = []
    for change in step.changes {
      guard let key = steps.key(of: change.path) else { continue }
      asking.formUnion(tracks.asking(for: key, change, step.occasion))
    }
    guard !asking.isEmpty else { return try steps.pass(step) }
    let whole = try steps.read(step)
    let places = asking.sorted()
    if let merge = MergedBranch(step, in: cv) {
      let brought = places.filter { whole.diff.changes(tracks[$0].key) }
      for part in try merge.steps(whole, step) { tracks.follow(part, brought) }
      tracks.follow(whole, places.filter { !brought.contains($0) })
    } else {
      tracks.follow(whole, places)
    }
    for place in asking where tracks[place].beganHidden {
      tracks.show(place, try firstShown(tracks[place].unread) ?? step.occasion)
    }
  }
}

extension CVDiff {
  /// Whether an entry changed, under its new key or its old one.
  fileprivate func changes(_ key: EntryKey) -> Bool {
    changes.contains { $0.key == key || $0.oldKey == key }
  }
}

/// The range of a changelog.
package struct ChangelogRequest: Sendable {
  /// Excluded together with its history; empty for all.
  package let base: CVVersion
  /// A commit, or the index.
  package let newest: NamedVersion
  /// The author and time for staged changes.
  package let author: Signature
  package let showsPrivate: Bool

  package init(
    from base: CVVersion = .empty, to newest: NamedVersion, author: Signature,
    showsPrivate: Bool = false
  ) {
    self.base = base
    self.newest = newest
    self.author = author
    self.showsPrivate = showsPrivate
  }
}

extension VersionContext {
  /// The pattern of release tags: `changelog: {tags: …}` in `cv.yaml`.
  fileprivate var tagPattern: String { document?["changelog"]?["tags"]?.text ?? "v*" }

  /// Whether calendar years are the releases of a CV without release tags: with `changelog: {by:
  /// year}` in `cv.yaml`, and for a CV that is only a source.
  fileprivate func isByYear(_ cv: CVRepository) -> Bool {
    document?["changelog"]?["by"]?.text == "year" || document == nil && cv.sources != nil
  }

  /// The kinds in the order of the document; the owner's profile last.
  fileprivate var order: [String] {
    let listed = CV(entries: [document].compactMap(\.self), schema: schema).sections.map(\.kind)
    let known = schema.entryKinds.map(\.name)
    var seen: Set<String> = []
    return (listed + known + ["profile"]).filter { seen.insert($0).inserted }
  }
}
