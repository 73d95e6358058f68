/// The candidate that was most likely meant by a word; nil if none is similar.
///
/// A candidate is similar if its edit distance (insertions, deletions, replacements, swaps of
/// neighbors) is at most a third of the word's length, and at most three; case is ignored. If there
/// is none, the only candidate with the word as a prefix of at least three letters: an incomplete
/// word.
package func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = String(word.lowercased().unicodeScalars.prefix(80))
  let length = wanted.unicodeScalars.count
  let limit = max(1, min(3, (length + 1) / 3))
  let distance = EditDistance(from: wanted)
  var best: (distance: Int, candidate: String)?
  var longer: [String] = []
  for candidate in candidates {
    let other = String(candidate.lowercased().unicodeScalars.prefix(80))
    if length >= 3, other.hasPrefix(wanted) { longer.append(candidate) }
    guard let found = distance(to: other, limit: limit) else { continue }
    if best.map({ found < $0.distance }) ?? true { best = (found, candidate) }
  }
  return best?.candidate ?? (longer.count == 1 ? longer[0] : nil)
}
