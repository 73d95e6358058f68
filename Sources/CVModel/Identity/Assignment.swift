/// The one-to-one assignment with the highest total (the Hungarian method, cubic in the group's
/// size).
///
/// A pair counts by how far its score is above the threshold: two pairs that barely reach it are no
/// better than one that is certain.
enum Assignment {
  /// Larger groups are assigned greedily, best pair first.
  static let exactLimit = 200
  /// The value of a pair exactly at the threshold.
  private static let least = 0.01

  /// The chosen pairs; a turned group is solved with its sides swapped.
  static func best(_ group: [ScoredPair], isTurned: Bool) -> [ScoredPair] {
    if group.count == 1 { return group }
    let turned =
      isTurned ? group.map { ScoredPair(old: $0.new, new: $0.old, score: $0.score) } : group
    let chosen = solve(turned)
    return isTurned
      ? chosen.map { ScoredPair(old: $0.new, new: $0.old, score: $0.score) } : chosen
  }

  private static func solve(_ group: [ScoredPair]) -> [ScoredPair] {
    let rows = Set(group.map(\.old)).sorted()
    let columns = Set(group.map(\.new)).sorted()
    guard max(rows.count, columns.count) <= exactLimit else { return greedy(group) }
    let size = max(rows.count, columns.count)
    let rowIndex = Dictionary(rows.enumerated().map { ($1, $0) }) { first, _ in first }
    let columnIndex = Dictionary(columns.enumerated().map { ($1, $0) }) { first, _ in first }
    var cost = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    for pair in group {
      if let row = rowIndex[pair.old], let column = columnIndex[pair.new] {
        cost[row][column] = Similarity.threshold - pair.score - least
      }
    }
    let columnOfRow = hungarian(cost)
    return group.filter { pair in
      guard let row = rowIndex[pair.old], let column = columnIndex[pair.new] else { return false }
      return columnOfRow[row] == column
    }
  }

  private static func greedy(_ group: [ScoredPair]) -> [ScoredPair] {
    var (takenOld, takenNew): (Set<Int>, Set<Int>) = ([], [])
    return group.sorted { ($1.score, $0.old, $0.new) < ($0.score, $1.old, $1.new) }.filter { pair in
      guard !takenOld.contains(pair.old), !takenNew.contains(pair.new) else { return false }
      takenOld.insert(pair.old)
      takenNew.insert(pair.new)
      return true
    }
  }

  /// The column of each row in an assignment of minimum cost, for square matrices. Source: Kuhn
  /// 1955, in the shortest-augmenting-path form with potentials (Jonker and Volgenant 1987).
  private static func hungarian(_ cost: [[Double]]) -> [Int] {
    let size = cost.count
    var rowPotential = [Double](repeating: 0, count: size + 1)
    var columnPotential = [Double](repeating: 0, count: size + 1)
    var rowOfColumn = [Int](repeating: 0, count: size + 1)
    var previous = [Int](repeating: 0, count: size + 1)
    for row in 1...max(1, size) where size > 0 {
      rowOfColumn[0] = row
      var column = 0
      var least = [Double](repeating: .infinity, count: size + 1)
      var isUsed = [Bool](repeating: false, count: size + 1)
      repeat {
        isUsed[column] = true
        let current = rowOfColumn[column]
        var (delta, next) = (Double.infinity, 0)
        for candidate in 1...size where !isUsed[candidate] {
          let reduced =
            cost[current - 1][candidate - 1] - rowPotential[current] - columnPotential[candidate]
          if reduced < least[candidate] {
            least[candidate] = reduced
            previous[candidate] = column
          }
          if least[candidate] < delta { (delta, next) = (least[candidate], candidate) }
        }
        for index in 0...size {
          if isUsed[index] {
            rowPotential[rowOfColumn[index]] += delta
            columnPotential[index] -= delta
          } else {
            least[index] -= delta
          }
        }
        column = next
      } while rowOfColumn[column] != 0
      repeat {
        let before = previous[column]
        rowOfColumn[column] = rowOfColumn[before]
        column = before
      } while column != 0
    }
    var columnOfRow = [Int](repeating: 0, count: size)
    for column in 1...max(1, size) where size > 0 {
      columnOfRow[rowOfColumn[column] - 1] = column - 1
    }
    return columnOfRow
  }
}
