/// The pairs of titles that share enough words, found by word: titles that share none are never
/// compared.
struct TitleBlocks {
  /// An old and a new index in the lists of titles, with the overlap of the titles.
  struct Pair {
    let old: Int
    let new: Int
    let overlap: Double
  }

  /// The maximum number of word matches to count; words in very many titles are dropped first,
  /// since they distinguish nothing.
  private static let mostMeetings = 20_000_000
  /// The maximum number of pairs to compare in detail; if there are more, titles must share more
  /// words.
  private static let mostPairs = 200_000

  let pairs: [Pair]

  /// Pairs titles, each a set of words, whose overlap is at least `least`.
  init(old: [[Int32]], new: [[Int32]], least: Double) {
    var placesOfNew: [Int32: [Int]] = [:]
    for (place, words) in new.enumerated() {
      for word in words { placesOfNew[word, default: []].append(place) }
    }
    for word in Self.wordsInTooMany(old, placesOfNew) { placesOfNew[word] = nil }
    var shared = [Int](repeating: 0, count: new.count)
    var pairs: [Pair] = []
    for (oldPlace, words) in old.enumerated() {
      var met: [Int] = []
      for word in words {
        for place in placesOfNew[word] ?? [] {
          if shared[place] == 0 { met.append(place) }
          shared[place] += 1
        }
      }
      for place in met.sorted() {
        let overlap = 2 * Double(shared[place]) / Double(words.count + new[place].count)
        if overlap >= least { pairs.append(Pair(old: oldPlace, new: place, overlap: overlap)) }
        shared[place] = 0
      }
    }
    var least = least
    while pairs.count > Self.mostPairs, least <= 1 {
      least += 0.25
      pairs.removeAll { $0.overlap < least }
    }
    self.pairs = pairs
  }

  /// The most frequent words that must be dropped to stay below the limit.
  private static func wordsInTooMany(
    _ old: [[Int32]], _ placesOfNew: [Int32: [Int]]
  ) -> [Int32] {
    var countOfOld: [Int32: Int] = [:]
    for word in old.joined() { countOfOld[word, default: 0] += 1 }
    let meetings = countOfOld.map { word, count in
      (word: word, count: count * (placesOfNew[word]?.count ?? 0))
    }
    var total = meetings.reduce(0) { $0 + $1.count }
    guard total > mostMeetings else { return [] }
    var result: [Int32] = []
    // Words with the same frequency are kept or dropped together, so that both directions of a diff
    // drop the same.
    for (count, words) in Dictionary(grouping: meetings, by: \.count).sorted(by: { $0.key > $1.key }
    )
    where total > mostMeetings {
      result += words.map(\.word)
      total -= count * words.count
    }
    return result
  }
}
