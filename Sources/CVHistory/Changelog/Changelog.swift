package import CVModel
package import Git

/// What changed from release to release, each change with the commit it belongs to.
package struct Changelog: Sendable {
  /// Newest first. One without changes has no events and no counts.
  package var releases: [Release]
  /// What could not be known, and what was left out.
  package var notes: [String]
  /// True where the newest version of a record cannot be read; a note names it.
  package let hasUnreadable: Bool
  /// The newest version's sections and kinds, for the order of what is told.
  package let sections: [String]
  /// The owner, as far as the owner is public.
  package let profile: Entry?
  /// True where a shallow clone does not hold all that was asked for.
  package let isShallow: Bool
  /// When the newest commit was made; nil without any.
  package let newest: Occasion?

  /// What one release changed against the one before it.
  package struct Release: Sendable {
    /// The tags of the release's commit in version order; none for what is not released.
    package let names: [String]
    /// Nil for what is staged.
    package let commit: Commit?
    /// The semantic diff of the two releases, whatever it is told as.
    package let changes: [EntryChange]
    /// What is told, the oldest first.
    package var events: [ChangelogEvent]
    /// For the first release of a history: how many entries of each kind it had.
    package let counts: [KindCount]

    /// When it was tagged; for a plain tag the author's day of its commit. Nil for what is not released.
    package let day: Day?

    /// The same as `YYYY-MM-DD`.
    package var dayText: String? { day?.description }
  }

  /// How many entries of a kind there are.
  package struct KindCount: Hashable, Sendable, Codable {
    package let kind: String
    package let count: Int
    /// `9 publications`.
    package let words: String
  }
}

/// Something that happened in a release, on one day, by one commit.
package struct ChangelogEvent: Sendable {
  package let occasion: Occasion
  package let content: Content

  package enum Content: Sendable {
    case change(DatedChange)
    /// What a `Changelog:` trailer says in place of the changes of these kinds.
    case words(String, kinds: [String])
  }

  /// The change of one entry, with those of its fields alone that belong to the event's commit.
  package struct DatedChange: Sendable {
    package let change: EntryChange
    /// The entry as the release has it; as it was, where it was removed.
    package let entry: Entry
    package let kind: Kind?
    /// The statuses that the entry went through on its way to the one it has, the oldest first, each with the day from
    /// which on it had it.
    package let statuses: [DatedStatus]
    /// The status of an added entry and since when it has it, where it came with another.
    package let status: DatedStatus?
  }
}

/// A status, and since when.
package struct DatedStatus: Hashable, Sendable, Codable {
  /// The lifecycle's label.
  package let status: String
  /// `YYYY-MM-DD`, nil where history does not tell.
  package let day: String?
}
