/// How alike two entries are, from 0 to 1; the score behind the last rung of the ladder.
///
/// Weights: a title's words tell most (0.5); co-authors much, but a group writes many papers (0.3); date (0.1) and venue
/// (0.1) change with each resubmission. What one side does not have counts for neither. Below the threshold of 0.55, or
/// with fewer than a quarter of the title's words in common, two entries are two: of the same authors' papers of one
/// year, most share a venue and no words.
struct Similarity {
  static let threshold = 0.55
  static let leastTitle = 0.25

  let score: Double

  /// Compares all but the titles, whose overlap is known.
  init(_ old: Traits, _ new: Traits, title: Double) {
    var sum = 0.5 * title
    var weight = 0.5
    if !old.people.isEmpty || !new.people.isEmpty {
      sum += 0.3 * Traits.overlap(old.people, new.people)
      weight += 0.3
    }
    if let before = old.date, let after = new.date {
      sum += 0.1 * max(0, 1 - Double(abs(before.year - after.year)) / 3)
      weight += 0.1
    }
    if !old.venue.isEmpty, !new.venue.isEmpty {
      sum += 0.1 * Traits.overlap(old.venue, new.venue)
      weight += 0.1
    }
    score = title < Self.leastTitle ? 0 : sum / weight
  }

  /// Words that stand in too many titles to tell two apart.
  private static let commonWords: Set<String> = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "is", "of", "on", "or", "the",
    "to", "via", "with", "using", "towards", "toward",
  ]

  /// The most words of a title that are compared.
  private static let mostWords = 64

  /// The words of a title that tell it from others; all of them where none does.
  static func telling(_ words: [String]) -> Set<String> {
    let words = words.prefix(mostWords)
    let telling = Set(words).subtracting(commonWords)
    return telling.isEmpty ? Set(words) : telling
  }
}
