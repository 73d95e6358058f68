/// The candidate that was most likely meant by a word; nil if none is similar.
///
/// A candidate is similar if its edit distance (insertions, deletions, replacements, swaps of
/// neighbors) is at most a third of the word's length, and at most three; case is ignored. If there
/// is none, the only candidate with the word as a prefix of at least three letters: an incomplete
/// word.
package func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased().unicodeScalars.prefix(80))
  let limit = max(1, min(3, (wanted.count + 1) / 3))
  var best: (distance: Int, candidate: String)?
  var longer: [String] = []
  for candidate in candidates {
    let other = Array(candidate.lowercased().unicodeScalars.prefix(80))
    if wanted.count >= 3, other.starts(with: wanted) { longer.append(candidate) }
    guard abs(other.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, other)
    guard distance <= limit else { continue }
    if best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
  }
  return best?.candidate ?? (longer.count == 1 ? longer[0] : nil)
}

/// The optimal string alignment distance of two words.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 1...left.count {
    var current = [row]
    for column in 1...right.count {
      let isEqual = left[row - 1] == right[column - 1]
      var cost = min(
        last[column] + 1, current[column - 1] + 1, last[column - 1] + (isEqual ? 0 : 1))
      if row > 1, column > 1, left[row - 1] == right[column - 2],
        left[row - 2] == right[column - 1]
      {
        cost = min(cost, beforeLast[column - 2] + 1)
      }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
