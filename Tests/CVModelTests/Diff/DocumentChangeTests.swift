import CVModel
import Testing

/// Sections are compared by kind, with their settings.
struct DocumentChangeTests {
  private func change(_ old: [Plain], _ new: [Plain]) throws -> FieldChange {
    try fieldChange("document", ["sections": .list(old)], ["sections": .list(new)])
  }

  private let education: Plain = ["kind": "education", "heading": "Education"]
  private let papers: Plain = ["kind": "publications", "heading": "Papers", "limit": "5"]

  @Test func `a section is added and removed`() throws {
    #expect(try change([education], [papers, education]).itemWords == ["added →0 publications"])
    #expect(try change([papers, education], [education]).itemWords == ["removed 0→ publications"])
  }

  @Test func `sections in another order are a change of the document`() throws {
    let change = try change([education, papers], [papers, education])
    #expect(change.words == "reordered detail")
    #expect(change.itemWords == ["moved 1→0 publications"])
  }

  @Test func `a setting changes`() throws {
    let change = try change(
      [education, papers],
      [education, ["kind": "publications", "heading": "Selected", "intro": "I"]])
    #expect(change.words == "edited detail")
    #expect(
      change.itemWords == [
        "changed publications.heading Papers Selected", "set publications.intro I",
        "cleared publications.limit 5",
      ])
  }

  @Test func `a second section of one kind is told from the first`() throws {
    let change = try change([papers], [papers, ["kind": "publications", "heading": "More"]])
    #expect(change.itemWords == ["added →1 publications 2"])
  }
}
