internal import CVModel

/// What the words of a source say about a publication.
enum PublicationWords {
  /// True for a venue that is a server of preprints: it makes the type, never a status.
  static func isPreprintServer(_ venue: String) -> Bool {
    let words = venue.foldedWords
    return preprintServers.contains { server in
      words.first == server || words.joined().hasPrefix(server)
    }
  }

  private static let preprintServers: Set<String> = [
    "arxiv", "biorxiv", "medrxiv", "chemrxiv", "psyarxiv", "socarxiv", "ssrn", "preprints",
    "techrxiv", "eartharxiv", "osf",
  ]
}

extension EntryDraft {
  /// Gives a publication a type if the source has none.
  mutating func implyPublicationType() {
    let venue = self["venue"]?.text ?? ""
    let isPreprint =
      self["arxiv"] != nil && venue.isEmpty || PublicationWords.isPreprintServer(venue)
    imply("type", isPreprint ? "preprint" : "other")
  }
}
