internal import Text

/// Finds works that are in several sources: a work in a later source is a duplicate if an
/// identifier, or title and first author, match.
package struct WorkKeys: Sendable {
  private var keys: Set<String> = []

  package init() {}

  /// Adds an entry; returns false if its work is already present. An unreadable entry, `nil`, is
  /// never present.
  package mutating func insert(_ entry: Entry?) -> Bool {
    guard let entry else { return true }
    let own = Self.keys(of: entry)
    guard keys.isDisjoint(with: own) else { return false }
    keys.formUnion(own)
    return true
  }

  private static func keys(of entry: Entry) -> [String] {
    var keys: [String] = []
    for scheme in [IdentifierScheme.doi, .arxiv] {
      guard let text = entry[scheme.rawValue]?.text, let id = try? scheme.canonical(text) else {
        // A malformed identifier identifies nothing; `validate` reports it.
        continue
      }
      keys.append("\(scheme.rawValue) \(id.lowercased())")
    }
    if let title = entry["title"]?.text, let author = entry["authors"]?.items.first {
      let family = PersonName(author.personName ?? "").family.split(separator: " ").last ?? ""
      if !family.isEmpty {
        keys.append("title \(title.foldedWords.joined(separator: " ")) \(family)")
      }
    }
    return keys
  }
}
