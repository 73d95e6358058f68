/// Compares two lists of people: added, removed, moved, re-spelled, and elisions that were completed.
struct PeopleComparison {
  let directory: PeopleDirectory

  func change(_ path: String, from old: Plain?, to new: Plain?) -> FieldChange {
    let items = items(old?.items ?? [], new?.items ?? [])
    let effect = Self.effect(of: items, from: old, to: new)
    let isCosmetic = !items.isEmpty && items.allSatisfy { $0.effect == .respelled }
    return FieldChange(
      path, effect, from: old, to: new, isCosmetic ? .cosmetic : .detail, items: items)
  }

  private static func effect(of items: [ItemChange], from old: Plain?, to new: Plain?) -> Effect {
    let effect = ListComparison.effect(of: items, from: old, to: new)
    let isCompletion =
      effect == .edited
      && items.allSatisfy { $0.effect == .completed || $0.effect == .respelled }
    return isCompletion ? .completed : effect
  }

  private func items(_ old: [Plain], _ new: [Plain]) -> [ItemChange] {
    var pairing = ListPairing(old, new)
    pairing.pairEqual()
    if pairing.leftOver <= ListComparison.pairingLimit {
      pairing.pairSimilar(threshold: 1) { isSamePerson($0, $1) ? 1 : 0 }
    }
    let items = pairing.items().map(spelled)
    return completed(items, old, new, pairing)
  }

  private func isSamePerson(_ left: Plain, _ right: Plain) -> Bool {
    guard let mine = Self.name(left), let theirs = Self.name(right) else { return false }
    return directory.isSamePerson(mine, theirs)
  }

  private static func name(_ value: Plain) -> String? {
    let name = value.text ?? value["name"]?.text
    return name.flatMap { Person.isElision($0) ? nil : $0 }
  }

  private static func isElision(_ value: Plain) -> Bool {
    value.text.map(Person.isElision) ?? false
  }

  /// An edited person whose name alone differs was re-spelled.
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
    guard case .map(var pairs) = value else { return [:] }
    pairs["name"] = nil
    return pairs
  }

  /// People named where an elision stood complete it: they were there before, unnamed.
  ///
  /// A new person counts so where the people on either side of them, kept from the old list, had an
  /// elision between them there.
  private func completed(
    _ items: [ItemChange], _ old: [Plain], _ new: [Plain], _ pairing: ListPairing
  ) -> [ItemChange] {
    let lostElisions = old.indices.filter { Self.isElision(old[$0]) }
    guard !lostElisions.isEmpty else { return items }
    var completedElisions: Set<Int> = []
    var result = items.map { item in
      guard item.effect == .added, let index = item.toIndex, !Self.isElision(new[index]) else {
        return item
      }
      let before = new[..<index].indices.last { pairing.partner[$0] != nil }
      let after = new.indices[(index + 1)...].first { pairing.partner[$0] != nil }
      let first = before.flatMap { pairing.partner[$0] } ?? -1
      let last = after.flatMap { pairing.partner[$0] } ?? old.count
      guard let elision = lostElisions.first(where: { $0 >= first && $0 <= last }) else {
        return item
      }
      completedElisions.insert(elision)
      var item = item
      item.effect = .completed
      return item
    }
    // An elision that went as its people came is part of the completion.
    for index in result.indices
    where result[index].effect == .removed
      && completedElisions.contains(result[index].fromIndex ?? -1)
    {
      result[index].effect = .completed
    }
    return result
  }
}
