/// The phrases for the steps of a publication's lifecycle.
///
/// Words are in lower case without hyphens. `a|b` is a choice, and a word in brackets is optional.
enum StatusPhrases {
  /// The steps from first to last. Of several phrases in a row, the last step counts.
  static let steps: [(label: String, phrases: [String])] = [
    (
      "In Preparation",
      [
        "in prep|preparation", "under preparation", "being prepared", "in the making",
        "work in progress", "in progress", "to be submitted", "about to be submitted",
        "soon to be submitted", "will be submitted", "planned submission", "in writing",
        "being written", "preparing for submission", "in preparation for submission",
      ]
    ),
    (
      "Submitted",
      [
        "submitted (for) (publication)", "submitted for (peer) review",
        "submitted for consideration", "submitted for possible publication",
        "submitted for presentation", "in submission", "under submission", "on submission",
        "awaiting decision", "awaiting review", "awaiting peer review", "pending review",
      ]
    ),
    (
      "Under Review",
      [
        "under|in (peer|editorial|external|double) (blind) review", "under|in re review",
        "under|in second|third|2nd|3rd|first|1st (round) (of) (peer) review",
        "under consideration", "under evaluation", "under refereeing", "being reviewed",
        "being refereed", "with referees|reviewers",
        "resubmitted (with|after|following) (minor|major) (revision|revisions)", "re submitted",
        "submitted with|after|following (minor|major) revision|revisions|changes",
        "revised manuscript|version|paper under|in review",
        "revision|revisions under|in review", "revision|revisions submitted|resubmitted",
        "revised and submitted", "revised version submitted", "revised manuscript submitted",
      ]
    ),
    (
      "Minor Revision",
      [
        "(under|in) minor revision|revisions (requested|invited|required|requested)",
        "minor r and r", "minor changes requested",
        "accept|acceptable after minor revision|revisions",
      ]
    ),
    (
      "Major Revision",
      [
        "(under|in) (major) revision|revisions (requested|invited|required)",
        "revision|revisions in progress", "under|in second|third|2nd|3rd (round) (of) revision",
        "revise|revised and resubmit|resubmitted", "revise resubmit", "r and r", "rnr",
        "second|2nd|third|3rd|conditional r and r", "invited to revise and resubmit",
        "invited revise and resubmit", "reject and resubmit", "rejected and resubmit",
        "returned for (minor|major) revision|revisions", "revising", "being revised",
        "revise and resubmit requested|invited", "revision|revisions requested|invited by",
      ]
    ),
    (
      "Conditionally Accepted",
      [
        "conditionally|provisionally|tentatively accepted|accept (for) (publication)",
        "conditional|provisional acceptance|accept",
        "accepted conditionally|provisionally", "accepted in principle",
        "accepted (for) (publication) pending|with|subject|conditional (to|on|upon) (the) (minor|major|some) revision|revisions|changes|corrections|modifications",
      ]
    ),
    (
      "Accepted",
      [
        "accepted (manuscript|paper|article|version) (for) (publication|presentation)",
        "accepted for oral|poster (presentation)", "to appear (soon|shortly)", "will appear",
        "appearing", "forthcoming", "to be published|presented|printed (soon|shortly)",
        "will be published|presented", "soon to be published", "soon to appear",
        "pending|awaiting publication", "due to appear", "scheduled to appear",
        "just accepted", "accepted and to appear",
      ]
    ),
    (
      "In Press",
      [
        "in press", "inpress", "at press", "in the press", "article|articles in press",
        "(published|available|epub|first) (online) ahead of print", "e pub (online) ahead of print",
        "(published) online first", "onlinefirst", "published online first",
        "early access (article)", "early view", "earlyview", "early online", "online early",
        "advance access", "advanced access", "advance article", "advance online (publication)",
        "advanced online publication", "(published) online in advance (of) (print)",
        "(article|articles|published) in advance", "prepublished", "in production",
        "in proof|proofs",
        "corrected proof", "latest articles", "in printing", "being printed",
      ]
    ),
    ("Rejected", ["rejected", "desk rejected"]),
    ("Withdrawn", ["withdrawn (by) (the) (author|authors)"]),
    ("Retracted", ["retracted"]),
  ]

  /// Steps that must be the whole text, since the words are common.
  static let exits: Set<String> = ["Rejected", "Withdrawn", "Retracted"]

  /// Words that may precede a phrase without changing it.
  static let openings: Set<String> = [
    "currently", "now", "recently", "presently", "still", "already", "the", "this", "paper",
    "manuscript", "article", "chapter", "book", "work", "is", "has", "been", "was", "status",
    "preprint", "draft", "new", "newly", "also", "version", "are", "full", "short", "poster",
    "abstract", "invited", "as", "of", "publication", "proposal", "monograph", "report",
  ]

  /// Words that may follow a phrase: `accepted manuscript`, `to appear soon`.
  static let endings: Set<String> = [
    "manuscript", "paper", "article", "version", "chapter", "soon", "shortly", "now",
  ]

  /// biblatex's keys of `pubstate`.
  static let states: [String: String] = [
    "inpreparation": "In Preparation", "submitted": "Submitted", "forthcoming": "Accepted",
    "inpress": "In Press", "prepublished": "In Press", "published": "Published",
    "accepted": "Accepted", "underreview": "Under Review",
  ]
}

/// The phrases as a tree of words, built once.
struct StatusPhraseTree: Sendable {
  /// The node of a word: the possible next words, and the step that ends there.
  private struct Node: Sendable {
    var next: [String: Int] = [:]
    var step: Int?
  }

  private var nodes = [Node()]

  static let shared = StatusPhraseTree()

  private init() {
    for (step, group) in StatusPhrases.steps.enumerated() {
      for phrase in group.phrases { insert(phrase.split(separator: " ").map(String.init), step) }
    }
  }

  private mutating func insert(_ words: [String], _ step: Int) {
    var ends: Set<Int> = [0]
    for word in words {
      let isOptional = word.hasPrefix("(")
      let choices = word.filter { $0 != "(" && $0 != ")" }.split(separator: "|").map(String.init)
      var reached: Set<Int> = isOptional ? ends : []
      for node in ends.sorted() {
        for choice in choices { reached.insert(child(of: node, choice)) }
      }
      ends = reached
    }
    for node in ends.sorted() where node != 0 && nodes[node].step == nil { nodes[node].step = step }
  }

  private mutating func child(of node: Int, _ word: String) -> Int {
    if let child = nodes[node].next[word] { return child }
    nodes.append(Node())
    nodes[node].next[word] = nodes.count - 1
    return nodes.count - 1
  }

  /// The longest phrase that begins at a word.
  func match(_ tokens: ArraySlice<StatusText.Token>) -> (step: Int, count: Int)? {
    var node = 0
    var best: (step: Int, count: Int)?
    for (offset, token) in tokens.enumerated() {
      guard token.isWord, let next = nodes[node].next[token.text] else { break }
      node = next
      if let step = nodes[node].step { best = (step, offset + 1) }
    }
    return best
  }
}
