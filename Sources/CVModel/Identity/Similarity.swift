/// How alike two entries are, from 0 to 1; the score behind the last rung of the ladder.
///
/// Weights: a title's words tell most (0.5); co-authors much, but a group writes many papers (0.3); date (0.1) and venue
/// (0.1) change with each resubmission. What one side does not have counts for neither. Below the threshold of 0.55, or
/// with fewer than a quarter of the title's words in common, two entries are two: of the same authors' papers of one
/// year, most share a venue and no words. The figures were chosen on generated histories (`make bench`).
struct Similarity {
  static let threshold = 0.55
  static let leastTitle = 0.25

  let score: Double

  init(_ old: Candidate, _ new: Candidate) {
    let title = Self.overlap(Self.telling(old.titleWords), Self.telling(new.titleWords))
    var sum = 0.5 * title
    var weight = 0.5
    if !old.others.isEmpty || !new.others.isEmpty {
      sum += 0.3 * Self.overlap(old.others, new.others)
      weight += 0.3
    }
    if let before = old.date, let after = new.date {
      sum += 0.1 * max(0, 1 - Double(abs(before.year - after.year)) / 3)
      weight += 0.1
    }
    if !old.venueWords.isEmpty, !new.venueWords.isEmpty {
      sum += 0.1 * Self.overlap(Set(old.venueWords), Set(new.venueWords))
      weight += 0.1
    }
    score = title < Self.leastTitle ? 0 : sum / weight
  }

  /// Words that stand in too many titles to tell two apart.
  private static let commonWords: Set<String> = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "of", "on", "or", "the",
    "to", "via", "with", "using", "towards", "toward",
  ]

  static func telling(_ words: [String]) -> Set<String> {
    let telling = Set(words).subtracting(commonWords)
    return telling.isEmpty ? Set(words) : telling
  }

  /// 2·|both| / (|one| + |other|).
  private static func overlap(_ left: Set<String>, _ right: Set<String>) -> Double {
    let total = left.count + right.count
    return total == 0 ? 0 : 2 * Double(left.intersection(right).count) / Double(total)
  }
}
