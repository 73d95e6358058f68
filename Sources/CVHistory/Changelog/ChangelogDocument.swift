package import CVModel
internal import Git

/// A changelog in the `cvgit-changelog/1` format for other programs; see `docs/changelog.md`.
package struct ChangelogDocument: Hashable, Sendable, Codable {
  package static let currentFormat = "cvgit-changelog/1"

  package var format = Self.currentFormat
  package var releases: [ReleaseDocument]
  package var notes: [String]?

  /// One release, newest first; without a name if unreleased.
  package struct ReleaseDocument: Hashable, Sendable, Codable {
    package var name: String?
    /// All tags of its commit, in version order.
    package var tags: [String]
    package var day: String?
    package var commit: String?
    package var counts: [Changelog.KindCount]?
    package var events: [EventDocument]
  }

  /// One event, oldest first: the change of an entry, or the text that replaces some.
  package struct EventDocument: Hashable, Sendable, Codable {
    package var day: String
    package var commit: String?
    /// `added`, `removed`, `moved`, a status in lower case, `ended`, `began`, `updated` or `words`.
    package var effect: String
    package var change: ChangeDocument?
    /// The statuses on the way to the entry's current one.
    package var statuses: [DatedStatus]?
    /// The later status of an added entry.
    package var status: DatedStatus?
    package var words: String?
    /// The kinds of the changes that the text replaces.
    package var kinds: [String]?
  }

  package init(_ changelog: Changelog) {
    notes = changelog.notes.isEmpty ? nil : changelog.notes
    releases = changelog.releases.filter { !$0.events.isEmpty || !$0.counts.isEmpty }.map {
      ReleaseDocument(
        name: $0.names.last, tags: $0.names, day: $0.dayText, commit: $0.commit?.id.hex,
        counts: $0.counts.isEmpty ? nil : $0.counts, events: $0.events.map(EventDocument.init))
    }
  }
}

extension ChangelogDocument.EventDocument {
  init(_ event: ChangelogEvent) {
    day = event.occasion.dayText
    commit = event.occasion.id
    effect = event.effect
    switch event.content {
    case .change(let dated):
      change = ChangeDocument(dated.change)
      statuses = dated.statuses.isEmpty ? nil : dated.statuses
      status = dated.status
    case .words(let text, let kinds):
      words = text
      self.kinds = Array(Set(kinds)).sorted()
    }
  }
}

extension ChangelogEvent {
  /// The effect under which the event is counted, as in the summary of a diff.
  package var effect: String {
    switch content {
    case .change(let dated): dated.change.summaryEffect ?? "updated"
    case .words: "words"
    }
  }
}
