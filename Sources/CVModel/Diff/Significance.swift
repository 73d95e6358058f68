/// How much a change matters to a career.
package enum Significance: String, Hashable, Sendable, Codable, Comparable, CaseIterable {
  /// Spelling, order, formatting of the words: no event.
  case cosmetic
  /// Worth knowing when the page is updated.
  case detail
  /// What one would tell a colleague.
  case headline

  package static func < (left: Significance, right: Significance) -> Bool {
    left.rank < right.rank
  }

  package var rank: Int {
    switch self {
    case .cosmetic: 0
    case .detail: 1
    case .headline: 2
    }
  }
}
