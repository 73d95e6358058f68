package import CVModel
package import Git

/// What happened to the CV, commit by commit, newest first. Commits that change nothing are left out.
package struct HistoryLog: ~Copyable {
  private var walk: HistoryWalk
  private var steps: StepReader
  private var selection: EntrySelection
  private let least: Significance
  /// Records whose newest version on this line cannot be read.
  package private(set) var unreadableNow: Set<String> = []
  private var seen: Set<GitPath> = []

  /// - Parameters:
  ///   - start: the newest commit.
  ///   - end: it and its history are left out; nil for all of the line.
  ///   - least: changes that matter less are left out.
  package init(
    _ cv: CVRepository, from start: Commit, until end: ObjectID?,
    _ selection: EntrySelection = EntrySelection(), least: Significance = .cosmetic
  ) throws(GitError) {
    let context = try VersionContext(cv, at: .commit(start))
    walk = try HistoryWalk(cv, from: start.id, until: end)
    steps = StepReader(cv, newest: context)
    self.selection = selection
    self.least = least
  }

  /// The next older commit that changed something, nil at the end.
  package mutating func next() throws(GitError) -> StepDiff? {
    try withRelaxedHashes { () throws(GitError) in try find() }
  }

  private mutating func find() throws(GitError) -> StepDiff? {
    while let step = try walk.next() {
      guard isAskedFor(step) else {
        try steps.pass(step)
        continue
      }
      var read = try steps.read(step)
      noteUnreadable(read.diff.unreadable, in: step)
      read.diff.changes.removeAll { !isShown($0) }
      read.diff.unreadable.removeAll { record in
        record.key.map { !selection.selects($0) } ?? true
      }
      for change in read.diff.changes { selection.follow(change) }
      if !read.diff.isEmpty { return read }
    }
    return nil
  }

  /// What could not be known, at the end of the walk.
  package var notes: [String] {
    guard let end = walk.shallowEnd else { return [] }
    return [
      "this clone is shallow: what happened up to \(end.author.day) (\(end.id.abbreviated)) "
        + "is not known here"
    ]
  }

  /// Only files that stand for a selected entry make a step worth reading.
  private func isAskedFor(_ step: HistoryStep) -> Bool {
    selection.isAll
      || step.changes.contains { steps.key(of: $0.path).map(selection.selects) ?? false }
  }

  /// A new name alone matters to who follows one entry.
  private func isShown(_ change: EntryChange) -> Bool {
    guard selection.selects(change) else { return false }
    return change.significance >= least || !selection.entries.isEmpty && change.oldKey != nil
  }

  private mutating func noteUnreadable(
    _ unreadable: [CVDiff.UnreadableRecord], in step: HistoryStep
  ) {
    let paths = Set(unreadable.map(\.path))
    for change in step.changes where seen.insert(change.path).inserted {
      let path = steps.displayPath(of: change)
      if paths.contains(path) { unreadableNow.insert(path) }
    }
  }
}
