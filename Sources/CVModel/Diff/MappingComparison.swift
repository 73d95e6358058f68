/// Compares two mappings key by key: numbers by year, links, accounts, metrics, settings.
struct MappingComparison {
  let type: FieldType

  func change(_ path: String, from old: Plain?, to new: Plain?) -> FieldChange {
    let items = items(Self.pairs(old), Self.pairs(new))
    let effect: Effect = old == nil ? .set : new == nil ? .cleared : Self.effect(of: items)
    let isCosmetic = items.allSatisfy { $0.effect == .restated }
    return FieldChange(
      path, effect, from: old, to: new, isCosmetic ? .cosmetic : .detail, items: items)
  }

  private static func effect(of items: [ItemChange]) -> Effect {
    let effects = Set(items.map(\.effect))
    return effects.count == 1 ? effects.first ?? .changed : .changed
  }

  private static func pairs(_ value: Plain?) -> [String: Plain] {
    if case .map(let pairs)? = value { pairs } else { [:] }
  }

  private func items(_ old: [String: Plain], _ new: [String: Plain]) -> [ItemChange] {
    Set(old.keys).union(new.keys).sorted().compactMap { key in
      guard old[key] != new[key] else { return nil }
      guard let before = old[key] else { return ItemChange(.added, key: key, to: new[key]) }
      guard let after = new[key] else { return ItemChange(.removed, key: key, from: before) }
      let (effect, difference) = compare(before, after)
      return ItemChange(effect, key: key, from: before, to: after, difference: difference)
    }
  }

  private func compare(_ old: Plain, _ new: Plain) -> (Effect, String?) {
    switch type {
    case .counts, .metrics: NumberComparison(type: .count).compare(old, new)
    default: (.changed, nil)
    }
  }
}
