internal import CVModel
package import Git

/// A snapshot that is to be made: all that goes into it, rendered and read before anything is
/// written.
package struct SnapshotDraft: Sendable {
  /// One line without control characters.
  package let purpose: String
  package let day: Day
  /// The commit whose CV is kept.
  package let commit: Commit
  package var variant: String?
  package var rendered: [SnapshotFile] = []
  package var attached: [SnapshotFile] = []
  package var theme: SnapshotManifest.Theme?
  /// The SHA-256 of fonts by path.
  package var fonts: [String: String] = [:]
  package var themeFiles: [SnapshotFile] = []
  /// `CHANGES.md`, nil where there is no snapshot before.
  package var changes: String?
  package var since: SnapshotManifest.Predecessor?
  package var tools: [String: String] = [:]

  /// - Parameter purpose: as written; white space is collapsed, and what could act on a terminal is
  ///   written out. Nil where nothing is left.
  package init?(purpose: String, day: Day, commit: Commit) {
    let purpose = purpose.collapsed.terminalSafe
    guard !purpose.isEmpty else { return nil }
    self.purpose = purpose
    self.day = day
    self.commit = commit
  }
}
