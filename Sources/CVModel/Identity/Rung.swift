/// A step of the ladder that matches two entries.
package enum Rung: String, Hashable, Sendable, Codable, CaseIterable {
  /// The same kind and ID.
  case id
  /// A shared DOI, arXiv ID, ISBN or repository.
  case identifier
  /// Every field is the same.
  case content
  /// The same title, with people, date or venue that agree.
  case title
  /// Another kind, with most fields unchanged.
  case move
  /// The best assignment by title words, people, venue and date.
  case similarity
  /// A word that only the two IDs have, and the same people.
  case idWord = "id-word"

  /// Whether the match is a guess, and marked as one.
  package var isGuess: Bool { self == .similarity || self == .idWord }

  /// For `--explain`: how the two were matched.
  package var explanation: String {
    switch self {
    case .id: "the same kind and ID"
    case .identifier: "they share an identifier"
    case .content: "every field is the same"
    case .title: "the same title, and people, date or venue agree"
    case .move: "the same name, and most fields are the same in another kind"
    case .similarity: "guessed: the best match of title words, people, venue and date"
    case .idWord: "guessed: a word that only these two IDs have, and the same people"
    }
  }
}
