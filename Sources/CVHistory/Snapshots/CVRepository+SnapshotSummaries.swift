package import CVModel
package import Git

/// A snapshot in a list, with the number of changes before and after it.
package struct SnapshotSummary: Sendable {
  package let snapshot: Snapshot
  /// Since the previous snapshot; nil for the first, and if a shallow clone lacks the history.
  package let news: Changes?
  /// From it to `HEAD`.
  package let untilNow: Changes?

  /// The number of entries that the summary of a diff counts.
  package struct Changes: Hashable, Sendable, Codable {
    package let count: Int
    package let summary: [SummaryCount]
  }
}

extension CVRepository {
  /// Each snapshot with the changes before and after it, newest first.
  package func summaries(of snapshots: [Snapshot]) throws(GitError) -> [SnapshotSummary] {
    let head = try repository.headCommit()
    return try snapshots.reversed().map { snapshot throws(GitError) in
      let before = snapshot.manifest.since.flatMap { ObjectID(hex: $0.commit) }
      let variant = snapshot.manifest.variant
      return SnapshotSummary(
        snapshot: snapshot,
        news: try changes(from: before, to: snapshot.cvCommit, in: variant),
        untilNow: try changes(from: snapshot.cvCommit, to: head?.id, in: variant))
    }
  }

  /// - Parameter variant: narrows both sides; nil for the whole CV.
  private func changes(
    from old: ObjectID?, to new: ObjectID?, in variant: String?
  ) throws(GitError) -> SnapshotSummary.Changes? {
    guard let old, let new else { return nil }
    do throws(GitError) {
      let (before, after) = (
        CVVersion.commit(try repository.commit(old)), CVVersion.commit(try repository.commit(new))
      )
      let (old, new) = try sides(from: before, to: after, in: variant)
      let summary = CVDiff(from: old, to: new).summary
      return SnapshotSummary.Changes(
        count: summary.map(\.count).reduce(0, +), summary: summary)
    } catch  where error.isMissing {
      return nil
    }
  }

  /// Both sides as a variant shows them, each by its own record of it, or by the other's; unchanged
  /// if neither has one.
  private func sides(
    from old: CVVersion, to new: CVVersion, in variant: String?
  ) throws(GitError) -> (old: DiffSide, new: DiffSide) {
    guard let variant else { return try sides(from: old, to: new) }
    let (before, after) = (try reading(of: old), try reading(of: new))
    let (old, new) = (DiffSide(before), DiffSide(after))
    guard let cut = before.cv.variants(named: variant, with: after.cv) else { return (old, new) }
    return (old.narrowed(by: cut.mine), new.narrowed(by: cut.theirs))
  }
}
