/// The input of similarity: words and people as sorted numbers, which are fast to intersect.
struct Traits {
  let title: [Int32]
  let people: [Int32]
  let venue: [Int32]
  let date: PartialDate?

  /// Assigns equal numbers to equal words and people.
  struct Numbering {
    private var numbers: [String: Int32] = [:]

    mutating func traits(of candidate: Candidate) -> Traits {
      Traits(
        title: set(Similarity.distinctive(candidate.titleWords), "title"),
        people: set(candidate.others, "people"), venue: set(Set(candidate.venueWords), "venue"),
        date: candidate.date)
    }

    private mutating func set(_ texts: Set<String>, _ prefix: String) -> [Int32] {
      texts.map { text in
        let name = "\(prefix) \(text)"
        if let number = numbers[name] { return number }
        let next = Int32(numbers.count)
        numbers[name] = next
        return next
      }.sorted()
    }
  }

  /// 2·|both| / (|one| + |other|).
  static func overlap(_ left: [Int32], _ right: [Int32]) -> Double {
    let total = left.count + right.count
    guard total > 0 else { return 0 }
    var (common, row, column) = (0, 0, 0)
    while row < left.count, column < right.count {
      if left[row] == right[column] {
        (common, row, column) = (common + 1, row + 1, column + 1)
      } else if left[row] < right[column] {
        row += 1
      } else {
        column += 1
      }
    }
    return 2 * Double(common) / Double(total)
  }
}
