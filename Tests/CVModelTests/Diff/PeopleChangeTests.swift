import CVModel
import Testing

/// Lists of people: added, removed, respelled, and previously left out.
struct PeopleChangeTests {
  private func change(_ old: [Plain], _ new: [Plain], people: [Entry] = []) throws -> FieldChange {
    try fieldChange(
      "publications", ["title": "A", "authors": .list(old)], ["title": "A", "authors": .list(new)],
      people: people)
  }

  @Test func `completing an elision adds nobody`() throws {
    let change = try change(["Ann A", "...", "Cid C"], ["Ann A", "Bob B", "Cid C"])
    #expect(change.words == "completed detail")
    #expect(change.itemWords == ["completed →1 Bob B", "completed 1→ ..."])
  }

  @Test func `an elision may be partly completed`() throws {
    let change = try change(["Ann A", "...", "Cid C"], ["Ann A", "Bob B", "...", "Cid C"])
    #expect(change.words == "completed detail")
  }

  @Test func `et al. stands for everyone after it`() throws {
    let change = try change(["Ann A", "et al."], ["Ann A", "Bob B", "Cid C"])
    #expect(
      change.itemWords == ["completed →1 Bob B", "completed →2 Cid C", "completed 1→ et al."])
  }

  @Test func `an author in another place than an elision is added`() throws {
    let change = try change(["Ann A", "...", "Cid C"], ["Ann A", "...", "Cid C", "Dan D"])
    #expect(change.words == "added detail")
    #expect(change.itemWords == ["added →3 Dan D"])
  }

  @Test(arguments: [
    ("M. C. Jones", "Mathew C. Jones"), ("Mathew Jones", "Mathew C. Jones"),
    ("Jones, Mathew", "Mathew Jones"), ("José García", "Jose Garcia"),
    ("jean-pierre Serre", "Jean Pierre Serre"), ("van Beethoven, Ludwig", "Ludwig van Beethoven"),
  ])
  func `a name in another spelling is the same person`(_ old: String, _ new: String) throws {
    let change = try change(["Ann A", .scalar(old)], ["Ann A", .scalar(new)])
    #expect(change.words == "respelled cosmetic")
    #expect(change.itemWords == ["respelled 1→1 \(old) \(new)"])
  }

  @Test(arguments: [("M. C. Jones", "Mary D. Jones"), ("Jie Su", "Jianlin Su"), ("Ann A", "Ann B")])
  func `another name is another person`(_ old: String, _ new: String) throws {
    #expect(try change([.scalar(old)], [.scalar(new)]).words == "edited detail")
    #expect(try change([.scalar(old)], [.scalar(new)]).items?.count == 2)
  }

  @Test func `a record in people makes two names one person`() throws {
    let record = Entry(
      key: EntryKey(kind: "people", id: "ada"),
      fields: ["name": "Ada Lovelace", "aliases": ["Augusta King"]])
    let change = try change(["Augusta King"], ["Ada Lovelace"], people: [record])
    #expect(change.words == "respelled cosmetic")
  }

  @Test func `a name that two records claim is ambiguous`() throws {
    let records = ["jane", "john"].map {
      Entry(
        key: EntryKey(kind: "people", id: $0),
        fields: ["name": .scalar("\($0) smith"), "aliases": ["J. Smith"]])
    }
    let change = try change(["J. Smith", "A B"], ["Jane Smith", "A B"], people: records)
    #expect(change.words == "respelled cosmetic")
  }

  @Test func `authors in another order are a detail`() throws {
    let change = try change(
      ["Ann A", "Bob B", "Cid C", "Dan D"], ["Dan D", "Ann A", "Bob B", "Cid C"])
    #expect(change.words == "reordered detail")
    #expect(change.itemWords == ["moved 3→0 Dan D Dan D"])
  }

  @Test func `a mark on a person is an edit of that person`() throws {
    let change = try change(["Ann A", "Bob B"], [["name": "Ann A", "equal": "true"], "Bob B"])
    #expect(change.words == "edited detail")
    #expect(change.items?.count == 1)
  }

  @Test func `authors are added, removed and swapped`() throws {
    #expect(try change(["Ann A"], ["Ann A", "Bob B"]).words == "added detail")
    #expect(try change(["Ann A", "Bob B"], ["Ann A"]).words == "removed detail")
    #expect(
      try change(["Ann A", "Bob B"], ["Bob B", "Ann A"]).itemWords == ["moved 1→0 Bob B Bob B"])
  }

  @Test func `more than 200 unpaired people are not paired, and marked`() throws {
    let old = (0..<201).map { Plain.scalar("A. Family\($0)") }
    let new = (0..<201).map { Plain.scalar("Ann Family\($0)") }
    #expect(try change(old, new).isUnpaired == true)
    #expect(try change(Array(old.dropLast()), Array(new.dropLast())).words == "respelled cosmetic")
  }
}
