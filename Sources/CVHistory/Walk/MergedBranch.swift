internal import CVModel
internal import Git

/// Parts the changes of a merge among the commits of the merged branches that made them.
///
/// What a branch changed, and the merge took over, belongs to the branch's commit: to its author,
/// its day and its trailers. The merge keeps what it did by itself, such as resolving a conflict.
struct MergedBranch {
  private let cv: CVRepository
  private let merge: Commit
  /// How many merges may be merged into each other; deeper ones count as one commit.
  private let depth: Int

  private static let deepest = 16

  /// Nil for a step that is no merge, and for one whose message has a `Changelog:` trailer, which
  /// is about all that it brought in.
  init?(_ step: HistoryStep, in cv: CVRepository, depth: Int = deepest) {
    guard let commit = step.occasion.commit, commit.parents.count > 1, depth > 0,
      !commit.isShallowBoundary, Trailers.values(of: step.occasion).isEmpty
    else { return nil }
    (self.cv, merge, self.depth) = (cv, commit, depth)
  }

  /// One change of the merge, followed into a branch.
  private struct Lineage {
    /// The place among the merge's changes.
    let place: Int
    /// The fields that the merge took over as the branch has them; nil for all.
    let fields: Set<String>?
    /// The fields for which a commit of the branch was found.
    var found: Set<String> = []
    /// Whether a commit of the branch added or removed the entry.
    var isWhole = false
    /// Whether a commit of the branch renamed the entry.
    var isRenamed = false
  }

  /// The merge with what is its own, and the steps of the branches, newest first.
  func steps(_ whole: StepDiff, _ step: HistoryStep) throws(GitError) -> [StepDiff] {
    var lineages: [[EntryKey: Lineage]] = []
    var readers: [StepReader] = []
    for parent in merge.parents.dropFirst() {
      let commit = try cv.repository.commit(parent)
      readers.append(StepReader(cv, newest: try VersionContext(cv, at: .commit(commit))))
      lineages.append([:])
    }
    let files = Dictionary(
      step.changes.map { (readers[0].key(of: $0.path), $0) }
    ) { first, _ in first }
    for (place, change) in whole.diff.changes.enumerated() {
      guard let file = files[change.key] else { continue }
      guard
        let (branch, fields) = try origin(of: change, file, whole, &readers)
      else { continue }
      lineages[branch][change.key] = Lineage(place: place, fields: fields)
    }
    var steps: [StepDiff] = []
    var done: [Lineage] = []
    for index in readers.indices where !lineages[index].isEmpty {
      let parent = merge.parents[index + 1]
      steps += try follow(&lineages[index], from: parent, &readers[index], &done)
    }
    guard !steps.isEmpty else { return [whole] }
    let rest = own(whole, done + lineages.flatMap(\.values))
    return (rest.diff.changes.isEmpty ? [] : [rest]) + steps
  }

  /// The branch that a change of the merge comes from, and the fields that the merge left as they
  /// are there; nil for a change of the merge alone.
  private func origin(
    of change: EntryChange, _ file: TreeChange, _ whole: StepDiff, _ readers: inout [StepReader]
  ) throws(GitError) -> (branch: Int, fields: Set<String>?)? {
    var other: (branch: Int, version: TreeChange.Version)?
    for (index, parent) in merge.parents.dropFirst().enumerated() {
      let version = try cv.version(of: file.path, in: try cv.repository.commit(parent))
      if version == file.new { return (index, nil) }
      if let version, other == nil { other = (index, version) }
    }
    guard let other, let now = whole.cv[change.key],
      let there = try readers[other.branch].entry(file.path, other.version)
    else { return nil }
    let same = change.fieldChanges.map(\.path).filter { path in
      Self.names(of: path).allSatisfy { now[$0] == there[$0] }
    }
    if case .added = change.change { return (other.branch, nil) }
    return same.isEmpty ? nil : (other.branch, Set(same))
  }

  /// The fields of a record that a path of a change stands for: those of a period, or one field.
  private static func names(of path: String) -> [String] {
    path == FieldChange.periodPath
      ? Period.fieldNames : [path.hasPrefix(".") ? String(path.dropFirst()) : path]
  }

  /// The steps of a branch that belong to the lineages, which move to `done` where they end.
  private func follow(
    _ open: inout [EntryKey: Lineage], from tip: ObjectID, _ reader: inout StepReader,
    _ done: inout [Lineage]
  ) throws(GitError) -> [StepDiff] {
    var walk = try HistoryWalk(cv, from: tip, until: merge.parents[0])
    var steps: [StepDiff] = []
    while !open.isEmpty, let step = try walk.next() {
      let isAsked = step.changes.contains { file in
        reader.key(of: file.path).map { open[$0] != nil } ?? false
      }
      guard isAsked else {
        try reader.pass(step)
        continue
      }
      let whole = try reader.read(step)
      let parts =
        try MergedBranch(step, in: cv, depth: depth - 1)?.steps(whole, step) ?? [whole]
      for var part in parts {
        part.diff.changes = part.diff.changes.compactMap { Self.kept($0, &open, &done) }
        part.diff.unreadable = []
        if !part.diff.changes.isEmpty { steps.append(part) }
      }
    }
    return steps
  }

  /// The part of a branch's change that the merge took over; nil for none.
  private static func kept(
    _ change: EntryChange, _ open: inout [EntryKey: Lineage], _ done: inout [Lineage]
  ) -> EntryChange? {
    guard var lineage = open[change.key] else { return nil }
    var change = change
    switch change.change {
    case .added, .removed:
      lineage.isWhole = true
      open[change.key] = nil
      done.append(lineage)
      return change
    case .modified(let fields):
      let kept = fields.filter { lineage.fields?.contains($0.path) ?? true }
      lineage.found.formUnion(kept.map(\.path))
      change.change = .modified(kept)
      if let oldKey = change.oldKey {
        lineage.isRenamed = true
        open[change.key] = nil
        open[oldKey] = lineage
      } else {
        open[change.key] = lineage
      }
      return kept.isEmpty && change.oldKey == nil ? nil : change
    }
  }

  /// The merge without what commits of the branches were found for.
  private func own(_ whole: StepDiff, _ lineages: [Lineage]) -> StepDiff {
    var step = whole
    var changes: [Int: Lineage] = [:]
    for lineage in lineages { changes[lineage.place] = lineage }
    step.diff.changes = whole.diff.changes.enumerated().compactMap { place, change in
      guard let lineage = changes[place] else { return change }
      var change = change
      switch change.change {
      case .added, .removed: return lineage.isWhole ? nil : change
      case .modified(let fields):
        let rest = fields.filter { !lineage.found.contains($0.path) }
        change.change = .modified(rest)
        if lineage.isRenamed { change.oldKey = nil }
        return rest.isEmpty && change.oldKey == nil ? nil : change
      }
    }
    step.diff.unreadable = []
    return step
  }
}
