/// Compares two lists of people: added, removed, moved and respelled people, and completed
/// elisions.
///
/// A change is cosmetic only if both lists name the same people in the same order.
struct PeopleComparison {
  let directory: PeopleDirectory

  func change(_ path: String, from old: Plain?, to new: Plain?) -> FieldChange {
    let (items, isUnpaired) = items(old?.items ?? [], new?.items ?? [])
    let effect = Self.effect(of: items, from: old, to: new)
    let isCosmetic = items.allSatisfy { $0.effect == .respelled }
    var change = FieldChange(
      path, effect, from: old, to: new, isCosmetic ? .cosmetic : .detail, items: items)
    if isUnpaired { change.isUnpaired = true }
    return change
  }

  private static func effect(of items: [ItemChange], from old: Plain?, to new: Plain?) -> Effect {
    let effect = ListComparison.effect(of: items, from: old, to: new)
    let isCompletion =
      effect == .edited
      && items.allSatisfy { $0.effect == .completed || $0.effect == .respelled }
    return isCompletion ? .completed : effect
  }

  private func items(_ old: [Plain], _ new: [Plain]) -> (items: [ItemChange], isUnpaired: Bool) {
    var pairing = ListPairing(old, new)
    pairing.pairEqual()
    let isUnpaired = !pairPeople(&pairing, old, new)
    let moved = pairing.movedPlaces
    let items = pairing.items().map(spelled).map { item in
      guard item.effect == .respelled, item.toIndex.map(moved.contains) == true else { return item }
      var item = item
      item.effect = .moved
      return item
    }
    return (completed(items, old, new, pairing), isUnpaired)
  }

  /// Pairs people who are one in two spellings; false if there are too many to compare.
  @discardableResult
  func pairPeople(_ pairing: inout ListPairing, _ old: [Plain], _ new: [Plain]) -> Bool {
    guard pairing.leftOver <= ListComparison.pairingLimit else { return false }
    let mine = identities(old, pairing.freeOld)
    let theirs = identities(new, pairing.freeNew)
    pairing.pairSimilar(threshold: 1) { oldIndex, newIndex in
      guard let left = mine[oldIndex], let right = theirs[newIndex] else { return 0 }
      return left.match(right) == .none ? 0 : 1
    }
    return true
  }

  private func identities(_ items: [Plain], _ places: [Int]) -> [Int: PersonIdentity] {
    Dictionary(
      places.compactMap { place in
        Self.name(items[place]).map { (place, directory.identity(of: $0)) }
      }
    ) { first, _ in first }
  }

  private static func name(_ value: Plain) -> String? {
    return value.personName.flatMap { Person.isElision($0) ? nil : $0 }
  }

  private static func isElision(_ value: Plain) -> Bool {
    value.text.map(Person.isElision) ?? false
  }

  /// An edited person of whom only the name differs was respelled.
  private func spelled(_ item: ItemChange) -> ItemChange {
    guard item.effect == .edited || item.effect == .restated, let old = item.from,
      let new = item.to, Self.name(old) != Self.name(new), Self.rest(old) == Self.rest(new)
    else {
      var item = item
      if item.effect == .restated { item.effect = .edited }
      return item
    }
    var item = item
    item.effect = .respelled
    return item
  }

  private static func rest(_ value: Plain) -> [String: Plain] {
    guard case .map(let pairs) = value else { return [:] }
    return pairs.filter { !NameParts.keys.contains($0.key) }
  }

  /// Marks people who replace an elision as completed: they were there before, but unnamed.
  ///
  /// This holds for a new person if the nearest people before and after who were kept from the old
  /// list had an elision between them.
  private func completed(
    _ items: [ItemChange], _ old: [Plain], _ new: [Plain], _ pairing: ListPairing
  ) -> [ItemChange] {
    let elisions = old.indices.filter { Self.isElision(old[$0]) }
    guard !elisions.isEmpty else { return items }
    let gaps = Gaps(pairing.partner, oldCount: old.count)
    var completedElisions: Set<Int> = []
    var result = items.map { item in
      guard item.effect == .added, let index = item.toIndex, !Self.isElision(new[index]),
        let elision = gaps.first(of: elisions, around: index)
      else { return item }
      completedElisions.insert(elision)
      var item = item
      item.effect = .completed
      return item
    }
    // The removal of an elision is part of its completion.
    for index in result.indices
    where result[index].effect == .removed
      && completedElisions.contains(result[index].fromIndex ?? -1)
    {
      result[index].effect = .completed
    }
    return result
  }

  /// For each new position, the range of old positions between the partners of its neighbors.
  private struct Gaps {
    private var before: [Int] = []
    private var after: [Int]

    init(_ partner: [Int?], oldCount: Int) {
      var last = -1
      for index in partner.indices {
        before.append(last)
        last = partner[index] ?? last
      }
      last = oldCount
      after = Array(repeating: oldCount, count: partner.count)
      for index in partner.indices.reversed() {
        after[index] = last
        last = partner[index] ?? last
      }
    }

    /// The first of some sorted old positions that is in the range around a new one.
    func first(of places: [Int], around index: Int) -> Int? {
      var (low, high) = (0, places.count)
      while low < high {
        let middle = (low + high) / 2
        if places[middle] < before[index] { low = middle + 1 } else { high = middle }
      }
      return low < places.count && places[low] <= after[index] ? places[low] : nil
    }
  }
}
