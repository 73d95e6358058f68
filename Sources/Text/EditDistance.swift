/// The number of scalars to insert, remove, replace or swap with a neighbor to turn one word into
/// another: the optimal string alignment distance.
package struct EditDistance {
  private let word: [Unicode.Scalar]

  package init(from word: some StringProtocol) { self.word = Array(word.unicodeScalars) }

  /// The distance to another word; nil if it is over a limit.
  package func callAsFunction(to other: some StringProtocol, limit: Int) -> Int? {
    let other = Array(other.unicodeScalars)
    guard abs(other.count - word.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for (row, scalar) in word.enumerated() {
      var current = [row + 1]
      for (column, candidate) in other.enumerated() {
        let replaced = last[column] + (scalar == candidate ? 0 : 1)
        var best = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, scalar == other[column - 1], word[row - 1] == candidate {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[other.count] <= limit ? last[other.count] : nil
  }
}
