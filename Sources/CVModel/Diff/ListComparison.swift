/// Compares two lists of texts: items added, removed, edited and moved.
struct ListComparison {
  /// The most left-over items whose edits are looked for.
  static let pairingLimit = 200
  /// The least similarity of an item and its edit.
  static let threshold = 0.5

  func change(_ path: String, from old: Plain?, to new: Plain?) -> FieldChange {
    let comparison = compare(old?.items ?? [], new?.items ?? [])
    let effect = Self.effect(of: comparison.items, from: old, to: new)
    let significance = Self.significance(path, comparison.items, effect)
    var change = FieldChange(
      path, effect, from: old, to: new, significance, items: comparison.items)
    if comparison.isUnpaired { change.isUnpaired = true }
    return change
  }

  /// An award is news; another order, or the same words written otherwise, is not.
  private static func significance(
    _ path: String, _ items: [ItemChange], _ effect: Effect
  ) -> Significance {
    if items.allSatisfy({ $0.effect == .moved || $0.effect == .restated }) { return .cosmetic }
    let isNews = (path == "awards" || path == "honours") && items.contains { $0.effect == .added }
    return isNews ? .headline : .detail
  }

  static func effect(of items: [ItemChange], from old: Plain?, to new: Plain?) -> Effect {
    if old == nil { return .set }
    if new == nil { return .cleared }
    let effects = Set(items.map(\.effect))
    guard effects.count == 1, let only = effects.first else { return .edited }
    return only == .moved ? .reordered : only
  }

  private func compare(_ old: [Plain], _ new: [Plain]) -> (items: [ItemChange], isUnpaired: Bool) {
    var pairing = ListPairing(old, new)
    let isUnpaired = pairing.isTooLong || pairing.leftOver > Self.pairingLimit
    pairing.pairEqual()
    if !isUnpaired { pairing.pairSimilar(threshold: Self.threshold, similarity: Self.similarity) }
    return (pairing.items(), isUnpaired)
  }

  private static func similarity(_ old: Plain, _ new: Plain) -> Double {
    WordDiff.similarity(
      old.text?.comparedWords ?? [], new.text?.comparedWords ?? [])
  }
}

/// Which items of an old list are which of a new one.
struct ListPairing {
  private let old: [Plain]
  private let new: [Plain]
  /// The old item of each new one, nil while it has none.
  private(set) var partner: [Int?]
  private var isFree: [Bool]
  private var keptInPlace: Set<Int> = []
  /// True where the lists are too long for their longest common subsequence.
  let isTooLong: Bool

  init(_ old: [Plain], _ new: [Plain]) {
    self.old = old
    self.new = new
    partner = Array(repeating: nil, count: new.count)
    isFree = Array(repeating: true, count: old.count)
    let common = LongestCommonSubsequence(old, new)
    isTooLong = common == nil
    for pair in common?.pairs ?? [] {
      partner[pair.new] = pair.old
      isFree[pair.old] = false
      keptInPlace.insert(pair.new)
    }
  }

  /// The items of the longer side that have no partner yet.
  var leftOver: Int { max(freeOld.count, freeNew.count) }
  var freeOld: [Int] { old.indices.filter { isFree[$0] } }
  var freeNew: [Int] { new.indices.filter { partner[$0] == nil } }

  mutating func pair(old oldIndex: Int, new newIndex: Int) {
    partner[newIndex] = oldIndex
    isFree[oldIndex] = false
  }

  /// Pairs equal items that stand elsewhere now: they were moved.
  mutating func pairEqual() {
    var places: [Plain: [Int]] = [:]
    for index in freeOld.reversed() { places[old[index], default: []].append(index) }
    for index in freeNew {
      if let place = places[new[index]]?.popLast() { pair(old: place, new: index) }
    }
  }

  /// Pairs what is left by similarity, the most similar first; of equals those that stand first.
  mutating func pairSimilar(threshold: Double, similarity: (Plain, Plain) -> Double) {
    var candidates: [(score: Double, old: Int, new: Int)] = []
    for oldIndex in freeOld {
      for newIndex in freeNew {
        let score = similarity(old[oldIndex], new[newIndex])
        if score >= threshold { candidates.append((score, oldIndex, newIndex)) }
      }
    }
    candidates.sort { ($1.score, $0.old, $0.new) < ($0.score, $1.old, $1.new) }
    for candidate in candidates
    where isFree[candidate.old] && partner[candidate.new] == nil {
      pair(old: candidate.old, new: candidate.new)
    }
  }

  /// What happened to each item, in the order of the new list, what was removed last.
  func items() -> [ItemChange] {
    var items: [ItemChange] = []
    for (index, item) in new.enumerated() {
      guard let oldIndex = partner[index] else {
        items.append(ItemChange(.added, to: item, toIndex: index))
        continue
      }
      if keptInPlace.contains(index) { continue }
      let before = old[oldIndex]
      let isSame = before.text.map { $0.saysTheSame(as: item.text ?? "") } ?? false
      items.append(
        ItemChange(
          before == item ? .moved : isSame ? .restated : .edited, from: before, to: item,
          fromIndex: oldIndex, toIndex: index))
    }
    return items + freeOld.map { ItemChange(.removed, from: old[$0], fromIndex: $0) }
  }
}
