package import Git

/// A snapshot as it is kept: its tag, the commit that holds its files, and its manifest.
package struct Snapshot: Sendable {
  package let tag: AnnotatedTag
  /// The commit whose tree holds everything; its parent is the CV's commit.
  package let commit: Commit
  package let manifest: SnapshotManifest
  let manifestBytes: [UInt8]

  /// The tag's name: `snapshot/2025-11-20-mit`.
  package var name: String { tag.name }

  /// When its files say that they were changed.
  package var moment: Moment { commit.committer.moment }

  /// The tag's own id: 40 hexadecimal digits.
  package var tagID: String { tag.id.hex }

  /// Who made it: `Ada <ada@example.org>`; nil for a tag that does not say.
  package var maker: String? { tag.tagger.map { "\($0.name) <\($0.email)>" } }

  package var isSigned: Bool { tag.signature != nil }

  /// The CV's commit, as the manifest names it.
  package var cvCommit: ObjectID? { ObjectID(hex: manifest.commit) }

  /// Whether `left` was sent earlier: by its day, then by when it was made.
  static func isEarlier(_ left: Snapshot, than right: Snapshot) -> Bool {
    (left.manifest.date, left.moment.seconds, left.name)
      < (right.manifest.date, right.moment.seconds, right.name)
  }
}

/// The snapshots of a repository, and the tags beside them that could not be read as one.
package struct SnapshotCollection: Sendable {
  /// The earliest first.
  package let snapshots: [Snapshot]
  package let unreadable: [SnapshotError]
}
