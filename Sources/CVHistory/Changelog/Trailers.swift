internal import CVModel
internal import Git

/// Applies the trailers `Changelog: skip` and `Changelog: words` of commits to their events.
enum Trailers {
  static let key = "changelog"

  /// The events without skipped ones, and with texts in place of those that have one.
  static func apply(to events: [ChangelogEvent]) -> [ChangelogEvent] {
    var trailers: [Occasion: [String]] = [:]
    var replaced: [(occasion: Occasion, kinds: [String])] = []
    var result: [ChangelogEvent] = []
    for event in events {
      let values = trailers[event.occasion] ?? values(of: event.occasion)
      trailers[event.occasion] = values
      if values.isEmpty {
        result.append(event)
      } else if case .change(let dated) = event.content {
        let kind = dated.change.key.kind
        if let place = replaced.firstIndex(where: { $0.occasion == event.occasion }) {
          replaced[place].kinds.append(kind)
        } else {
          replaced.append((event.occasion, [kind]))
        }
      }
    }
    for (occasion, kinds) in replaced {
      let values = trailers[occasion] ?? []
      guard !values.contains(where: { $0.lowercased() == "skip" }) else { continue }
      result += values.map { ChangelogEvent(occasion: occasion, content: .words($0, kinds: kinds)) }
    }
    return result
  }

  static func values(of occasion: Occasion) -> [String] {
    occasion.commit?.trailers
      .filter { $0.key.lowercased() == key && !$0.value.isEmpty }.map(\.value) ?? []
  }
}
