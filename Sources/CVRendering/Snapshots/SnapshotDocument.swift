package import CVHistory
internal import CVModel

/// Snapshots in the `cvgit-snapshots/1` format for other programs; see `docs/snapshots.md`.
package struct SnapshotListDocument: Encodable, Sendable {
  private var format = "cvgit-snapshots/1"
  private let snapshots: [Item]

  private struct Item: Encodable {
    let name: String
    let date: String
    let purpose: String
    let variant: String?
    let commit: String
    let tag: String
    let isSigned: Bool
    let news: SnapshotSummary.Changes?
    let untilNow: SnapshotSummary.Changes?

    private enum CodingKeys: String, CodingKey {
      case name, date, purpose, variant, commit, tag, news, untilNow
      case isSigned = "signed"
    }
  }

  package init(_ summaries: [SnapshotSummary]) {
    snapshots = summaries.map { summary in
      let (snapshot, manifest) = (summary.snapshot, summary.snapshot.manifest)
      return Item(
        name: snapshot.name, date: manifest.date, purpose: manifest.purpose,
        variant: manifest.variant, commit: manifest.commit, tag: snapshot.tagID,
        isSigned: snapshot.isSigned, news: summary.news, untilNow: summary.untilNow)
    }
  }
}

/// One snapshot for other programs: its tag, and its manifest as stored.
package struct SnapshotDocument: Encodable, Sendable {
  private var format = "cvgit-snapshot-show/1"
  private let name: String
  private let tag: String
  private let isSigned: Bool
  private let manifest: SnapshotManifest

  private enum CodingKeys: String, CodingKey {
    case format, name, tag, manifest
    case isSigned = "signed"
  }

  package init(_ snapshot: Snapshot) {
    name = snapshot.name
    tag = snapshot.tagID
    isSigned = snapshot.isSigned
    manifest = snapshot.manifest
  }
}
