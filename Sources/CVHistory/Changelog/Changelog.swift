package import CVModel
package import Git
package import Text

/// The changes of each release, each with the commit to which it belongs.
package struct Changelog: Sendable {
  /// Newest first. A release without changes has no events and no counts.
  package var releases: [Release]
  /// What is unknown, and what was left out.
  package var notes: [String]
  /// Whether the newest version of a record cannot be read; a note names it.
  package let hasUnreadable: Bool
  /// The newest version's sections and kinds, which determine the order.
  package let sections: [String]
  /// The public part of the owner's profile.
  package let profile: Entry?
  /// Whether a shallow clone lacks part of the range.
  package let isShallow: Bool
  /// When the newest commit was made; nil if there is none.
  package let newest: Occasion?
  /// The pattern of release tags.
  package let tagPattern: String

  /// The changes of one release since the one before it.
  package struct Release: Sendable {
    /// The tags of the release's commit in version order; empty if unreleased.
    package internal(set) var names: [String]
    /// Nil for staged changes.
    package let commit: Commit?
    /// The semantic diff of the two releases, however it is reported.
    package let changes: [EntryChange]
    /// The reported events, oldest first.
    package var events: [ChangelogEvent]
    /// For the first release of a history: its number of entries of each kind.
    package let counts: [KindCount]

    /// When it was tagged; for a lightweight tag, the author's day of its commit. Nil if
    /// unreleased.
    package internal(set) var day: Day?

    /// The day as `YYYY-MM-DD`.
    package var dayText: String? { day?.description }
  }

  /// The number of entries of a kind.
  package struct KindCount: Hashable, Sendable, Codable {
    package let kind: String
    package let count: Int
    /// `9 publications`.
    package let words: String
  }
}

/// A change in a release, on one day, by one commit.
package struct ChangelogEvent: Sendable {
  package let occasion: Occasion
  package let content: Content

  package enum Content: Sendable {
    case change(DatedChange)
    /// The text of a `Changelog:` trailer, which replaces the changes of these kinds.
    case words(String, kinds: [String])
  }

  /// The change of one entry, with only the fields that belong to the event's commit.
  package struct DatedChange: Sendable {
    package let change: EntryChange
    /// The entry in the release; if it was removed, as it was before.
    package let entry: Entry
    package let kind: Kind?
    /// The previous statuses of the entry on the way to the current one, oldest first, each with
    /// the day since which it had it.
    package let statuses: [DatedStatus]
    /// The status of an added entry and since when, if it was added with a different one.
    package let status: DatedStatus?
  }
}

/// A status, and since when.
package struct DatedStatus: Hashable, Sendable, Codable {
  /// The lifecycle's label.
  package let status: String
  /// `YYYY-MM-DD`; nil if unknown.
  package let day: String?
}
