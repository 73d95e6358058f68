/// The examples that `cvgit init` writes. Each is valid; comments show further fields.
enum ExampleRecords {
  /// The kinds that a new CV has a section for by default.
  static let commonKinds = [
    "education", "experience", "publications", "software", "presentations", "service", "awards",
    "skills",
  ]

  /// `cv.yaml`, with a section for each of these kinds.
  static func document(kinds: [String]) -> String {
    let sections = kinds.map { "  - kind: \($0)\n" }.joined()
    return """
      # The document: its sections, in order. A section may have its own "heading:".
      sections:
      \(sections)
      """
  }

  /// Comments in `profile.yaml` that show further fields.
  static let profileNotes = [
    "# headline: [Postdoctoral Researcher, Example University]",
    "# url: https://example.org",
    "# orcid: 0000-0002-1825-0097",
    "# accounts: {github: name}",
    "# metrics: {citations: 550+}",
    "# private: [phone, address]   # kept here, but left out of everything meant for others",
  ]

  /// One example for each common kind.
  ///
  /// - Parameter owner: the name as written in a list of authors.
  static func all(owner: String) -> [(kind: String, text: String)] {
    [
      ("education", education), ("experience", experience),
      ("publications", publication(owner)), ("software", software),
      ("presentations", presentation), ("service", service),
      ("awards", award), ("skills", skill),
    ]
  }

  private static let education = """
    # The file name is the ID of the entry: rename the file when you replace the example.
    degrees: [Ph.D. in Computer Science]
    institution: Example University
    location: Cambridge, MA
    start: 2020-09          # a year, a month 2020-09, a day 2020-09-01, or Fall 2020
    expected: 2099-05       # or "end: 2025-05" once it is over
    # score: 4.9/5.0
    # advisors: [Alan Edelman]
    tags: [example]

    """

  private static let experience = """
    organization: Example Laboratories
    position: Research Intern
    location: Berlin
    start: 2023-06
    end: 2023-08            # or present
    highlights:
      - "Quote text that contains a colon: like this."
      - Write **bold**, *italic*, `code`, $x^2$ and [links](https://example.org).
    tags: [example]

    """

  private static func publication(_ owner: String) -> String {
    """
    title: "An Example Paper: How a Title With a Colon Is Written"
    type: preprint          # journal, conference, workshop, book, chapter, thesis, …
    status: Under Review    # then Accepted, Published, …; "cvgit diff" shows each step
    authors: [\(owner), Emmy Noether, ..., Sofya Kovalevskaya]
    date: 2024-05
    # venue: Journal of Examples
    # doi: 10.1145/3377811.3380366
    tags: [example]

    """
  }

  private static let software = """
    name: example.jl
    summary: What it does, in a sentence.
    technologies: [Julia]
    repository: https://github.com/example/example.jl
    # stars: 550+
    tags: [example]

    """

  private static let presentation = """
    title: An Example Talk
    event: [Example Conference]
    type: contributed       # invited, keynote, poster, tutorial, panel, seminar
    date: 2024
    # publication: publications/example
    tags: [example]

    """

  private static let service = """
    organization: Example Conference
    role: Reviewer
    counts: {2023: 4, 2024: 6}   # per year; "cvgit set service/example counts.2025=3"
    tags: [example]

    """

  private static let award = """
    title: Example Prize
    issuer: Example Society
    date: 2022
    tags: [example]

    """

  private static let skill = """
    name: Programming
    keywords: [Julia, Swift, C++]
    tags: [example]

    """
}
