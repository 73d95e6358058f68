/// Compares `start`, `end` and `expected` of two entries as one period.
struct PeriodComparison {
  let old: Fields
  let new: Fields

  /// The change of the period; nil if all three are written the same.
  func change() -> FieldChange? {
    let (before, after) = (Self.written(old), Self.written(new))
    guard before != after else { return nil }
    let isUnread = Self.isUnread(old) || Self.isUnread(new)
    let effect = isUnread ? Self.plainEffect(before, after) : effect()
    var change = FieldChange(
      FieldChange.periodPath, effect, from: before, to: after, Self.significance(of: effect))
    if isUnread { change.isUnread = true }
    return change
  }

  private static func written(_ fields: Fields) -> Plain? {
    let pairs = Period.fieldNames.compactMap { name in fields[name].map { (name, $0) } }
    return pairs.isEmpty ? nil : .map(Dictionary(pairs) { first, _ in first })
  }

  private static func isUnread(_ fields: Fields) -> Bool {
    let types: [(String, FieldType)] = [("start", .date), ("end", .end), ("expected", .date)]
    return types.contains { name, type in
      fields[name].map { type.meaning(of: $0) == nil } ?? false
    }
  }

  private static func plainEffect(_ before: Plain?, _ after: Plain?) -> Effect {
    before == nil ? .set : after == nil ? .cleared : .changed
  }

  private static func significance(of effect: Effect) -> Significance {
    switch effect {
    case .began, .ended, .expectationMoved, .expectationMet, .reopened: .headline
    case .restated: .cosmetic
    default: .detail
    }
  }

  private func effect() -> Effect {
    guard let before = Period(old) else { return .set }
    guard let after = Period(new) else { return .cleared }
    if before.withoutPresent == after.withoutPresent { return .restated }
    switch (before.end, after.end) {
    case (nil, .date?), (.present?, .date?), (nil, .unknown?), (.present?, .unknown?):
      return before.expected == nil ? .ended : .expectationMet
    case (.date?, .present?), (.date?, nil), (.unknown?, .present?), (.unknown?, nil):
      return .reopened
    case (.unknown?, .date?): return .sharpened
    default: break
    }
    if let mine = before.expected, let theirs = after.expected, mine != theirs {
      return theirs.sharpens(mine) && before.start == after.start ? .sharpened : .expectationMoved
    }
    if before.start == nil, after.start != nil { return .began }
    return isSharpened(before, after) ? .sharpened : .corrected
  }

  /// Whether each part has the same or more detail. Adding or removing an end does not count.
  private func isSharpened(_ before: Period, _ after: Period) -> Bool {
    func fits(_ old: PartialDate?, _ new: PartialDate?) -> Bool {
      guard let old, let new else { return old == nil && new == nil }
      return old == new || new.sharpens(old)
    }
    func date(_ end: Period.End?) -> PartialDate? {
      if case .date(let date)? = end { date } else { nil }
    }
    return fits(before.start, after.start) && fits(before.expected, after.expected)
      && fits(date(before.end), date(after.end))
  }
}

extension Period {
  /// Without an end of `present`: with a start, both mean that it is ongoing.
  fileprivate var withoutPresent: Period {
    guard start != nil, expected == nil, end == .present else { return self }
    var result = self
    result.end = nil
    return result
  }
}
