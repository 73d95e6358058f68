/// Merges two edited versions of a list by item.
///
/// An item that a side added or removed is added or removed; one that a side edited is edited. The
/// order is that of the side that changed it. What both sides added in one place comes in the order
/// of its text, so that the two sides could be exchanged.
struct ListMerge {
  /// How an item of two versions is recognized.
  enum Pairing {
    /// By most of its words.
    case words
    /// As a person.
    case people(PeopleDirectory)
    /// By the value under a key.
    case key(String)
  }

  /// One item in all three versions.
  struct Item {
    /// Where it is in ours, in theirs if ours does not have it, or in the base, from 0.
    let position: Int
    let base: Plain?
    let ours: Plain?
    let theirs: Plain?
  }

  private var items: [Item] = []
  /// The items by number, in the order of the result.
  private var order: [Int] = []

  /// - Returns: nil if both sides changed the order, each in its own way, or if an item is there
  ///   twice, so that nobody can tell which one a side removed.
  init?(_ base: [Plain], _ ours: [Plain], _ theirs: [Plain], _ pairing: Pairing) {
    guard [base, ours, theirs].allSatisfy({ Set($0).count == $0.count }) else { return nil }
    let (mine, others) = (
      Self.versions(base, ours, pairing), Self.versions(base, theirs, pairing)
    )
    var oursOfBase: [Int: Int] = [:]
    var theirsOfBase: [Int: Int] = [:]
    for (index, place) in mine.partner.enumerated() { if let place { oursOfBase[place] = index } }
    for (index, place) in others.partner.enumerated() {
      if let place { theirsOfBase[place] = index }
    }
    for (place, item) in base.enumerated() {
      let (left, right) = (oursOfBase[place], theirsOfBase[place])
      items.append(
        Item(
          position: left ?? right ?? place, base: item, ours: left.map { ours[$0] },
          theirs: right.map { theirs[$0] }))
    }
    // What both sides added is one item if it is equal, or the same person.
    let added = Self.versions(
      others.freeNew.map { theirs[$0] }, mine.freeNew.map { ours[$0] }, pairing, findsEdits: false)
    var mineOrder = mine.partner.map { $0 ?? -1 }
    var othersOrder = others.partner.map { $0 ?? -1 }
    for (number, index) in mine.freeNew.enumerated() {
      let twin = added.partner[number].map { others.freeNew[$0] }
      mineOrder[index] = items.count
      if let twin { othersOrder[twin] = items.count }
      items.append(
        Item(position: index, base: nil, ours: ours[index], theirs: twin.map { theirs[$0] }))
    }
    for index in others.freeNew where othersOrder[index] < 0 {
      othersOrder[index] = items.count
      items.append(Item(position: index, base: nil, ours: nil, theirs: theirs[index]))
    }
    let common = Set(mineOrder).intersection(othersOrder)
    let (left, right) = (mineOrder.filter(common.contains), othersOrder.filter(common.contains))
    if left == right {
      order = self.order(mineOrder, with: othersOrder)
      return
    }
    // One side may have changed the order of what was there; what both added has no order yet.
    guard left.allSatisfy({ $0 < base.count }) else { return nil }
    switch (mine.movedPlaces.isEmpty, others.movedPlaces.isEmpty) {
    case (false, true): order = self.order(mineOrder, with: othersOrder)
    case (true, false): order = self.order(othersOrder, with: mineOrder)
    default: return nil
    }
  }

  /// The merged items, in order.
  ///
  /// - Parameter merge: the merged value of an item; nil if it is removed.
  func items(_ merge: (Item) -> Plain?) -> [Plain] {
    order.compactMap { merge(items[$0]) }
  }

  /// Which items of a version are which of the base.
  private static func versions(
    _ base: [Plain], _ version: [Plain], _ pairing: Pairing, findsEdits: Bool = true
  ) -> ListPairing {
    var pairs = ListPairing(base, version)
    pairs.pairEqual()
    switch pairing {
    case .people(let directory):
      PeopleComparison(directory: directory).pairPeople(&pairs, base, version)
    case .key(let key) where pairs.leftOver <= ListComparison.pairingLimit:
      pairs.pairSimilar(threshold: 1) { base[$0][key] == version[$1][key] ? 1 : 0 }
    case .words where findsEdits:
      if let similarity = ItemSimilarity(base, pairs.freeOld, version, pairs.freeNew) {
        pairs.pairSimilar(threshold: ListComparison.threshold) { similarity.score($0, $1) }
      }
    case .words, .key: break
    }
    return pairs
  }

  /// The items of the main version in its order, and those that only the other one has behind their
  /// predecessors there.
  private func order(_ main: [Int], with other: [Int]) -> [Int] {
    let known = Set(main)
    // The items of the other version alone, by what comes before them.
    var runs: [Int?: [Int]] = [:]
    var anchor: Int?
    for number in other {
      if known.contains(number) {
        anchor = number
      } else {
        runs[anchor, default: []].append(number)
      }
    }
    let shared = Set(other)
    var result: [Int] = []
    var index = 0
    func appendRun(behind anchor: Int?) {
      let run = runs[anchor] ?? []
      let start = index
      while index < main.count, !shared.contains(main[index]) { index += 1 }
      let own = Array(main[start..<index])
      result += texts(run).lexicographicallyPrecedes(texts(own)) ? run + own : own + run
    }
    appendRun(behind: nil)
    while index < main.count {
      let number = main[index]
      result.append(number)
      index += 1
      appendRun(behind: number)
    }
    return result
  }

  private func texts(_ numbers: [Int]) -> [String] {
    numbers.map { number in
      let item = items[number]
      return (item.ours ?? item.theirs ?? item.base)?.orderText ?? ""
    }
  }
}

extension Plain {
  /// A text that is the same for equal values, to sort them by.
  var orderText: String {
    switch self {
    case .scalar(let text): text
    case .list(let items): items.map(\.orderText).joined(separator: "\u{1}")
    case .map(let pairs):
      pairs.sorted { $0.key < $1.key }.map { "\($0.key)\u{2}\($0.value.orderText)" }
        .joined(separator: "\u{1}")
    }
  }
}
