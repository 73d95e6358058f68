/// The longest common subsequence of two sequences, as pairs of positions.
///
/// Of several, it is the one with the smallest positions in the old sequence. Sequences that are
/// too long for the exact method get a common subsequence found in n·log n steps: the longest one
/// that pairs the first of equal elements with the first, the second with the second.
package struct LongestCommonSubsequence {
  package let pairs: [(old: Int, new: Int)]

  /// The maximum number of cells to compare: a few milliseconds, and 16 MB.
  package static let limit = 4_000_000

  package init<Element: Hashable>(_ old: [Element], _ new: [Element]) {
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    let beginning = (0..<start).map { (old: $0, new: $0) }
    let (old, new) = Self.numbered(old[start...], new[start...])
    let rest =
      old.count * new.count <= Self.limit
      ? Self.exact(old, new) : Self.approximate(old, new)
    pairs = beginning + rest.map { (old: $0.old + start, new: $0.new + start) }
  }

  /// Replaces equal elements by equal numbers, which are faster to compare.
  private static func numbered<Element: Hashable>(
    _ old: ArraySlice<Element>, _ new: ArraySlice<Element>
  ) -> ([Int32], [Int32]) {
    if old.isEmpty || new.isEmpty { return ([], []) }
    var numbers: [Element: Int32] = [:]
    func number(_ element: Element) -> Int32 {
      if let number = numbers[element] { return number }
      let next = Int32(numbers.count)
      numbers[element] = next
      return next
    }
    return (old.map(number), new.map(number))
  }

  private static func exact(_ old: [Int32], _ new: [Int32]) -> [(old: Int, new: Int)] {
    let (rows, columns, width) = (old.count, new.count, new.count + 1)
    guard rows > 0, columns > 0 else { return [] }
    // lengths[row][column] is the length for the suffixes from these positions.
    var lengths = [Int32](repeating: 0, count: (rows + 1) * width)
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for column in stride(from: columns - 1, through: 0, by: -1) {
        lengths[row * width + column] =
          old[row] == new[column]
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var pairs: [(old: Int, new: Int)] = []
    var (row, column) = (0, 0)
    while row < rows, column < columns, lengths[row * width + column] > 0 {
      let length = lengths[row * width + column]
      // Take the old element if it is in some longest subsequence, with its first possible partner.
      let partner = (column..<columns).first { candidate in
        old[row] == new[candidate] && lengths[(row + 1) * width + candidate + 1] + 1 == length
      }
      if let partner {
        pairs.append((old: row, new: partner))
        column = partner + 1
      }
      row += 1
    }
    return pairs
  }

  /// Only the length, for two short sequences.
  package static func length(_ old: [Int32], _ new: [Int32]) -> Int {
    var lengths = [Int](repeating: 0, count: new.count + 1)
    for element in old {
      var diagonal = 0
      for column in 0..<new.count {
        let above = lengths[column + 1]
        lengths[column + 1] =
          element == new[column] ? diagonal + 1 : max(above, lengths[column])
        diagonal = above
      }
    }
    return lengths[new.count]
  }

  /// Pairs equal elements in order, and takes the longest run of these pairs that keeps both
  /// orders.
  private static func approximate(_ old: [Int32], _ new: [Int32]) -> [(old: Int, new: Int)] {
    var places: [Int32: [Int]] = [:]
    for (index, element) in new.enumerated().reversed() {
      places[element, default: []].append(index)
    }
    var candidates: [(old: Int, new: Int)] = []
    for (index, element) in old.enumerated() {
      if let place = places[element]?.popLast() { candidates.append((index, place)) }
    }
    return longestRun(candidates)
  }

  /// The longest subsequence whose new positions increase. Source: patience sorting, Fredman 1975.
  private static func longestRun(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    var tails: [Int] = []
    var previous = [Int?](repeating: nil, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[tails[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      previous[index] = low > 0 ? tails[low - 1] : nil
      if low < tails.count { tails[low] = index } else { tails.append(index) }
    }
    var run: [(old: Int, new: Int)] = []
    var next = tails.last
    while let index = next {
      run.append(pairs[index])
      next = previous[index]
    }
    return run.reversed()
  }
}
