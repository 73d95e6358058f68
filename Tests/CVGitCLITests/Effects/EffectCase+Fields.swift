extension EffectCase {
  /// Every effect on a field of an entry.
  static let fields: [EffectCase] = statuses + periods + people + lists + numbers + values

  private static let statuses: [EffectCase] = [
    .paper("status-forward", "status: Under Review", "status: Accepted\nnote: To Appear"),
    .paper("status-new-round", "status: Major Revision", "status: Under Review"),
    .paper("status-exit", "status: Under Review", "status: Rejected"),
    .paper("status-backward", "status: Published", "status: Accepted"),
    .paper("status-set", "venue: Memoirs", "venue: Memoirs\nstatus: Submitted"),
    .paper("status-cleared", "status: Published", "date: 1843"),
    .paper("status-restated", "status: Accepted", "status: To Appear"),
    .paper("status-unknown", "status: Accepted", "status: Acepted"),
    .paper(
      "venue-resubmitted", "status: Under Review\nvenue: Memoirs",
      "status: Under Review\nvenue: Transactions"),
  ]

  private static let periods: [EffectCase] = [
    .position("period-began", "expected: 1844", "start: 1842-10\nexpected: 1844"),
    .position("period-ended", "start: 1842\nend: present", "start: 1842\nend: 1843-08"),
    .position("period-reopened", "start: 1842\nend: 1843-08", "start: 1842\nend: present"),
    .position(
      "period-expectation-moved", "start: 1842\nexpected: 1843-05", "start: 1842\nexpected: 1844-05"
    ),
    .position(
      "period-expectation-met", "start: 1842\nexpected: 1843-05", "start: 1842\nend: 1843-02"),
    .position(
      "period-met-as-expected", "start: 1842\nexpected: 1843-05", "start: 1842\nend: 1843-05"),
    .position("period-corrected", "start: 1842\nend: 1843-08", "start: 1842\nend: 1843-09"),
    .position("period-sharpened", "start: 1842\nend: present", "start: 1842-10\nend: present"),
    .position("period-set", "location: London", "location: London\nstart: 1842"),
    .position("period-cleared", "start: 1842\nend: 1843", "location: London"),
    .paper("date-sharpened", "date: 1843", "date: 1843-09-17"),
    .paper("date-changed", "date: Spring 1843", "date: Fall 1843"),
  ]

  private static let people: [EffectCase] = [
    .paper("people-added", "authors: [Ada Lovelace]", "authors: [Ada Lovelace, Luigi Menabrea]"),
    .paper(
      "people-removed", "authors: [Ada Lovelace, Luigi Menabrea, Charles Babbage]",
      "authors: [Ada Lovelace]"),
    .paper(
      "people-reordered", "authors: [Ada Lovelace, Luigi Menabrea, Mary Somerville, A. De Morgan]",
      "authors: [A. De Morgan, Ada Lovelace, Luigi Menabrea, Mary Somerville]"),
    .paper(
      "people-respelled", "authors: [A. Lovelace, Charles Babbage]",
      "authors: [Ada Lovelace, Charles Babbage]"),
    .paper(
      "people-completed", "authors: [Ada Lovelace, ..., Charles Babbage]",
      "authors: [Ada Lovelace, Luigi Menabrea, Mary Somerville, Charles Babbage]"),
    .paper(
      "people-completed-and-respelled", "authors: [A. Lovelace, ..., Charles Babbage]",
      "authors: [Ada Lovelace, Luigi Menabrea, Charles Babbage]"),
    .paper(
      "people-elided", "authors: [Ada Lovelace, Charles Babbage]",
      "authors: [Ada Lovelace, ..., Charles Babbage]"),
    .paper(
      "people-marked", "authors: [Ada Lovelace, Charles Babbage]",
      "authors: [{name: Ada Lovelace, equal: true}, Charles Babbage]"),
  ]

  private static let first = "Wrote the **first program**, which computes Bernoulli numbers."
  private static let second = "Translated the memoir of Menabrea from French."

  private static let lists: [EffectCase] = [
    .position(
      "list-added", "highlights:\n  - \(second)", "highlights:\n  - \(first)\n  - \(second)"),
    .position(
      "list-removed", "highlights:\n  - \(first)\n  - \(second)", "highlights:\n  - \(second)"),
    .position(
      "list-edited", "highlights:\n  - \(first)\n  - \(second)",
      "highlights:\n  - Wrote the *first published* program, which computes Bernoulli numbers.\n"
        + "  - \(second)"),
    .position(
      "list-rewritten", "highlights:\n  - \(first)",
      "highlights:\n  - Foresaw that engines would compose music."),
    .position(
      "list-moved", "highlights:\n  - \(first)\n  - \(second)\n  - Third.",
      "highlights:\n  - Third.\n  - \(first)\n  - \(second)"),
    .position(
      "list-moved-and-added", "highlights:\n  - \(first)\n  - \(second)\n  - Third.",
      "highlights:\n  - Third.\n  - \(first)\n  - \(second)\n  - Fourth."),
    .position(
      "list-markup-alone", "highlights:\n  - \(first)",
      "highlights:\n  - Wrote the first program, which computes Bernoulli numbers."),
    .paper("award-added", "date: 1843", "date: 1843\nawards: [Royal Medal]"),
    .paper("tags-added", "tags: [engines]", "tags: [engines, numbers, notes]"),
    .paper("tags-removed", "tags: [engines, numbers]", "date: 1843"),
  ]

  private static let numbers: [EffectCase] = [
    .profile("number-increased", "metrics: {citations: 400+}", "metrics: {citations: 550+}"),
    .profile("number-decreased", "metrics: {h-index: 9}", "metrics: {h-index: 8}"),
    EffectCase(
      "score-increased", "education/home.yaml",
      "degrees: [Mathematics]\ninstitution: Home\nscore: 9.8/10.0",
      "degrees: [Mathematics]\ninstitution: Home\nscore: 9.9 / 10.0"),
    EffectCase(
      "score-of-another-scale", "education/home.yaml",
      "degrees: [Mathematics]\ninstitution: Home\nscore: 9.8/10.0",
      "degrees: [Mathematics]\ninstitution: Home\nscore: 3.9/4.0"),
    EffectCase(
      "money-increased", "awards/medal.yaml", "title: Medal\namount: 100 GBP",
      "title: Medal\namount: 150 GBP"),
    EffectCase(
      "money-of-another-currency", "awards/medal.yaml", "title: Medal\namount: 100 GBP",
      "title: Medal\namount: 100 EUR"),
    EffectCase(
      "counts-per-year", "service/reviewer.yaml",
      "organization: Memoirs\nrole: Reviewer\ncounts: {1841: 1, 1842: 6, 1843: 3}",
      "organization: Memoirs\nrole: Reviewer\ncounts: {1842: 6, 1843: 5, 1844: 2}"),
  ]

  private static let values: [EffectCase] = [
    .paper("text-set", "date: 1843", "date: 1843\nvenue: Scientific Memoirs"),
    .paper("text-short", "venue: Memoirs", "venue: Transactions"),
    .paper(
      "text-edited", "abstract: The engine weaves algebraic patterns as the loom weaves flowers.",
      "abstract: The Analytical Engine weaves algebraical patterns just as the loom weaves flowers."
    ),
    .paper(
      "text-rewritten",
      "abstract: The engine weaves algebraic patterns as the loom weaves flowers.",
      "abstract: It has no pretensions whatever to originate anything at all, wherever it stands."),
    .paper("text-restated", "venue: Scientific Memoirs", "venue: \"**Scientific memoirs**\""),
    .paper(
      "text-paragraphs", "abstract: |-\n  One.\n\n  Two, which is rather long and stays as it is.",
      "abstract: |-\n  One.\n\n  Two, which is rather long and stays as it was."),
    EffectCase(
      "title-edited", "publications/notes.yaml",
      "title: Notes on the Engine, with Examples\ntype: journal\ndate: 1843",
      "title: Notes on the Analytical Engine, with Examples\ntype: journal\ndate: 1843"),
    .paper("identifier-set", "date: 1843", "date: 1843\ndoi: 10.1000/notes"),
    .paper("identifier-restated", "doi: 10.1000/notes", "doi: https://doi.org/10.1000/NOTES"),
    EffectCase(
      "choice-changed", "publications/notes.yaml", "title: Notes\ntype: preprint\ndate: 1843",
      "title: Notes\ntype: journal\ndate: 1843"),
    .paper(
      "links-changed", "links: {Code: https://example.org/a, Data: https://example.org/d}",
      "links: {Code: https://example.org/b, Talk: https://example.org/t}"),
    .paper("own-field", "x-shelf: B 12", "x-shelf: {room: 3, shelf: B 12}"),
    .paper("value-unread", "date: 1843", "date: soon"),
    .paper("key-unknown", "date: 1843", "date: 1843\nvenu: Memoirs"),
    .paper("visibility-private", "date: 1843", "date: 1843\nvisibility: private"),
    .paper("visibility-public", "date: 1843\nvisibility: private", "date: 1843"),
    .paper("order-changed", "order: 2", "order: 1"),
  ]
}
