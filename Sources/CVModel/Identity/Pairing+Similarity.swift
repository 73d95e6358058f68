/// Pairs by similarity: the best one-to-one assignment of the remaining entries.
extension Pairing {
  mutating func pairBySimilarity() {
    let groups = ConnectedPairs(scoredPairs()).groups
    take(
      groups.flatMap { group in
        Assignment.best(group, isTurned: isTurned(group)).map {
          Pair(old: $0.old, new: $0.new, rung: .similarity)
        }
      }.sorted { $0.old < $1.old })
  }

  /// Whether to swap the sides: both directions of a diff must solve the same problem, so the side
  /// that sorts first comes first.
  private func isTurned(_ group: [ScoredPair]) -> Bool {
    guard group.count > 1 else { return false }
    let before = Set(group.map(\.old)).sorted().map { old[$0] }
    let after = Set(group.map(\.new)).sorted().map { new[$0] }
    let (oldKeys, newKeys) = (before.map(\.key), after.map(\.key))
    if oldKeys != newKeys { return newKeys.lexicographicallyPrecedes(oldKeys) }
    return after.map(\.fields.sortText).lexicographicallyPrecedes(before.map(\.fields.sortText))
  }

  /// The pairs above the threshold. Only entries of the same kind that share a distinctive word are
  /// compared.
  private func scoredPairs() -> [ScoredPair] {
    let newByKind = Dictionary(grouping: freeNew) { new[$0].key.kind }
    return Dictionary(grouping: freeOld) { old[$0].key.kind }.sorted { $0.key < $1.key }
      .flatMap { kind, olds in scoredPairs(olds, newByKind[kind] ?? []) }
  }

  private func scoredPairs(_ olds: [Int], _ news: [Int]) -> [ScoredPair] {
    var numbering = Traits.Numbering()
    let before = olds.compactMap { oldCandidates[$0].map { numbering.traits(of: $0) } }
    let after = news.compactMap { newCandidates[$0].map { numbering.traits(of: $0) } }
    let blocks = TitleBlocks(
      old: before.map(\.title), new: after.map(\.title), least: Similarity.leastTitle)
    return blocks.pairs.compactMap { pair in
      let (oldIndex, newIndex) = (olds[pair.old], news[pair.new])
      let score = Similarity(before[pair.old], after[pair.new], title: pair.overlap).score
      guard score >= Similarity.threshold, isPossible(oldIndex, newIndex) else { return nil }
      return ScoredPair(old: oldIndex, new: newIndex, score: score)
    }
  }

  /// Whether a pair may be guessed. Recurring entries are never paired across a different date or
  /// place, nor are entries that were rejected as two works with one ID.
  private func isPossible(_ oldIndex: Int, _ newIndex: Int) -> Bool {
    let agreement = agreement(oldIndex, newIndex)
    if agreement.isOfTwoWorks { return false }
    guard agreement.isOfWorks else {
      return agreement.isOneUnderItsTitle && agreement.firstName != false
    }
    return agreement.identifiers != false || agreement.title == true
  }
}

extension Fields {
  /// The same text for equal fields, for sorting.
  fileprivate var sortText: String { map { "\($0): \($1.sortText)" }.joined(separator: "\n") }
}

extension Plain {
  fileprivate var sortText: String {
    switch self {
    case .scalar(let text): text
    case .list(let items): items.map(\.sortText).joined(separator: ", ")
    case .map(let pairs):
      pairs.sorted { $0.key < $1.key }.map { "\($0): \($1.sortText)" }.joined(separator: "; ")
    }
  }
}

/// An old and a new entry, with their similarity.
struct ScoredPair {
  let old: Int
  let new: Int
  let score: Double
}

/// Splits scored pairs into groups that share no entry.
struct ConnectedPairs {
  private(set) var groups: [[ScoredPair]] = []

  init(_ pairs: [ScoredPair]) {
    var groupOfOld: [Int: Int] = [:]
    var groupOfNew: [Int: Int] = [:]
    var parent: [Int] = []
    func root(_ group: Int) -> Int {
      var group = group
      while parent[group] != group { group = parent[group] }
      return group
    }
    for pair in pairs {
      let met = [groupOfOld[pair.old], groupOfNew[pair.new]].compactMap { $0.map(root) }
      let group = met.min() ?? parent.count
      if group == parent.count { parent.append(group) }
      for other in met { parent[other] = group }
      groupOfOld[pair.old] = group
      groupOfNew[pair.new] = group
    }
    let grouped = Dictionary(grouping: pairs) { groupOfOld[$0.old].map(root) ?? 0 }
    groups = grouped.sorted { $0.key < $1.key }.map(\.value)
  }
}
