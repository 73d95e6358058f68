package import CVModel
package import Git

/// A snapshot in a list: what was new in it, and what is new since.
package struct SnapshotSummary: Sendable {
  package let snapshot: Snapshot
  /// Since the snapshot before; nil for the first, and where a shallow clone does not know.
  package let news: Changes?
  /// From it to `HEAD`.
  package let untilNow: Changes?

  /// How much differs between two CVs: as many entries as the summary line of their diff counts.
  package struct Changes: Hashable, Sendable, Codable {
    package let count: Int
    package let summary: [SummaryCount]
  }
}

extension CVRepository {
  /// Each snapshot with what changed before and after it, the newest first.
  package func summaries(of snapshots: [Snapshot]) throws(GitError) -> [SnapshotSummary] {
    let head = try repository.headCommit()
    return try snapshots.reversed().map { snapshot throws(GitError) in
      let before = snapshot.manifest.since.flatMap { ObjectID(hex: $0.commit) }
      return SnapshotSummary(
        snapshot: snapshot, news: try changes(from: before, to: snapshot.cvCommit),
        untilNow: try changes(from: snapshot.cvCommit, to: head?.id))
    }
  }

  private func changes(
    from old: ObjectID?, to new: ObjectID?
  ) throws(GitError) -> SnapshotSummary.Changes? {
    guard let old, let new else { return nil }
    do throws(GitError) {
      let sides = try sides(
        from: .commit(try repository.commit(old)), to: .commit(try repository.commit(new)))
      let diff = CVDiff(from: sides.old, to: sides.new)
      let summary = diff.summary
      return SnapshotSummary.Changes(
        count: summary.map(\.count).reduce(0, +), summary: summary)
    } catch  where error.isMissing {
      return nil
    }
  }
}
