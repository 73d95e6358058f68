internal import CVHistory
internal import CVModel

/// A changelog in words, before layout.
struct ChangelogOutline {
  let releases: [Release]

  struct Release: Sendable {
    /// `v2024 – 2024-12-31`, `Unreleased`.
    let title: String
    /// `9 publications`, for the first release of a history.
    let counts: [String]
    let sections: [Section]
  }

  struct Section: Sendable {
    let heading: String
    let lines: [ChangelogLine]
  }

  /// A line as it is to be shown under a heading.
  typealias Adjustment = @Sendable (_ heading: String, ChangelogLine) -> ChangelogLine

  init(_ changelog: Changelog, adjusting adjust: @escaping Adjustment = { $1 }) {
    let order = changelog.sections
    releases = changelog.releases.mapInParallel(by: 1) {
      Self.release($0, order: order, adjusting: adjust)
    }
    .compactMap(\.self)
  }

  /// Nil for a release without changes to show.
  private static func release(
    _ release: Changelog.Release, order: [String], adjusting adjust: Adjustment
  ) -> Release? {
    func place(_ kind: String) -> Int { order.firstIndex(of: kind) ?? order.count }
    var byKind: [String: [ChangelogEvent]] = [:]
    for event in release.events {
      switch event.content {
      case .change(let dated): byKind[dated.change.key.kind, default: []].append(event)
      case .words(_, let kinds):
        let first = kinds.min { (place($0), $0) < (place($1), $1) } ?? ""
        byKind[first, default: []].append(event)
      }
    }
    let kinds = byKind.keys.sorted { (place($0), $0) < (place($1), $1) }
    let sections = kinds.map { kind in
      let heading = heading(kind, byKind[kind] ?? [])
      return Section(
        heading: heading, lines: lines(byKind[kind] ?? []) { adjust(heading, $0) })
    }.filter { !$0.lines.isEmpty }
    guard !sections.isEmpty || !release.counts.isEmpty else { return nil }
    return Release(
      title: title(release),
      counts: release.counts.sorted { (place($0.kind), $0.kind) < (place($1.kind), $1.kind) }
        .map(\.words),
      sections: sections)
  }

  private static func title(_ release: Changelog.Release) -> String {
    guard let name = release.names.last else { return "Unreleased" }
    // A calendar year already contains its date.
    guard let day = release.dayText else { return name }
    let others = release.names.dropLast()
    return others.isEmpty
      ? "\(name) – \(day)" : "\(name) (\(others.joined(separator: ", "))) – \(day)"
  }

  private static func heading(_ kind: String, _ events: [ChangelogEvent]) -> String {
    let known = events.lazy.compactMap { event -> Kind? in
      if case .change(let dated) = event.content { dated.kind } else { nil }
    }.first
    return (known ?? Schema.builtIn[kind])?.heading ?? kind
  }

  /// Sorts by day, then headlines first, then by name.
  private static func lines(
    _ events: [ChangelogEvent], _ adjust: (ChangelogLine) -> ChangelogLine
  ) -> [ChangelogLine] {
    let lines = events.flatMap(ChangelogLines.lines).map(adjust)
    return lines.enumerated().sorted { left, right in
      let (mine, theirs) = (left.element, right.element)
      if mine.day != theirs.day { return mine.day < theirs.day }
      if mine.isStatus != theirs.isStatus { return mine.isStatus }
      return mine.text == theirs.text ? left.offset < right.offset : mine.text < theirs.text
    }.map(\.element)
  }
}
