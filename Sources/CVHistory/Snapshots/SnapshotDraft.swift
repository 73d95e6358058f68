internal import CVModel
package import Git
package import Text

/// The content of a new snapshot, completely rendered and read before anything is written.
package struct SnapshotDraft: Sendable {
  /// One line without control characters.
  package let purpose: String
  package let day: Day
  /// The commit with the CV.
  package let commit: Commit
  package var variant: String?
  package var rendered: [SnapshotFile] = []
  package var attached: [SnapshotFile] = []
  package var theme: SnapshotManifest.Theme?
  /// The SHA-256 of fonts by path.
  package var fonts: [String: String] = [:]
  package var themeFiles: [SnapshotFile] = []
  /// `CHANGES.md`; nil without an earlier snapshot.
  package var changes: String?
  package var since: SnapshotManifest.Predecessor?
  package var tools: [String: String] = [:]

  /// - Parameter purpose: as entered; white space is collapsed, and characters unsafe in a terminal
  ///   are escaped. Nil if nothing is left.
  package init?(purpose: String, day: Day, commit: Commit) {
    let purpose = purpose.collapsed.terminalSafe
    guard !purpose.isEmpty else { return nil }
    self.purpose = purpose
    self.day = day
    self.commit = commit
  }
}
