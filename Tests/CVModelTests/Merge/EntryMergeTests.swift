import CVModel
import Testing
import Text

/// The three-way merge of one entry.
struct EntryMergeTests {
  private func merge(
    _ base: Fields?, _ ours: Fields, _ theirs: Fields, kind: String = "publications",
    preferring side: EntryMerge.Side = .ours
  ) -> EntryMerge {
    EntryMerger(kind: Schema.builtIn[kind], people: PeopleDirectory([CV()]), preferring: side)
      .merge(base: base, ours: ours, theirs: theirs)
  }

  @Test func `a field that one side changed is taken`() {
    let base: Fields = ["title": "A", "venue": "B", "note": "C"]
    let merged = merge(
      base, ["title": "A", "venue": "B2", "note": "C"], ["title": "A2", "venue": "B"])
    #expect(merged.fields == ["title": "A2", "venue": "B2"])
    #expect(merged.conflicts.isEmpty)
  }

  @Test func `what both sides changed otherwise is a conflict, and ours stays`() throws {
    let merged = merge(["venue": "A"], ["venue": "B"], ["venue": "C"])
    #expect(merged.fields == ["venue": "B"])
    let conflict = try #require(merged.conflicts.first)
    #expect(conflict.path == ["venue"])
    #expect((conflict.base, conflict.ours, conflict.theirs) == ("A", "B", "C"))
    #expect(
      merge(["venue": "A"], ["venue": "B"], ["venue": "C"], preferring: .theirs).fields
        == ["venue": "C"])
  }

  @Test func `a field removed on one side and changed on the other is a conflict`() {
    let merged = merge(["venue": "A"], [:], ["venue": "B"])
    #expect(merged.fields == [:])
    #expect(merged.conflicts.count == 1)
  }

  @Test func `lists are merged by item`() {
    let merged = merge(
      ["tags": ["a", "b", "c"]], ["tags": ["a", "b", "c", "mine"]], ["tags": ["new", "a", "c"]])
    #expect(merged.fields == ["tags": ["new", "a", "c", "mine"]])
    #expect(merged.conflicts.isEmpty)
  }

  @Test func `an item that both sides edited is a conflict of that item`() {
    let base: Fields = ["highlights": ["Built a fast solver for stiff systems", "Led the team"]]
    let merged = merge(
      base, ["highlights": ["Built a fast solver for stiff equations", "Led the team"]],
      ["highlights": ["Built a slow solver for stiff systems", "Led the team", "Won a prize"]],
      kind: "experience")
    #expect(
      merged.fields["highlights"]
        == ["Built a fast solver for stiff equations", "Led the team", "Won a prize"])
    #expect(merged.conflicts.map(\.path) == [["highlights", "1"]])
  }

  @Test func `people are merged by who they are`() {
    let merged = merge(
      ["authors": ["A. Pal", "C. Rackauckas"]], ["authors": ["Avik Pal", "C. Rackauckas"]],
      ["authors": ["A. Pal", "Alan Edelman", "C. Rackauckas"]])
    #expect(merged.fields == ["authors": ["Avik Pal", "Alan Edelman", "C. Rackauckas"]])
    #expect(merged.conflicts.isEmpty)
  }

  @Test func `a note on a person and a new spelling go together`() {
    let merged = merge(
      ["authors": ["A. Pal", "B. Coe"]],
      ["authors": [["name": "A. Pal", "equal": "true"], "B. Coe"]],
      ["authors": ["Avik Pal", "B. Coe"]])
    #expect(merged.fields == ["authors": [["name": "Avik Pal", "equal": "true"], "B. Coe"]])
    #expect(merged.conflicts.isEmpty)
  }

  @Test func `two new orders of people are a conflict`() {
    let merged = merge(
      ["authors": ["A A", "B B", "C C"]], ["authors": ["B B", "A A", "C C"]],
      ["authors": ["C C", "A A", "B B"]])
    #expect(merged.fields == ["authors": ["B B", "A A", "C C"]])
    #expect(merged.conflicts.map(\.path) == [["authors"]])
  }

  @Test func `an order that one side changed is taken`() {
    let merged = merge(
      ["authors": ["A A", "B B"]], ["authors": ["A A", "B B", "D D"]], ["authors": ["B B", "A A"]])
    #expect(merged.fields == ["authors": ["B B", "D D", "A A"]])
    #expect(merged.conflicts.isEmpty)
  }

  @Test func `mappings are merged by key`() {
    let merged = merge(
      ["links": ["Code": "https://a.org", "Talk": "https://t.org"]],
      ["links": ["Code": "https://b.org", "Talk": "https://t.org", "Data": "https://d.org"]],
      ["links": ["Code": "https://c.org", "Talk": "https://u.org"]])
    #expect(
      merged.fields["links"]
        == ["Code": "https://b.org", "Talk": "https://u.org", "Data": "https://d.org"])
    #expect(merged.conflicts.map(\.path) == [["links", "Code"]])
  }

  @Test func `of two statuses that moved forward, the further one is taken`() {
    let merged = merge(
      ["status": "Submitted"], ["status": "Accepted"], ["status": "Published"])
    #expect(merged.fields == ["status": "Published"])
    #expect(merged.conflicts.isEmpty)
    #expect(merged.superseded.map(\.path) == [["status"]])
    let back = merge(["status": "Accepted"], ["status": "Rejected"], ["status": "Published"])
    #expect(back.fields == ["status": "Rejected"])
    #expect(back.conflicts.count == 1)
  }

  @Test func `a sharper date is taken`() {
    let merged = merge(["date": "2023"], ["date": "2024-05"], ["date": "2024"])
    #expect(merged.fields == ["date": "2024-05"])
    #expect(merged.superseded.count == 1)
    #expect(merge(["date": "2023"], ["date": "2024"], ["date": "2025"]).conflicts.count == 1)
  }

  @Test func `an identifier written in two ways is no conflict`() {
    let merged = merge(
      ["doi": "10.1000/1"], ["doi": "10.1000/182"], ["doi": "https://doi.org/10.1000/182"])
    #expect(merged.fields == ["doi": "10.1000/182"])
    #expect(merged.conflicts.isEmpty)
  }

  @Test func `without a base, what is missing is filled in, and what differs is a conflict`() {
    let merged = merge(
      nil, ["title": "A", "tags": ["a"], "links": ["Code": "https://a.org"]],
      ["title": "B", "tags": ["b"], "venue": "V", "links": ["Data": "https://d.org"]])
    #expect(
      merged.fields == [
        "title": "A", "tags": ["a"], "venue": "V",
        "links": ["Code": "https://a.org", "Data": "https://d.org"],
      ])
    #expect(merged.conflicts.map(\.path) == [["tags"], ["title"]])
  }

  @Test func `without a base, what a side hides stays hidden`() {
    let merged = merge(nil, ["private": ["email"]], ["private": ["phone"]], kind: "profile")
    #expect(Set(merged.fields["private"]?.items ?? []) == ["email", "phone"])
    #expect(merged.conflicts.isEmpty)
  }

  @Test func `without a base, people in other spellings are the same list`() {
    let merged = merge(nil, ["authors": ["R. J. Coe"]], ["authors": ["R J Coe"]])
    #expect(merged.fields == ["authors": ["R. J. Coe"]])
    #expect(merged.conflicts.isEmpty)
  }
}

