internal import CVModel
internal import Git

/// A release whose changes are still being dated.
struct ReleaseDraft {
  let plan: ReleasePlan.Release
  let changes: [EntryChange]
  let old: CV
  let new: CV
  /// Whether this is the first release of a history, which is reported as counts.
  let isFirst: Bool
  /// The index of the track of each reported change.
  var tracks: [Int] = []

  init(
    _ plan: ReleasePlan.Release, changes: [EntryChange], old: CV, new: CV, isFirst: Bool
  ) {
    self.plan = plan
    self.changes = changes
    self.old = CV(schema: old.schema)
    self.isFirst = isFirst
    // Keep only what the report of the changes needs.
    self.new = CV(
      entries: isFirst ? [] : changes.compactMap { new[$0.key] }, schema: new.schema)
  }

  /// The reported changes: without spelling, and without records about people, kinds and the
  /// document.
  var reported: [EntryChange] {
    guard !isFirst else { return [] }
    return changes.filter { change in
      change.significance > .cosmetic
        && (change.key == .profile || Schema.builtIn.isListed(change.key.kind))
    }
  }

  func kind(of change: EntryChange) -> Kind? {
    new.schema[change.key.kind] ?? old.schema[change.key.kind]
  }

  /// The release with its events, each with the commit that its track found.
  func release(_ tracked: TrackedEntries) -> Changelog.Release {
    let events = zip(reported, tracks).flatMap { change, place in
      EventMaker(
        change: change, kind: kind(of: change), now: new[change.key], track: tracked[place]
      )
      .events
    }
    return Changelog.Release(
      names: plan.names, commit: plan.version.commit, changes: changes,
      events: Self.sorted(Trailers.apply(to: events)), counts: isFirst ? counts : [], day: plan.day)
  }

  private static func sorted(_ events: [ChangelogEvent]) -> [ChangelogEvent] {
    // Sort by extracted times: an event contains its whole commit, and is slow to copy.
    let times = events.map(\.occasion.seconds)
    let order = times.indices.sorted { left, right in
      times[left] == times[right] ? left < right : times[left] < times[right]
    }
    return order.map { events[$0] }
  }

  private var counts: [Changelog.KindCount] {
    let byKind = Dictionary(grouping: changes, by: \.key.kind)
    return new.schema.entryKinds.compactMap { kind in
      byKind[kind.name].map { entries in
        let noun = entries.count == 1 ? kind.singular : kind.plural
        return Changelog.KindCount(
          kind: kind.name, count: entries.count, words: "\(entries.count) \(noun)")
      }
    }
  }
}
