/// The number of characters to insert, remove, replace or swap with a neighbor to turn one word
/// into another.
struct EditDistance {
  private let word: [Character]

  init(from word: String) { self.word = Array(word) }

  func callAsFunction(to other: String) -> Int {
    let other = Array(other)
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for (row, character) in word.enumerated() {
      var current = [row + 1]
      for (column, candidate) in other.enumerated() {
        let replaced = last[column] + (character == candidate ? 0 : 1)
        var best = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, character == other[column - 1], word[row - 1] == candidate {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[other.count]
  }
}
