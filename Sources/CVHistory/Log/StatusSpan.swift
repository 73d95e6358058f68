internal import CVModel
internal import Git
internal import Text

/// How long an entry had a status before a commit changed it.
package struct StatusSpan: Hashable, Sendable {
  /// The lifecycle's label of the old status.
  package let status: String
  package let days: Int

  /// `Under Review for 214 days`.
  package var words: String { "\(status) for \(days) day\(days == 1 ? "" : "s")" }

  /// The spans that ended in the steps of one entry's history, by the index of the step. Steps are
  /// newest first.
  package static func spans(in steps: [StepDiff]) -> [Int: StatusSpan] {
    var spans: [Int: StatusSpan] = [:]
    var current: (status: String, since: Day)?
    for (index, step) in steps.enumerated().reversed() {
      for change in step.diff.changes {
        guard case .given(let status) = outcome(of: change, in: step) else { continue }
        let day = step.occasion.day
        if let current, current.status != status {
          let days = Int((day.startInUnixSeconds - current.since.startInUnixSeconds) / 86400)
          if days >= 0 { spans[index] = StatusSpan(status: current.status, days: days) }
        }
        current = status.map { ($0, day) }
      }
    }
    return spans
  }

  private enum Outcome {
    /// Another status, or none.
    case given(String?)
    case untouched
  }

  private static func outcome(of change: EntryChange, in step: StepDiff) -> Outcome {
    let kind = step.cv.schema[change.key.kind] ?? step.oldSchema[change.key.kind]
    let written: Plain?
    switch change.change {
    case .added(let fields): written = kind?.statusField.flatMap { fields[$0] }
    case .removed: return .given(nil)
    case .modified:
      guard let field = change.statusChange(in: kind) else { return .untouched }
      written = field.to
    }
    return .given(written?.text.map { kind?.lifecycle?.step(named: $0)?.label ?? $0 })
  }
}