/// What holds for every merge.
struct MergeLawTests {
  private func expectEverywhere(
    _ law: String, _ holds: (ThreeVersions.Entries, EntryMerger) -> Bool
  ) {
    for versions in ThreeVersions.all {
      for entry in versions.entries {
        if !holds(entry, EntryMerger(kind: entry.kind, people: entry.people)) {
          let merge = EntryMerger(kind: entry.kind, people: entry.people)
            .merge(base: entry.base, ours: entry.ours, theirs: entry.theirs)
          Issue.record(
            "\(law) fails for seed \(versions.seed), \(entry.key):\nbase \(entry.base)\nours \(entry.ours)\ntheirs \(entry.theirs)\nmerged \(merge)"
          )
          return
        }
      }
    }
  }

  @Test func `a side that changed nothing has no say`() {
    expectEverywhere("merge(b, x, b) = x, merge(b, b, x) = x, merge(b, x, x) = x") {
      entry, merger in
      merger.merge(base: entry.base, ours: entry.ours, theirs: entry.base).fields == entry.ours
        && merger.merge(base: entry.base, ours: entry.base, theirs: entry.theirs).fields
          == entry.theirs
        && merger.merge(base: entry.base, ours: entry.ours, theirs: entry.ours).fields
          == entry.ours
    }
  }

