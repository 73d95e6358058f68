/// The last rung: the best one-to-one assignment of what is left.
extension Pairing {
  mutating func pairBySimilarity() {
    let scored = scoredPairs()
    let groups = ConnectedPairs(scored).groups
    take(
      groups.flatMap { group in
        // Either direction of a diff has to solve the same problem: the side with the smaller keys goes first.
        Assignment.best(group, isTurned: isTurned).map {
          Pair(old: $0.old, new: $0.new, rung: .similarity)
        }
      }.sorted { $0.old < $1.old })
  }

  private var isTurned: Bool {
    let (before, after) = (freeOld.map { old[$0].key }, freeNew.map { new[$0].key })
    return after.lexicographicallyPrecedes(before)
  }

  /// The pairs above the threshold. Only entries of a kind that share a telling word are compared at all.
  private func scoredPairs() -> [ScoredPair] {
    var placesByWord: [String: [Int]] = [:]
    for index in freeNew {
      guard let candidate = newCandidates[index] else { continue }
      for word in Similarity.telling(candidate.titleWords) {
        placesByWord["\(candidate.entry.key.kind)/\(word)", default: []].append(index)
      }
    }
    return freeOld.flatMap { oldIndex -> [ScoredPair] in
      guard let candidate = oldCandidates[oldIndex] else { return [] }
      return neighbours(of: candidate, placesByWord).compactMap { newIndex in
        guard let other = newCandidates[newIndex], isPossible(oldIndex, newIndex) else {
          return nil
        }
        let score = Similarity(candidate, other).score
        return score < Similarity.threshold
          ? nil : ScoredPair(old: oldIndex, new: newIndex, score: score)
      }
    }
  }

  /// The new entries that share at least an eighth of the title's telling words, found by word.
  private func neighbours(of candidate: Candidate, _ placesByWord: [String: [Int]]) -> [Int] {
    var shared: [Int: Int] = [:]
    for word in Similarity.telling(candidate.titleWords) {
      for place in placesByWord["\(candidate.entry.key.kind)/\(word)"] ?? [] {
        shared[place, default: 0] += 1
      }
    }
    return shared.keys.sorted()
  }

  /// What comes again under one title is never guessed across another date or place.
  private func isPossible(_ oldIndex: Int, _ newIndex: Int) -> Bool {
    let agreement = agreement(oldIndex, newIndex)
    guard agreement.new.kind?.isOfWorks == true else { return agreement.isOneUnderItsTitle }
    return agreement.identifiers != false || agreement.title == true
  }
}

/// An old and a new entry, and how alike they are.
struct ScoredPair {
  let old: Int
  let new: Int
  let score: Double
}

/// Scored pairs parted into groups that share no entry.
struct ConnectedPairs {
  let groups: [[ScoredPair]]

  init(_ pairs: [ScoredPair]) {
    var groupOfOld: [Int: Int] = [:]
    var groupOfNew: [Int: Int] = [:]
    var groups: [[ScoredPair]] = []
    for pair in pairs {
      switch (groupOfOld[pair.old], groupOfNew[pair.new]) {
      case (nil, nil):
        groups.append([pair])
      case (let group?, nil), (nil, let group?):
        groups[group].append(pair)
      case (let mine?, let theirs?):
        let (kept, merged) = (min(mine, theirs), max(mine, theirs))
        groups[kept].append(pair)
        if kept != merged {
          groups[kept] += groups[merged]
          groups[merged] = []
        }
        for moved in groups[kept] {
          groupOfOld[moved.old] = kept
          groupOfNew[moved.new] = kept
        }
        continue
      }
      let group = groupOfOld[pair.old] ?? groupOfNew[pair.new] ?? groups.count - 1
      groupOfOld[pair.old] = group
      groupOfNew[pair.new] = group
    }
    self.groups = groups.filter { !$0.isEmpty }
  }
}
