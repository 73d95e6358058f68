/// The rungs but the last.
extension Pairing {
  /// The same key with the same fields; gives back the pairs of one key whose fields differ.
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

  /// The same kind and id; refused where the two sides are two works, or where both contents went on under other ids.
  mutating func pairByKey(_ sameKeys: [Pair]) {
    guard !sameKeys.isEmpty else { return }
    let movedOn = contentsUnderOtherKeys()
    take(
      sameKeys.filter { pair in
        if movedOn.old.contains(pair.old) && movedOn.new.contains(pair.new) { return false }
        return !isOfTwoWorks(pair)
      })
  }

  private func isOfTwoWorks(_ pair: Pair) -> Bool {
    let (before, after) = (old[pair.old], new[pair.new])
    guard isListed(before) else { return false }
    // Most edits keep the name as it is, and need no further look.
    let names = nameFields(before.key.kind)
    if names.contains(where: { after[$0] != nil }), names.allSatisfy({ before[$0] == after[$0] }) {
      return false
    }
    return agreement(pair.old, pair.new).isOfTwoWorks
  }

  /// The free entries whose whole content stands under another key of their kind on the other side, once on each.
  private func contentsUnderOtherKeys() -> (old: Set<Int>, new: Set<Int>) {
    guard freeOld.count > 1 || freeNew.count > 1 else { return ([], []) }
    var places: [Content: (old: [Int], new: [Int])] = [:]
    places.reserveCapacity(freeOld.count + freeNew.count)
    let before = freeOld.mapInParallel { Content(old[$0]) }
    let after = freeNew.mapInParallel { Content(new[$0]) }
    for (index, content) in zip(freeOld, before) {
      places[content, default: ([], [])].old.append(index)
    }
    for (index, content) in zip(freeNew, after) {
      places[content, default: ([], [])].new.append(index)
    }
    var result: (old: Set<Int>, new: Set<Int>) = ([], [])
    for place in places.values where place.old.count == 1 && place.new.count == 1 {
      result.old.insert(place.old[0])
      result.new.insert(place.new[0])
    }
    return result
  }

  private struct Content: Hashable, Sendable {
    let kind: String
    let fields: Fields
    /// Of the lengths of the texts: to read every word would cost more than it tells.
    private let digest: Int

    init(_ entry: Entry) {
      kind = entry.key.kind
      fields = entry.fields
      digest = entry.fields.reduce(kind.utf8.count) { digest, field in
        let length = field.1.text?.utf8.count ?? field.1.items.count
        return (digest &* 31 &+ field.0.utf8.count) &* 31 &+ length
      }
    }

    static func == (left: Content, right: Content) -> Bool {
      left.digest == right.digest && left.kind == right.kind && left.fields == right.fields
    }

    func hash(into hasher: inout Hasher) { hasher.combine(digest) }
  }

  mutating func pairByIdentifier() {
    func keys(_ candidate: Candidate?) -> [String] {
      guard let candidate else { return [] }
      return candidate.identifiers.map { "\(candidate.entry.key.kind) \($0)" }
    }
    take(
      uniquePairs(
        by: .identifier, old: { keys(oldCandidates[$0]) }, new: { keys(newCandidates[$0]) }))
  }

  mutating func pairByContent() {
    take(uniquePairs(by: .content, old: { [Content(old[$0])] }, new: { [Content(new[$0])] }))
  }

  mutating func pairByTitle() {
    func keys(_ candidate: Candidate?) -> [String] {
      guard let candidate, !candidate.title.isEmpty else { return [] }
      return ["\(candidate.entry.key.kind) \(candidate.title)"]
    }
    take(
      uniquePairs(
        by: .title, old: { keys(oldCandidates[$0]) }, new: { keys(newCandidates[$0]) },
        where: { agreement($0, $1).isOneUnderItsTitle }))
  }

  /// Another kind: the same name, and the same id or at least half of the fields carried over as they are.
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

  /// True for an entry of the document; a person, a kind and the profile never become one.
  private func isListed(_ entry: Entry) -> Bool {
    Schema.builtIn[entry.key.kind]?.role ?? .entries == .entries
  }
}