  @Test func `the sides can be exchanged`() {
    expectEverywhere("merge(b, o, t) = merge(b, t, o)") { entry, merger in
      let there = merger.merge(base: entry.base, ours: entry.ours, theirs: entry.theirs)
      let back = EntryMerger(kind: entry.kind, people: entry.people, preferring: .theirs)
        .merge(base: entry.base, ours: entry.theirs, theirs: entry.ours)
      // A spelling of one meaning is that of the side which is called ours.
      func isSame(_ name: String) -> Bool {
        let (left, right) = (there.fields[name], back.fields[name])
        guard left != right else { return true }
        let type = entry.kind?.field(named: name)?.type ?? .any
        return entry.ours[name] == left && entry.theirs[name] == right
          && (type.isScalar || type.meaning(of: left ?? "") == type.meaning(of: right ?? ""))
      }
      return there.conflicts.count == back.conflicts.count
        && Set(there.fields.sortedNames + back.fields.sortedNames).allSatisfy(isSame)
    }
  }

  @Test func `a merge that is repeated changes nothing`() {
    expectEverywhere("merge(b, merge(b, o, t), t) = merge(b, o, t)") { entry, merger in
      let once = merger.merge(base: entry.base, ours: entry.ours, theirs: entry.theirs).fields
      return merger.merge(base: entry.base, ours: once, theirs: entry.theirs).fields == once
    }
  }

  @Test func `what a side adds is in the result or reported`() {
    expectEverywhere("no text is lost") { entry, merger in
      let merge = merger.merge(base: entry.base, ours: entry.ours, theirs: entry.theirs)
      func isKept(_ side: Fields) -> Bool {
        side.allSatisfy { name, value in
          let before = Set(entry.base[name]?.texts ?? [])
          let kept = Set(merge.fields[name]?.texts ?? [])
          let reported = Set(
            (merge.conflicts + merge.superseded).filter { $0.path.first == name }
              .flatMap { ($0.ours?.texts ?? []) + ($0.theirs?.texts ?? []) })
          let type = entry.kind?.field(named: name)?.type ?? .any
          // One of two spellings of one meaning is enough.
          let isRestated =
            entry.ours[name].map { mine in
              entry.theirs[name].map { isOneMeaning(mine, $0, type) } ?? false
            } ?? false
          return isRestated
            || value.texts.allSatisfy {
              before.contains($0) || kept.contains($0) || reported.contains($0)
            }
        }
      }
      return isKept(entry.ours) && isKept(entry.theirs)
    }
  }

  private func isOneMeaning(_ left: Plain, _ right: Plain, _ type: FieldType) -> Bool {
    switch type {
    case .text, .paragraphs:
      return left.text?.wordFolded == right.text?.wordFolded
        || left.text?.lowercased() == right.text?.lowercased()
        || left.text.map { "**\($0)**" } == right.text
        || right.text.map { "**\($0)**" } == left.text
    default:
      let meaning = type.meaning(of: left)
      return meaning != nil && meaning == type.meaning(of: right)
    }
  }
}
