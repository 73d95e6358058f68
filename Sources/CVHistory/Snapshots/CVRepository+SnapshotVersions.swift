internal import Git

extension CVRepository {
  /// The CV of a snapshot as a side of a diff: its original commit, so that a diff counts commits
  /// from there.
  ///
  /// In a shallow clone that does not contain it, the snapshot's copy of the records.
  ///
  /// - Parameter name: the label in the diff.
  package func version(
    of snapshot: Snapshot, name: String
  ) throws(SnapshotError) -> NamedVersion {
    do throws(GitError) {
      if let id = snapshot.cvCommit {
        return NamedVersion(.commit(try repository.commit(id)), name: name)
      }
    } catch {
      guard error.isMissing else { throw .git(error) }
    }
    guard root == SnapshotLayout.records else {
      throw .missingCommit(snapshot.name, commit: snapshot.manifest.commit)
    }
    return NamedVersion(.commit(snapshot.commit), name: name)
  }
}
