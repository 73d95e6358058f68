/// Compares counts, scores and amounts; gives a difference only if unit, scale or currency match.
struct NumberComparison {
  let type: FieldType

  func change(_ path: String, from old: Plain, to new: Plain) -> FieldChange {
    let (effect, difference) = compare(old, new)
    return FieldChange(
      path, effect, from: old, to: new, effect == .restated ? .cosmetic : .detail,
      difference: difference)
  }

  /// The effect, and the signed difference if there is one.
  func compare(_ old: Plain, _ new: Plain) -> (Effect, String?) {
    guard let before = type.meaning(of: old), let after = type.meaning(of: new) else {
      return (.changed, nil)
    }
    if before == after { return (.restated, nil) }
    guard let difference = difference(before, after) else { return (.changed, nil) }
    guard let signed = difference.signed else {
      return (isSameNumber(before, after) ? .restated : .changed, nil)
    }
    return (difference.digits > 0 ? .increased : .decreased, signed + unit(of: before))
  }

  private func difference(_ old: Meaning, _ new: Meaning) -> ExactDecimal? {
    switch (old, new) {
    case (.count(let old), .count(let new)):
      old.unit == new.unit ? new.number - old.number : nil
    case (.score(let old), .score(let new)):
      Self.isEqual(old.scale, new.scale) ? new.value - old.value : nil
    case (.money(let old), .money(let new)):
      old.currency == new.currency ? new.amount - old.amount : nil
    default: nil
    }
  }

  /// The unit of a difference: `k` or `M`, if both counts are written with it; otherwise empty.
  private func unit(of meaning: Meaning) -> String {
    if case .count(let count) = meaning { count.unit } else { "" }
  }

  /// Equal except for trailing zeros; `550` and `550+` differ.
  private func isSameNumber(_ old: Meaning, _ new: Meaning) -> Bool {
    if case (.count(let old), .count(let new)) = (old, new) {
      return old.isLowerBound == new.isLowerBound
    }
    return true
  }

  private static func isEqual(_ old: ExactDecimal?, _ new: ExactDecimal?) -> Bool {
    guard let old, let new else { return old == nil && new == nil }
    return (new - old)?.digits == 0
  }
}
