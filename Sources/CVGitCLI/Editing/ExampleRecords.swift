/// The examples that `cvgit init` lays out. Each validates, and says in comments what else may stand there.
enum ExampleRecords {
  /// `cv.yaml`.
  static let document = """
    # The document: its sections, in their order. A section without entries is a warning.
    sections:
      - kind: education
        heading: Education
      - kind: experience
        heading: Experience
      - kind: publications
        heading: Publications
      - kind: software
      - kind: presentations
      - kind: service
      - kind: awards
      - kind: skills

    """

  /// What may be added to `profile.yaml`.
  static let profileNotes = [
    "# headline: [Postdoctoral Researcher, Example University]",
    "# url: https://example.org",
    "# orcid: 0000-0002-1825-0097",
    "# accounts: {github: name}",
    "# metrics: {citations: 550+}",
    "# private: [phone, address]   # kept here, and left out of everything that is published",
  ]

  /// An entry of each common kind; the owner's name as it stands in a list of authors.
  static func all(owner: String) -> [(path: String, text: String)] {
    [
      ("education/example.yaml", education), ("experience/example.yaml", experience),
      ("publications/example.yaml", publication(owner)), ("software/example.yaml", software),
      ("presentations/example.yaml", presentation), ("service/example.yaml", service),
      ("awards/example.yaml", award), ("skills/example.yaml", skill),
    ]
  }

  private static let education = """
    # The file's name is the entry's id: rename the file when you make it your own.
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
      - "Quote a text that holds a colon: like this one."
      - Write **bold**, *italic*, `code`, $x^2$ and [links](https://example.org).
    tags: [example]

    """

  private static func publication(_ owner: String) -> String {
    """
    title: "An Example Paper: How a Title With a Colon Is Written"
    type: preprint          # journal, conference, workshop, book, chapter, thesis, …
    status: Under Review    # then Accepted, Published, …: each step is told by "cvgit diff"
    authors: [\(owner), Ada Lovelace, ..., Charles Babbage]
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
