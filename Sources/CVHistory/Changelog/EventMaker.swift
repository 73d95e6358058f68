internal import CVModel
internal import Git

/// Splits the change of an entry into events: one for each commit to which it belongs.
struct EventMaker {
  let change: EntryChange
  let kind: Kind?
  /// The entry in the release.
  let now: Entry?
  let track: EntryTrack

  var events: [ChangelogEvent] {
    switch change.change {
    case .added(let fields):
      guard let occasion = track.occasion else { return [] }
      let status = track.statuses.first.map {
        DatedStatus(status: $0.label, day: $0.occasion.dayText)
      }
      // The status at addition needs no day of its own, and the day of one from before the entry
      // was public is private.
      let isLater = status.flatMap(\.day).map { $0 > occasion.dayText } ?? false
      return [event(occasion, change, fields, status: isLater ? status : nil)]
    case .removed(let fields):
      guard let occasion = track.occasion else { return [] }
      return [event(occasion, change, fields)]
    case .modified(let fields): return modifications(fields)
    }
  }

  private func modifications(_ fields: [FieldChange]) -> [ChangelogEvent] {
    var occasions: [Occasion] = []
    var groups: [Occasion: [FieldChange]] = [:]
    for field in fields where field.significance > .cosmetic {
      guard let occasion = track.fields[field.path].map(reportingOccasion) else { continue }
      if groups[occasion] == nil { occasions.append(occasion) }
      groups[occasion, default: []].append(field)
    }
    if change.movedFrom != nil, let move = track.move ?? occasions.first, groups[move] == nil {
      occasions.append(move)
      groups[move] = []
    }
    return occasions.map { occasion in
      let fields = groups[occasion] ?? []
      var part = change
      part.change = .modified(fields)
      part.significance = fields.map(\.significance).max() ?? .detail
      if occasion != track.move { part.oldKey = nil }
      let hasStatus = part.statusChange(in: kind) != nil
      return event(
        occasion, part, now?.fields ?? Fields(), statuses: hasStatus ? steps(fields) : [])
    }
  }

  /// The occasion under which a field is reported: changes made together with a status step are
  /// reported with the last step.
  private func reportingOccasion(_ occasion: Occasion) -> Occasion {
    guard let last = kind?.statusField.flatMap({ track.fields[$0] }),
      track.statuses.first?.occasion == last,
      track.statuses.contains(where: { $0.occasion == occasion })
    else { return occasion }
    return last
  }

  /// The statuses before the current one, oldest first.
  private func steps(_ fields: [FieldChange]) -> [DatedStatus] {
    var steps = track.statuses.dropFirst().reversed().map {
      DatedStatus(status: $0.label, day: $0.occasion.dayText)
    }
    let status = fields.first { kind?.isStatus($0) == true }
    guard let from = status?.from?.text else { return steps }
    let label = kind?.lifecycle?.step(named: from)?.label ?? from
    // Even without a commit that set it, list the status at the start of the release first.
    if !steps.contains(where: { $0.status == label }) {
      steps.insert(DatedStatus(status: label, day: nil), at: 0)
    }
    return steps
  }

  private func event(
    _ occasion: Occasion, _ change: EntryChange, _ fields: Fields,
    statuses: [DatedStatus] = [], status: DatedStatus? = nil
  ) -> ChangelogEvent {
    ChangelogEvent(
      occasion: occasion,
      content: .change(
        .init(
          change: change, entry: Entry(key: change.key, fields: fields), kind: kind,
          statuses: statuses, status: status)))
  }
}
