/// Matches the entries of two CVs, rung by rung.
///
/// Each rung pairs only what is unique on both sides, and leaves the rest to the next. All rungs
/// are symmetric: both directions of a diff pair the same entries.
struct Pairing: Sendable {
  struct Pair: Sendable {
    let old: Int
    let new: Int
    let rung: Rung
  }

  let old: [Entry]
  let new: [Entry]
  /// The unchanged entries, then those that were paired rung by rung.
  private(set) var pairs: [Pair] = []
  private var unchangedCount = 0
  private(set) var freeOld: [Int] = []
  private(set) var freeNew: [Int] = []
  /// The entries that differ between the sides, free or paired: unchanged entries are not
  /// candidates, and a diff need not even read them.
  private var changedOld: [Int] = []
  private var changedNew: [Int] = []
  /// The keys of entries that are on both sides and were not read, or could not be.
  let otherKeys: Set<EntryKey>
  let directory: PeopleDirectory
  let oldSchema: Schema
  let newSchema: Schema
  /// The features for lower rungs, computed when a rung first needs them.
  private(set) var oldCandidates: [Int: Candidate] = [:]
  private(set) var newCandidates: [Int: Candidate] = [:]

  /// Pairs two lists of entries, each sorted by key.
  init(
    _ old: [Entry], _ new: [Entry], otherKeys: Set<EntryKey>, oldSchema: Schema,
    newSchema: Schema, directory: PeopleDirectory
  ) {
    (self.old, self.new) = (old, new)
    self.otherKeys = otherKeys
    (self.oldSchema, self.newSchema) = (oldSchema, newSchema)
    self.directory = directory
    freeOld = Array(old.indices)
    freeNew = Array(new.indices)
    let sameKeys = pairUnchanged()
    unchangedCount = pairs.count
    (changedOld, changedNew) = (freeOld, freeNew)
    let sameContents = pairsOfOneContent()
    pairByKey(sameKeys, sameContents)
    guard !freeOld.isEmpty, !freeNew.isEmpty else { return }
    makeCandidates()
    pairByIdentifier()
    pairByContent(sameContents)
    pairByTitle()
    pairByMove()
    pairBySimilarity()
    pairByIDWord()
  }

  /// The pairs whose sides are equal, and the others.
  var unchangedPairs: ArraySlice<Pair> { pairs.prefix(unchangedCount) }
  var changedPairs: [Pair] { Array(pairs.dropFirst(unchangedCount)) }

  mutating func take(_ found: [Pair]) {
    guard !found.isEmpty else { return }
    pairs += found
    let (takenOld, takenNew) = (Set(found.map(\.old)), Set(found.map(\.new)))
    freeOld.removeAll { takenOld.contains($0) }
    freeNew.removeAll { takenNew.contains($0) }
  }

  private mutating func makeCandidates() {
    oldCandidates = Self.candidates(changedOld, free: freeOld, old, oldSchema, directory)
    newCandidates = Self.candidates(changedNew, free: freeNew, new, newSchema, directory)
  }

  private static func candidates(
    _ indices: [Int], free: [Int], _ entries: [Entry], _ schema: Schema,
    _ directory: PeopleDirectory
  ) -> [Int: Candidate] {
    let free = Set(free)
    let candidates = indices.mapInParallel { index in
      Candidate(
        entries[index], kind: schema[entries[index].key.kind],
        directory: free.contains(index) ? directory : nil)
    }
    return Dictionary(zip(indices, candidates)) { first, _ in first }
  }

  /// The fields that name the entries of a kind, on either side.
  func nameFields(_ kind: String) -> [String] {
    (oldSchema[kind]?.nameFields ?? []) + (newSchema[kind]?.nameFields ?? [])
  }

  private func candidate(_ entry: Entry, _ schema: Schema) -> Candidate {
    Candidate(entry, kind: schema[entry.key.kind], directory: directory)
  }

  func agreement(_ oldIndex: Int, _ newIndex: Int) -> Agreement {
    Agreement(
      old: oldCandidates[oldIndex] ?? candidate(old[oldIndex], oldSchema),
      new: newCandidates[newIndex] ?? candidate(new[newIndex], newSchema))
  }

  /// The pairs of free entries with a key that occurs once on each side.
  func uniquePairs<Key: Hashable>(
    by rung: Rung, old oldKeys: (Int) -> [Key], new newKeys: (Int) -> [Key],
    where isPair: (Int, Int) -> Bool = { _, _ in true }
  ) -> [Pair] {
    // Usually few entries are free on one side, so only their keys need counting.
    let wanted =
      freeOld.count < freeNew.count ? freeOld.flatMap(oldKeys) : freeNew.flatMap(newKeys)
    if wanted.isEmpty { return [] }
    let slots = Dictionary(zip(wanted, wanted.indices)) { first, _ in first }
    let oldPlaces = Self.uniquePlaces(changedOld, oldKeys, slots, count: wanted.count)
    let newPlaces = Self.uniquePlaces(changedNew, newKeys, slots, count: wanted.count)
    let (isFreeOld, isFreeNew) = (Set(freeOld), Set(freeNew))
    var found: [(old: Int, new: Int)] = []
    for case (let oldIndex?, let newIndex?) in zip(oldPlaces, newPlaces)
    where isFreeOld.contains(oldIndex) && isFreeNew.contains(newIndex)
      && isPair(oldIndex, newIndex)
    {
      found.append((oldIndex, newIndex))
    }
    return unambiguous(found, by: rung)
  }

  /// The pairs whose entries are not also in another pair.
  func unambiguous(_ found: [(old: Int, new: Int)], by rung: Rung) -> [Pair] {
    var partners: [Int: Set<Int>] = [:]
    var claims: [Int: Set<Int>] = [:]
    for pair in found {
      partners[pair.old, default: []].insert(pair.new)
      claims[pair.new, default: []].insert(pair.old)
    }
    return partners.sorted { $0.key < $1.key }.compactMap { oldIndex, newIndices in
      guard newIndices.count == 1, let newIndex = newIndices.first, claims[newIndex]?.count == 1
      else { return nil }
      return Pair(old: oldIndex, new: newIndex, rung: rung)
    }
  }

  /// For each slot, the index of the only entry with its key; nil if there are several.
  private static func uniquePlaces<Key: Hashable>(
    _ indices: [Int], _ keys: (Int) -> [Key], _ slots: [Key: Int], count: Int
  ) -> [Int?] {
    var places: [Int?] = Array(repeating: nil, count: count)
    var isShared = Array(repeating: false, count: count)
    for index in indices {
      for key in keys(index) {
        guard let slot = slots[key] else { continue }
        if let place = places[slot], place != index { isShared[slot] = true }
        places[slot] = index
      }
    }
    return zip(places, isShared).map { $1 ? nil : $0 }
  }
}
