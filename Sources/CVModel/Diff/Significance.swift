/// How much a change matters to a career.
package enum Significance: String, Hashable, Sendable, Codable, Comparable, CaseIterable {
  /// Spelling, order or formatting: not news.
  case cosmetic
  /// Worth knowing when updating a web page.
  case detail
  /// What you would tell a colleague.
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
