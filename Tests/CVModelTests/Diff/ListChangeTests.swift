import CVModel
import Testing

/// Lists of texts: added, removed, moved and edited items.
struct ListChangeTests {
  private func change(_ old: [String], _ new: [String], _ field: String = "highlights") throws
    -> FieldChange
  {
    try fieldChange(
      "education", ["area": "A", field: .list(old.map(Plain.scalar))],
      ["area": "A", field: .list(new.map(Plain.scalar))])
  }

  @Test func `an item is added`() throws {
    let change = try change(["a"], ["b", "a"])
    #expect(change.words == "added detail")
    #expect(change.itemWords == ["added →0 b"])
  }

  @Test func `an item is removed`() throws {
    let change = try change(["a", "b"], ["b"])
    #expect(change.words == "removed detail")
    #expect(change.itemWords == ["removed 0→ a"])
  }

  @Test func `an item at another position was moved, not removed and added`() throws {
    let change = try change(["A", "B", "C", "D"], ["D", "A", "B", "C"])
    #expect(change.words == "reordered cosmetic")
    #expect(change.itemWords == ["moved 3→0 D D"])
  }

  @Test func `of several longest subsequences, the one with the smallest old positions is kept`()
    throws
  {
    #expect(try change(["A", "B"], ["B", "A"]).itemWords == ["moved 1→0 B B"])
    #expect(try change(["A", "A", "B"], ["A"]).itemWords == ["removed 1→ A", "removed 2→ B"])
    #expect(try change(["B", "A", "A"], ["A"]).itemWords == ["removed 0→ B", "removed 2→ A"])
  }

  @Test func `the same item twice is two items`() throws {
    let change = try change(["a", "a", "b"], ["a", "b", "b"])
    #expect(change.itemWords == ["added →2 b", "removed 1→ a"])
  }

  @Test func `an item with half of its words kept was edited`() throws {
    let change = try change(["one two three four"], ["one two five six"])
    #expect(change.words == "edited detail")
    #expect(change.itemWords == ["edited 0→0 one two three four one two five six"])
  }

  @Test func `an item with less than half of its words kept is another one`() throws {
    let change = try change(["one two three four five"], ["one two six seven eight"])
    #expect(
      change.itemWords == [
        "added →0 one two six seven eight", "removed 0→ one two three four five",
      ])
  }

  @Test func `the best pairs are made first`() throws {
    let change = try change(["a b c d"], ["a b x y", "a b c z"])
    #expect(change.itemWords == ["added →0 a b x y", "edited 0→1 a b c d a b c z"])
  }

  @Test func `the same words in other markup are cosmetic`() throws {
    let change = try change(["built **Lux**"], ["Built Lux."])
    #expect(change.words == "restated cosmetic")
  }

  @Test func `an award is news`() throws {
    #expect(try change(["A"], ["A", "Best Paper"], "honours").words == "added headline")
    let change = try fieldChange(
      "publications", ["title": "A"], ["title": "A", "awards": ["Best Paper"]])
    #expect(change.words == "set headline")
  }

  @Test func `a list is set and cleared`() throws {
    #expect(
      try fieldChange("education", ["area": "A"], ["area": "A", "highlights": ["a"]]).words
        == "set detail")
    #expect(
      try fieldChange("education", ["area": "A", "highlights": ["a"]], ["area": "A"]).words
        == "cleared detail")
  }

  @Test func `more than 200 unpaired items are not paired, and marked`() throws {
    let old = (0..<201).map { "item number \($0) of the old list" }
    let new = (0..<201).map { "item number \($0) of the new list" }
    let long = try change(old, new)
    #expect(long.isUnpaired == true)
    #expect(long.itemWords.count == 402)
    let short = try change(Array(old.dropLast()), Array(new.dropLast()))
    #expect(short.isUnpaired == nil)
    #expect(Set(short.items?.map(\.effect) ?? []) == [.edited])
  }

  @Test func `a long list in another order is only reordered`() throws {
    let items = (0..<300).map { "item \($0)" }
    let change = try change(items, items.reversed())
    #expect(change.isUnpaired == nil)
    #expect(change.words == "reordered cosmetic")
  }

  @Test func `a very long list with one item less has one removed item`() throws {
    let items = (0..<5_000).map { "item \($0)" }
    let change = try change(["first"] + items + ["last"], items + ["last"])
    #expect(change.itemWords == ["removed 0→ first"])
  }

  @Test func `tags in another order are cosmetic`() throws {
    let change = try fieldChange(
      "media", ["outlet": "A", "tags": ["a", "b"]], ["outlet": "A", "tags": ["b", "a"]])
    #expect(change.words == "reordered cosmetic")
  }
}
