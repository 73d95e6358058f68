package import CVModel

/// A history in the `cvgit-log/1` format for other programs, newest first.
package struct LogDocument: Hashable, Sendable, Codable {
  package static let currentFormat = "cvgit-log/1"

  package var format = Self.currentFormat
  package var commits: [CommitDocument]
  package var notes: [String]?

  package init(commits: [CommitDocument], notes: [String]) {
    self.commits = commits
    self.notes = notes.isEmpty ? nil : notes
  }

  /// One commit with changes.
  package struct CommitDocument: Hashable, Sendable, Codable {
    /// The full ID.
    package var commit: String
    /// The author's day, `YYYY-MM-DD`.
    package var day: String
    package var author: String
    package var subject: String
    package var changes: [ChangeDocument]
    package var unreadable: [CVDiff.UnreadableRecord]

    package init(_ step: StepDiff) {
      commit = step.occasion.id ?? ""
      day = step.occasion.dayText
      author = step.occasion.authorName
      subject = step.occasion.subject
      changes = step.diff.changes.map(ChangeDocument.init)
      unreadable = step.diff.unreadable
    }
  }
}
