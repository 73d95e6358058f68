internal import CVModel
internal import Text

/// Facts about a publication that its source expresses in words.
enum PublicationWords {
  /// Whether a venue is a preprint server, which determines the type, but never a status.
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
  /// Sets the type of a publication if the source has none.
  mutating func implyPublicationType() {
    let venue = self["venue"]?.text ?? ""
    let isPreprint =
      self["arxiv"] != nil && venue.isEmpty || PublicationWords.isPreprintServer(venue)
    imply("type", isPreprint ? "preprint" : "other")
  }
}
