/// The number of entries with one effect, for the summary line: `4 added, 1 accepted`.
package struct SummaryCount: Hashable, Sendable, Codable {
  /// `added`, `removed`, `moved`, a status's label in lower case, `ended`, `began` or `updated`.
  package var effect: String
  package var count: Int
}

extension CVDiff {
  /// The counts of changed entries, each counted once under its most important change; spelling
  /// changes do not count.
  ///
  /// In the order added, removed, moved, statuses by name, ended, began, updated.
  package var summary: [SummaryCount] { Self.summary(of: changes) }

  private static func summary(of changes: some Sequence<EntryChange>) -> [SummaryCount] {
    var counts: [String: Int] = [:]
    for change in changes {
      if let effect = change.summaryEffect { counts[effect, default: 0] += 1 }
    }
    let leading = ["added", "removed", "moved"]
    let trailing = ["ended", "began", "updated"]
    let statuses = counts.keys.filter { !leading.contains($0) && !trailing.contains($0) }.sorted()
    return (leading + statuses + trailing).compactMap { effect in
      counts[effect].map { SummaryCount(effect: effect, count: $0) }
    }
  }

  /// The summary as text: `4 added, 1 accepted`; empty if nothing counts.
  package var summaryText: String { Self.summaryText(of: changes) }

  /// The summary of some of the changes.
  package static func summaryText(of changes: some Sequence<EntryChange>) -> String {
    summary(of: changes).map { "\($0.count) \($0.effect)" }.joined(separator: ", ")
  }
}

extension EntryChange {
  /// The effect under which the entry is counted; nil for a spelling change.
  package var summaryEffect: String? {
    switch change {
    case .added: return "added"
    case .removed: return "removed"
    case .modified(let fields):
      if movedFrom != nil { return "moved" }
      if significance == .cosmetic { return nil }
      if let label = fields.first(where: \.isStatus)?.to?.text {
        return Lifecycle.label(of: label, in: key.kind).lowercased()
      }
      switch fieldChange(FieldChange.periodPath)?.effect {
      case .ended, .expectationMet: return "ended"
      case .began: return "began"
      default: return "updated"
      }
    }
  }
}

extension FieldChange {
  /// Whether it is a step in a lifecycle, or a first status.
  fileprivate var isStatus: Bool {
    switch effect {
    case .forward, .newRound, .backward, .exit: true
    case .set: path == "status" && significance == .headline
    default: false
    }
  }
}

extension Lifecycle {
  /// The label of the step that a status names; the status itself if no lifecycle of the kind has
  /// it.
  static func label(of status: String, in kind: String) -> String {
    let lifecycle = Schema.builtIn[kind]?.lifecycle
    return (lifecycle.map { [$0] } ?? all).lazy.compactMap { $0.step(named: status)?.label }.first
      ?? status
  }
}
