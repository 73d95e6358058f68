import CVModel
import Testing

/// Records as `fmt` writes them.
struct RecordFormatterTests {
  private func formatted(_ text: String, _ kind: String = "publications") throws -> String {
    let formatter = RecordFormatter(kind: Schema.builtIn[kind])
    return String(decoding: try formatter.format(Array(text.utf8)), as: UTF8.self)
  }

  @Test func `fields come in their order, each with its comments`() throws {
    let text = """
      # About this file.

      # when
      date: 1843 # the year
      x-mine: 1
      authors:
        - Ada Lovelace
        # - Charles Babbage
      # what
      title: Notes


      status: under-review
      type: journal
      # the end
      """
    #expect(
      try formatted(text) == """
        # About this file.

        # what
        title: Notes
        type: journal

        status: Under Review
        authors:
          - Ada Lovelace
          # - Charles Babbage
        # when
        date: 1843 # the year
        x-mine: 1
        # the end

        """)
  }

  @Test(arguments: [
    ("\u{FEFF}title: A\r\ntype: journal\r\n", "title: A\ntype: journal\n"),
    ("title: A  \ntype: journal\t\n\n\n", "title: A\ntype: journal\n"),
    ("title: Lux.jl: Explicit\n", "title: \"Lux.jl: Explicit\"\n"),
    ("title: A\nnote: Ranked #1 of 500\n", "title: A\nnote: \"Ranked #1 of 500\"\n"),
    ("title: A\nawards:\n  - **Best**\n", "title: A\nawards:\n  - \"**Best**\"\n"),
    ("title: A\nawards:\n  - Prize: First\n", "title: A\nawards:\n  - \"Prize: First\"\n"),
    ("title: [Re] A\n", "title: \"[Re] A\"\n"),
    ("title: [Re]\n", "title: [Re]\n"),
    ("type: journal\ntitle:A\n", "title: A\ntype: journal\n"),
    ("title: A\nstatus: to-appear # soon\n", "title: A\nstatus: To Appear # soon\n"),
    ("doi: 'https://doi.org/10.1145/3377811.3380366'\n", "doi: '10.1145/3377811.3380366'\n"),
    ("title: A\narxiv: arXiv:2303.02262v2\n", "title: A\narxiv: 2303.02262v2\n"),
    ("title: A\nnote: |\n  One.  \n\n  Two.\n", "title: A\nnote: |\n  One.  \n\n  Two.\n"),
    ("title: 'a  b'\n", "title: 'a  b'\n"),
  ])
  func `a record is formatted`(text: String, expected: String) throws {
    #expect(try formatted(text) == expected)
    #expect(try formatted(expected) == expected)
  }

  @Test(arguments: [
    ("title: A\ntitle: B\n", "duplicate key \"title\", first given on line 1"),
    ("title: \"A\n", "quote is not closed"), ("- a\n", "the record is not a mapping"),
    ("# nothing\n", "the record is empty"),
    ("<<<<<<< ours\ntitle: A\n", "unresolved merge conflict"),
  ])
  func `a fault that only its author can correct is reported`(text: String, message: String) {
    let error = #expect(throws: RecordFault.self) { try formatted(text) }
    #expect(error?.message == message)
  }
}
