/// All rungs except similarity and ID words.
extension Pairing {
  /// Pairs equal entries with the same key; returns the pairs with the same key whose fields
  /// differ.
  mutating func pairUnchanged() -> [Pair] {
    var unchanged: [Pair] = []
    var changed: [Pair] = []
    var place = 0
    for (oldIndex, entry) in old.enumerated() {
      while place < new.count, new[place].key < entry.key { place += 1 }
      guard place < new.count, new[place].key == entry.key else { continue }
      let pair = Pair(old: oldIndex, new: place, rung: .id)
      if new[place].fields == entry.fields { unchanged.append(pair) } else { changed.append(pair) }
    }
    take(unchanged)
    return changed
  }

  /// Pairs entries with the same kind and ID, unless the two sides are different works, or both
  /// contents continue under other IDs.
  mutating func pairByKey(_ sameKeys: [Pair], _ sameContents: [Pair]) {
    let oldMovedOn = Set(sameContents.map(\.old))
    let newMovedOn = Set(sameContents.map(\.new))
    take(
      filtered(sameKeys) { pairing, pair in
        let isMovedOn = oldMovedOn.contains(pair.old) && newMovedOn.contains(pair.new)
        return !isMovedOn && !pairing.isOfTwoWorks(pair)
      })
  }

  private func filtered(
    _ pairs: [Pair], where isPair: @Sendable (Pairing, Pair) -> Bool
  ) -> [Pair] {
    zip(pairs, pairs.mapInParallel { isPair(self, $0) }).filter(\.1).map(\.0)
  }

  private func isOfTwoWorks(_ pair: Pair) -> Bool {
    let (before, after) = (old[pair.old], new[pair.new])
    guard isListed(before) else { return false }
    // Most edits keep the name unchanged, and need no further check.
    let names = nameFields(before.key.kind)
    if names.contains(where: { after[$0] != nil }), names.allSatisfy({ before[$0] == after[$0] }) {
      return false
    }
    return agreement(pair.old, pair.new).isOfTwoWorks
  }

  /// The free entries whose whole content is under another key of the same kind on the other side,
  /// exactly once on each.
  func pairsOfOneContent() -> [Pair] {
    let before = freeOld.mapInParallel { old[$0].contentDigest }
    let after = freeNew.mapInParallel { new[$0].contentDigest }
    // Nearly every digest is on one side only, and needs no further check.
    let (inOld, inNew) = (Set(before), Set(after))
    func places(_ free: [Int], _ digests: [Int], _ others: Set<Int>, _ entries: [Entry])
      -> [Content: [Int]]
    {
      let met = zip(free, digests).filter { others.contains($1) }.map(\.0)
      return Dictionary(grouping: met) { Content(entries[$0]) }
    }
    let newPlaces = places(freeNew, after, inOld, new)
    return places(freeOld, before, inNew, old).compactMap { content, olds in
      guard olds.count == 1, let news = newPlaces[content], news.count == 1 else { return nil }
      return Pair(old: olds[0], new: news[0], rung: .content)
    }.sorted { $0.old < $1.old }
  }

  private struct Content: Hashable {
    let kind: String
    let fields: Fields

    init(_ entry: Entry) {
      kind = entry.key.kind
      fields = entry.fields
    }
  }

  /// A name or identifier among the entries of a kind.
  private struct KindKey: Hashable {
    let kind: String
    let text: String

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
  }

  mutating func pairByIdentifier() {
    func keys(_ candidate: Candidate?) -> [KindKey] {
      guard let candidate else { return [] }
      return candidate.identifiers.map { KindKey(kind: candidate.entry.key.kind, text: $0) }
    }
    take(
      uniquePairs(
        by: .identifier, old: { keys(oldCandidates[$0]) }, new: { keys(newCandidates[$0]) }))
  }

  mutating func pairByContent(_ sameContents: [Pair]) {
    let (isFreeOld, isFreeNew) = (Set(freeOld), Set(freeNew))
    take(sameContents.filter { isFreeOld.contains($0.old) && isFreeNew.contains($0.new) })
  }

  mutating func pairByTitle() {
    func keys(_ candidate: Candidate?) -> [KindKey] {
      guard let candidate, !candidate.title.isEmpty else { return [] }
      return [KindKey(kind: candidate.entry.key.kind, text: candidate.title)]
    }
    take(
      uniquePairs(
        by: .title, old: { keys(oldCandidates[$0]) }, new: { keys(newCandidates[$0]) },
        where: { agreement($0, $1).isOneUnderItsTitle }))
  }

  /// Pairs entries of different kinds: the same name, and the same ID or at least half of the
  /// fields unchanged.
  mutating func pairByMove() {
    func keys(_ candidate: Candidate?) -> [String] {
      candidate.map { [$0.title] }?.filter { !$0.isEmpty } ?? []
    }
    take(
      uniquePairs(
        by: .move, old: { keys(oldCandidates[$0]) }, new: { keys(newCandidates[$0]) },
        where: isCarried))
  }

  private func isCarried(_ oldIndex: Int, _ newIndex: Int) -> Bool {
    let (source, target) = (old[oldIndex], new[newIndex])
    guard source.key.kind != target.key.kind, isListed(source), isListed(target) else {
      return false
    }
    if source.key.id == target.key.id { return true }
    let carried = source.fields.count { name, value in target[name] == value }
    return 2 * carried >= max(source.fields.count, target.fields.count)
  }

  /// Whether the entry is part of the document; people, kinds and the profile never are.
  private func isListed(_ entry: Entry) -> Bool {
    Schema.builtIn.isListed(entry.key.kind)
  }
}

extension Entry {
  /// The same for entries with the same content.
  fileprivate var contentDigest: Int {
    31 &* fields.digest &+ key.kind.utf8.count
  }
}
