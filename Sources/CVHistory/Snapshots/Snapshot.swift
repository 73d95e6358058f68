package import Git

/// A stored snapshot: its tag, the commit with its files, and its manifest.
package struct Snapshot: Sendable {
  package let tag: AnnotatedTag
  /// The commit whose tree contains everything; its parent is the CV's commit.
  package let commit: Commit
  package let manifest: SnapshotManifest
  let manifestBytes: [UInt8]

  /// The tag's name: `snapshot/2025-11-20-mit`.
  package var name: String { tag.name }

  /// The modification time of its files.
  package var moment: Moment { commit.committer.moment }

  /// The ID of the tag object: 40 hexadecimal digits.
  package var tagID: String { tag.id.hex }

  /// The tagger: `Ada <ada@example.org>`; nil if the tag has none.
  package var maker: String? { tag.tagger.map { "\($0.name) <\($0.email)>" } }

  package var isSigned: Bool { tag.signature != nil }

  /// The CV's commit, as named in the manifest.
  package var cvCommit: ObjectID? { ObjectID(hex: manifest.commit) }

  /// Whether `left` was sent earlier: by its day, then by its creation time.
  static func isEarlier(_ left: Snapshot, than right: Snapshot) -> Bool {
    (left.manifest.date, left.moment.seconds, left.name)
      < (right.manifest.date, right.moment.seconds, right.name)
  }
}

/// The snapshots of a repository, with the tags that could not be read as one.
package struct SnapshotCollection: Sendable {
  /// Earliest first.
  package let snapshots: [Snapshot]
  package let unreadable: [SnapshotError]
}
