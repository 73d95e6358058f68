/// Compares two statuses of a lifecycle.
struct StatusComparison {
  let lifecycle: Lifecycle

  func change(_ path: String, from old: Plain?, to new: Plain?) -> FieldChange {
    let (before, after) = (step(old), step(new))
    let effect: Effect
    switch (before, after) {
    case (nil, _): effect = .set
    case (_, nil): effect = .cleared
    case (let before?, let after?) where before == after: effect = .restated
    case (let before?, let after?): effect = lifecycle.transition(from: before, to: after).effect
    }
    return FieldChange(
      path, effect, from: old, to: new, effect == .restated ? .cosmetic : .headline)
  }

  private func step(_ value: Plain?) -> Lifecycle.Step? {
    value?.text.flatMap { lifecycle.step(named: $0) }
  }
}

extension Lifecycle.Transition {
  var effect: Effect {
    switch self {
    case .forward: .forward
    case .newRound: .newRound
    case .backward: .backward
    case .exit: .exit
    case .cleared: .cleared
    case .set: .set
    }
  }
}
