internal import Text

/// The similarity of unpaired items of two lists: 2·LCS / (words of both), ignoring markup and
/// case.
struct ItemSimilarity {
  private let old: [Int: Words]
  private let new: [Int: Words]

  /// The words of an item as numbers, in the item's order and sorted.
  private struct Words {
    let inOrder: [Int32]
    let sorted: [Int32]
  }

  /// The maximum number of steps to compare all pairs: a few hundredths of a second.
  static let limit = 20_000_000

  /// Nil if there is too much to compare: more than 200 items on a side, or items with very many
  /// words.
  init?(_ oldItems: [Plain], _ freeOld: [Int], _ newItems: [Plain], _ freeNew: [Int]) {
    guard max(freeOld.count, freeNew.count) <= ListComparison.pairingLimit else { return nil }
    var numbers: [String: Int32] = [:]
    func words(_ item: Plain) -> Words {
      let text = item.text ?? Bullet(item).map { ([$0.text] + $0.nested).joined(separator: " ") }
      let inOrder = (text?.comparedWords ?? []).map { word -> Int32 in
        if let number = numbers[word] { return number }
        let next = Int32(numbers.count)
        numbers[word] = next
        return next
      }
      return Words(inOrder: inOrder, sorted: inOrder.sorted())
    }
    old = Dictionary(freeOld.map { ($0, words(oldItems[$0])) }) { first, _ in first }
    new = Dictionary(freeNew.map { ($0, words(newItems[$0])) }) { first, _ in first }
    if steps > Self.limit { return nil }
  }

  /// An upper bound on the number of steps for all scores.
  private var steps: Int {
    let (before, after) = (old.values.map(\.sorted), new.values.map(\.sorted))
    let (oldWords, newWords) = (
      before.reduce(0) { $0 + $1.count }, after.reduce(0) { $0 + $1.count }
    )
    let bags = oldWords * after.count + newWords * before.count
    if bags > Self.limit { return bags }
    if oldWords * newWords <= Self.limit { return oldWords * newWords }
    var cells = bags
    for mine in before {
      for theirs in after where Self.bound(mine, theirs) >= ListComparison.threshold {
        cells += mine.count * theirs.count
      }
    }
    return cells
  }

  /// The score from 0 to 1; 0 if the items cannot reach the threshold with their words in any
  /// order.
  func score(_ oldIndex: Int, _ newIndex: Int) -> Double {
    guard let mine = old[oldIndex], let theirs = new[newIndex],
      Self.bound(mine.sorted, theirs.sorted) >= ListComparison.threshold
    else { return 0 }
    let common = LongestCommonSubsequence.length(mine.inOrder, theirs.inOrder)
    return 2 * Double(common) / Double(mine.inOrder.count + theirs.inOrder.count)
  }

  /// The score if order did not matter.
  private static func bound(_ left: [Int32], _ right: [Int32]) -> Double {
    guard !left.isEmpty, !right.isEmpty else { return 0 }
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
    return 2 * Double(common) / Double(left.count + right.count)
  }
}
