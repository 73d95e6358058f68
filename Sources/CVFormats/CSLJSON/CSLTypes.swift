/// The 45 types of CSL 1.0.2, with our types of publications.
enum CSLTypes {
  /// A CSL type with ours. If several share one of ours, it is written as the first.
  static let all: [(csl: String, ours: String)] = [
    ("article-journal", "journal"),
    ("paper-conference", "conference"),
    ("article", "preprint"),
    ("book", "book"),
    ("chapter", "chapter"),
    ("thesis", "thesis"),
    ("report", "report"),
    ("dataset", "dataset"),
    ("software", "software"),
    ("patent", "patent"),
    ("document", "other"),
    ("article-magazine", "other"),
    ("article-newspaper", "other"),
    ("bill", "other"),
    ("broadcast", "other"),
    ("classic", "other"),
    ("collection", "book"),
    ("entry", "chapter"),
    ("entry-dictionary", "chapter"),
    ("entry-encyclopedia", "chapter"),
    ("event", "other"),
    ("figure", "other"),
    ("graphic", "other"),
    ("hearing", "other"),
    ("interview", "other"),
    ("legal_case", "other"),
    ("legislation", "other"),
    ("manuscript", "preprint"),
    ("map", "other"),
    ("motion_picture", "other"),
    ("musical_score", "other"),
    ("pamphlet", "other"),
    ("performance", "other"),
    ("periodical", "other"),
    ("personal_communication", "other"),
    ("post", "other"),
    ("post-weblog", "other"),
    ("regulation", "other"),
    ("review", "other"),
    ("review-book", "other"),
    ("song", "other"),
    ("speech", "other"),
    ("standard", "other"),
    ("treaty", "other"),
    ("webpage", "other"),
  ]

  /// The variables of CSL that are not read into any of our fields.
  static let variables = """
    abstract annote archive archive-place archive_collection archive_location authority call-number chair
    chapter-number citation-key citation-label citation-number collection-editor collection-number compiler composer
    container-author container-title-short contributor curator custom dimensions director division editor-translator
    editorial-director event event-place event-title executive-producer first-reference-note-number genre guest host
    illustrator interviewer journalAbbreviation jurisdiction locator medium narrator number number-of-pages
    number-of-volumes organizer original-author original-publisher original-publisher-place original-title page-first
    part-number part-title performer PMCID printing-number producer publisher-place recipient references
    reviewed-author reviewed-genre reviewed-title scale script-writer section series-creator shortTitle source
    supplement-number title-short translator version volume-title volume-title-short year-suffix categories
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  /// Types that services use although CSL does not have them.
  private static let aliases = [
    "journal-article": "article-journal", "proceedings-article": "paper-conference",
    "book-chapter": "chapter", "posted-content": "article", "dissertation": "thesis",
    "monograph": "book", "edited-book": "book", "reference-book": "book",
    "reference-entry": "entry", "proceedings": "collection", "component": "document",
    "other": "document", "preprint": "article",
  ]

  /// Our type; nil for a word that CSL does not have.
  static func type(of word: String, genre: String) -> String? {
    let folded = word.lowercased()
    let csl = aliases[folded] ?? folded
    guard let type = all.first(where: { $0.csl == csl })?.ours else { return nil }
    if csl == "speech", genre.lowercased().contains("poster") { return "poster" }
    if csl == "paper-conference", genre.lowercased().contains("workshop") { return "workshop" }
    return type
  }

  /// The CSL type as which one of ours is written.
  static func word(for type: String) -> String? { all.first { $0.ours == type }?.csl }
}
