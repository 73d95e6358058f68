/// The longest common subsequence of two sequences, as pairs of positions.
///
/// Of equally long ones it is the one with the smallest positions in the old sequence.
struct LongestCommonSubsequence {
  let pairs: [(old: Int, new: Int)]

  /// The most cells that are compared; beyond it there is no answer.
  static let limit = 4_000_000

  /// Nil where the sequences, without their common beginning, are too long to compare.
  init?<Element: Equatable>(_ old: [Element], _ new: [Element]) {
    var start = 0
    while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
    var pairs = (0..<start).map { (old: $0, new: $0) }
    let (rows, columns) = (old.count - start, new.count - start)
    guard rows > 0, columns > 0 else {
      self.pairs = pairs
      return
    }
    guard rows * columns <= Self.limit else { return nil }
    // lengths[row][column]: of the longest common subsequence of what follows both places.
    var lengths = [Int32](repeating: 0, count: (rows + 1) * (columns + 1))
    let width = columns + 1
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for column in stride(from: columns - 1, through: 0, by: -1) {
        lengths[row * width + column] =
          old[start + row] == new[start + column]
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var (row, column) = (0, 0)
    while row < rows, column < columns, lengths[row * width + column] > 0 {
      let length = lengths[row * width + column]
      // Take the old element wherever some longest subsequence has it: at its first partner from here.
      let partner = (column..<columns).first { candidate in
        old[start + row] == new[start + candidate]
          && lengths[(row + 1) * width + candidate + 1] + 1 == length
      }
      if let partner {
        pairs.append((old: start + row, new: start + partner))
        column = partner + 1
      }
      row += 1
    }
    self.pairs = pairs
  }
}
