import CVModel
import Testing

/// Every entry counts once, under its most important change.
struct SummaryTests {
  private func summary(_ old: [Entry], _ new: [Entry]) -> String {
    CVDiff(from: CV(entries: old), to: CV(entries: new)).summaryText
  }

  @Test func `the counts come in a fixed order`() {
    let old = [
      entry("publications/a", Papers.lux.with(["status": "Under Review"])),
      entry("publications/b", Papers.kan.with(["status": "Submitted"])),
      entry(
        "experience/a", ["organization": "A", "position": "P", "start": "2020", "end": "present"]),
      entry("experience/b", ["organization": "B", "position": "P", "expected": "2026"]),
      entry("projects/x", ["name": "X", "summary": "S"]), entry("media/gone", ["title": "Gone"]),
      entry("media/edited", ["title": "Edited"]), entry("media/spelled", ["title": "Spelled"]),
    ]
    let new = [
      entry("publications/a", Papers.lux.with(["status": "Accepted", "note": "Oral"])),
      entry("publications/b", Papers.kan.with(["status": "Under Review"])),
      entry(
        "experience/a", ["organization": "A", "position": "P", "start": "2020", "end": "2025"]),
      entry(
        "experience/b", ["organization": "B", "position": "P", "start": "2025", "expected": "2026"]),
      entry("software/x", ["name": "X", "summary": "S"]), entry("media/come", ["title": "Come"]),
      entry("media/edited", ["title": "Edited more"]),
      entry("media/spelled", ["title": "**Spelled**"]),
    ]
    #expect(
      summary(old, new)
        == "1 added, 1 removed, 1 moved, 1 accepted, 1 under review, 1 ended, 1 began, 1 updated")
  }

  @Test func `a status is counted by its label, whatever the field is called`() {
    let kind = entry(
      "kinds/shows",
      [
        "label": ["one": "show"], "name": ["title"],
        "fields": ["title": ["type": "text"], "state": ["type": "status", "lifecycle": "grant"]],
      ])
    func cv(_ state: Plain) -> CV {
      let entries = [kind, entry("shows/a", ["title": "A", "state": state])]
      return CV(
        entries: entries, schema: Schema.builtIn.adding([kind].compactMap(Kind.init(definedBy:))))
    }
    #expect(CVDiff(from: cv("submitted"), to: cv("awarded")).summaryText == "1 awarded")
  }

  @Test func `a rename alone counts for nothing`() {
    #expect(
      summary(
        [entry("media/a", ["title": "A", "date": "2024"])],
        [entry("media/b", ["title": "A", "date": "2024"])]) == "")
  }

  @Test func `a removed status is an update`() {
    #expect(
      summary(
        [entry("publications/a", ["title": "A", "status": "Accepted"])],
        [entry("publications/a", ["title": "A"])])
        == "1 updated")
  }
}
