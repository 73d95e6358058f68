/// Compares two lists of texts: items added, removed, edited and moved.
struct ListComparison {
  /// The maximum number of unpaired items among which edits are searched.
  static let pairingLimit = 200
  /// The minimum similarity of an item and its edited form.
  static let threshold = 0.5

  func change(_ path: String, from old: Plain?, to new: Plain?) -> FieldChange {
    let comparison = compare(old?.items ?? [], new?.items ?? [])
    let effect = Self.effect(of: comparison.items, from: old, to: new)
    let significance = Self.significance(comparison.items)
    var change = FieldChange(
      path, effect, from: old, to: new, significance, items: comparison.items)
    if comparison.isUnpaired { change.isUnpaired = true }
    return change
  }

  /// A different order, or the same words written differently, is cosmetic.
  private static func significance(_ items: [ItemChange]) -> Significance {
    items.allSatisfy { $0.effect == .moved || $0.effect == .restated } ? .cosmetic : .detail
  }

  /// The effect that all items share; if no item changed, the list is restated.
  static func effect(of items: [ItemChange], from old: Plain?, to new: Plain?) -> Effect {
    if old == nil { return .set }
    if new == nil { return .cleared }
    if items.isEmpty { return .restated }
    let effects = Set(items.map(\.effect))
    guard effects.count == 1, let only = effects.first else { return .edited }
    return only == .moved ? .reordered : only
  }

  private func compare(_ old: [Plain], _ new: [Plain]) -> (items: [ItemChange], isUnpaired: Bool) {
    var pairing = ListPairing(old, new)
    pairing.pairEqual()
    let similarity = ItemSimilarity(old, pairing.freeOld, new, pairing.freeNew)
    if let similarity {
      pairing.pairSimilar(threshold: Self.threshold) { similarity.score($0, $1) }
    }
    return (pairing.items(), similarity == nil)
  }
}
