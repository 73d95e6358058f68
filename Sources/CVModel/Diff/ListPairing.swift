internal import Text

/// Pairs the items of an old list with those of a new one.
struct ListPairing {
  private let old: [Plain]
  private let new: [Plain]
  /// The old item of each new one; nil while unpaired.
  private(set) var partner: [Int?]
  private var isFree: [Bool]
  private var isKeptInPlace: [Bool]

  /// Pairs the items that both lists have in the same order.
  init(_ old: [Plain], _ new: [Plain]) {
    self.old = old
    self.new = new
    partner = Array(repeating: nil, count: new.count)
    isFree = Array(repeating: true, count: old.count)
    isKeptInPlace = Array(repeating: false, count: new.count)
    for pair in LongestCommonSubsequence(old, new).pairs {
      self.pair(old: pair.old, new: pair.new)
      isKeptInPlace[pair.new] = true
    }
  }

  /// The number of unpaired items on the longer side.
  var leftOver: Int { max(freeOld.count, freeNew.count) }
  var freeOld: [Int] { old.indices.filter { isFree[$0] } }
  var freeNew: [Int] { new.indices.filter { partner[$0] == nil } }

  private mutating func pair(old oldIndex: Int, new newIndex: Int) {
    partner[newIndex] = oldIndex
    isFree[oldIndex] = false
  }

  /// Pairs equal items at different positions: they were moved.
  mutating func pairEqual() {
    var places: [Plain: [Int]] = [:]
    for index in freeOld.reversed() { places[old[index], default: []].append(index) }
    for index in freeNew {
      if let place = places[new[index]]?.popLast() { pair(old: place, new: index) }
    }
  }

  /// Pairs the remaining items by score, best first; ties go to the earlier pair.
  mutating func pairSimilar(threshold: Double, score: (Int, Int) -> Double) {
    var candidates: [(score: Double, old: Int, new: Int)] = []
    let (freeOld, freeNew) = (freeOld, freeNew)
    for oldIndex in freeOld {
      for newIndex in freeNew {
        let score = score(oldIndex, newIndex)
        if score >= threshold { candidates.append((score, oldIndex, newIndex)) }
      }
    }
    candidates.sort { ($1.score, $0.old, $0.new) < ($0.score, $1.old, $1.new) }
    for candidate in candidates
    where isFree[candidate.old] && partner[candidate.new] == nil {
      pair(old: candidate.old, new: candidate.new)
    }
  }

  /// The new positions of paired items that moved.
  ///
  /// Items that both lists have in the same order stay. Any other pair has moved if it crosses one
  /// of these, or an earlier pair that stays.
  var movedPlaces: Set<Int> {
    var next = [Int](repeating: old.count, count: new.count)
    var bound = old.count
    for index in new.indices.reversed() {
      next[index] = bound
      if isKeptInPlace[index], let place = partner[index] { bound = place }
    }
    var moved: Set<Int> = []
    var last = -1
    for index in new.indices {
      guard let place = partner[index] else { continue }
      if place > last, place < next[index] { last = place } else { moved.insert(index) }
    }
    return moved
  }

  /// The change of each item in the order of the new list, removed ones last.
  func items() -> [ItemChange] {
    var items: [ItemChange] = []
    for (index, item) in new.enumerated() where !isKeptInPlace[index] {
      guard let oldIndex = partner[index] else {
        items.append(ItemChange(.added, to: item, toIndex: index))
        continue
      }
      items.append(
        ItemChange(
          Self.effect(old[oldIndex], item), from: old[oldIndex], to: item,
          fromIndex: oldIndex, toIndex: index))
    }
    return items + freeOld.map { ItemChange(.removed, from: old[$0], fromIndex: $0) }
  }

  private static func effect(_ old: Plain, _ new: Plain) -> Effect {
    if old == new { return .moved }
    guard let before = old.text, let after = new.text else { return .edited }
    return before.hasSameMeaning(as: after) ? .restated : .edited
  }
}
