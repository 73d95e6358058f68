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
  private let cv: CVRepository
  /// Whether what a merge brought in is shown as the commits of the merged branch.
  private let entersMerges: Bool
  /// Whether a commit is given; nil for all.
  package var isWanted: ((Commit) throws(GitError) -> Bool)?
  /// The steps of a merge that are still to be given.
  private var parts: ArraySlice<StepDiff> = []

  /// - Parameters:
  ///   - start: the newest commit.
  ///   - end: excluded together with its history; nil for the whole line.
  ///   - least: the lowest significance to include.
  ///   - entersMerges: whether the changes of a merge are given as those of the merged commits.
  package init(
    _ cv: CVRepository, from start: Commit, until end: ObjectID?,
    _ selection: EntrySelection = EntrySelection(), least: Significance = .cosmetic,
    entersMerges: Bool = false
  ) throws(GitError) {
    self.cv = cv
    self.entersMerges = entersMerges
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
    while let part = parts.popFirst() {
      if let shown = shown(part) { return shown }
    }
    while let step = try walk.next() {
      guard isAskedFor(step) else {
        try steps.pass(step)
        continue
      }
      var isWanted = true
      if let filter = self.isWanted, let commit = step.occasion.commit {
        isWanted = try filter(commit)
      }
      // The names of selected entries are followed through what is not given.
      if !isWanted, selection.entries.isEmpty {
        try steps.pass(step)
        continue
      }
      let read = try steps.read(step)
      noteUnreadable(read.diff.unreadable, in: step)
      if entersMerges, let merge = MergedBranch(step, in: cv) {
        parts = try merge.steps(read, step)[...]
        return try find()
      }
      if let shown = shown(read), isWanted { return shown }
    }
    return nil
  }

  /// The selected changes of a step; nil if there are none.
  private mutating func shown(_ step: StepDiff) -> StepDiff? {
    var step = step
    step.diff.changes.removeAll { !isShown($0) }
    step.diff.unreadable.removeAll { record in
      record.key.map { !selection.selects($0) } ?? true
    }
    for change in step.diff.changes { selection.follow(change) }
    return step.diff.isEmpty ? nil : step
  }

  /// What the history does not contain, known at the end of the walk.
  package var notes: [String] {
    guard let end = walk.shallowEnd else { return [] }
    return [
      "this clone is shallow: changes up to \(end.author.day) (\(end.id.abbreviated)) "
        + "are unknown"
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
