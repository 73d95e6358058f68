package import CVModel
package import Git

/// The changes of the CV, commit by commit, newest first. Commits without changes are left out.
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
  ///   - end: excluded together with its history; nil for the whole line.
  ///   - least: the lowest significance to include.
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

  /// The next older commit with changes; nil at the end.
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

  /// What the history does not contain, known at the end of the walk.
  package var notes: [String] {
    guard let end = walk.shallowEnd else { return [] }
    return [
      "this clone is shallow: what happened up to \(end.author.day) (\(end.id.abbreviated)) "
        + "is not known here"
    ]
  }

  /// Whether a step changes a file of a selected entry, and so has to be read.
  private func isAskedFor(_ step: HistoryStep) -> Bool {
    selection.isAll
      || step.changes.contains { steps.key(of: $0.path).map(selection.selects) ?? false }
  }

  /// Whether a change is included. A rename alone matters if single entries are selected.
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
