@testable import CVModel
import Testing

/// Unreadable records are reported, and never treated as added or removed.
struct UnreadableDiffTests {
  private func side(_ files: [String: String]) -> DiffSide {
    DiffSide(
      CVReader(root: "cv").read(
        files.map { SourceFile(path: "cv/\($0.key).yaml", text: $0.value) }))
  }

  private let broken = "title: [\n"

  @Test func `an entry that is unreadable on one side is neither added nor removed`() {
    for (old, new) in [("title: A\n", broken), (broken, "title: A\n")] {
      let diff = CVDiff(from: side(["media/a": old]), to: side(["media/a": new]))
      #expect(diff.changes.isEmpty)
      #expect(diff.unreadable.map(\.path) == ["cv/media/a.yaml"])
      #expect(diff.unreadable.map(\.side) == [new == broken ? .to : .from])
      #expect(!diff.isEmpty)
    }
  }

  @Test func `the rest continues`() {
    let diff = CVDiff(
      from: side(["media/a": broken, "media/b": "title: B\n"]),
      to: side(["media/a": broken, "media/b": "title: C\n"]))
    #expect(diff.changes.map(\.key.id) == ["b"])
    #expect(diff.unreadable.map(\.side) == [.from, .to])
  }

  @Test func `it reports where and why`() throws {
    let diff = CVDiff(from: side([:]), to: side(["media/a": "<<<<<<< HEAD\ntitle: A\n"]))
    let unreadable = try #require(diff.unreadable.first)
    #expect(unreadable.line == 1)
    #expect(unreadable.reason.contains("conflict"))
  }

  @Test(arguments: [
    ("profile", "the profile cannot be read: the owner is unknown"),
    ("cv", "cv.yaml cannot be read: sections are in the default order"),
    ("kinds/shows", "the kind \"shows\" cannot be read: its fields are compared as text"),
  ])
  func `defaults are used and reported`(_ path: String, _ note: String) {
    #expect(CVDiff(from: side([:]), to: side([path: broken])).notes == [note])
  }

  @Test func `two files with the same ID are paired by path, with a note`() {
    let diff = CVDiff(
      from: side(["media/a": "title: A\n", "media/2024/a": "title: B\n"]),
      to: side(["media/a": "title: A\n", "media/2024/a": "title: C\n"]))
    #expect(diff.notes == ["\"media/a\" is in several files, which are paired by path"])
    #expect(diff.changes.map(\.key.description) == ["media/a (cv/media/2024/a.yaml)"])
    #expect(diff.changes[0].fieldChange("title")?.to == "C")
  }

  @Test func `a second file of one id is added`() {
    let old = side(["media/a": "title: A\n"])
    let new = side(["media/a": "title: A\n", "media/2024/a": "title: B\n"])
    #expect(CVDiff(from: old, to: new).changes.map(\.change.rank) == [1])
  }

  @Test func `one of two files with the same ID may be unreadable`() {
    let old = side(["media/a": "title: A\n", "media/2024/a": "title: B\n"])
    let new = side(["media/a": broken, "media/2024/a": "title: C\n"])
    let diff = CVDiff(from: old, to: new)
    #expect(diff.changes.map(\.key.description) == ["media/a (cv/media/2024/a.yaml)"])
    #expect(diff.unreadable.count == 1)
  }

  @Test func `reformatting one of two files is formatting only`() {
    let old = side(["media/a": "title: A\n", "media/2024/a": "title: B\n"])
    let new = side(["media/a": "title: \"A\"\n", "media/2024/a": "title: B\n"])
    let diff = CVDiff(from: old, to: new)
    #expect(diff.isEmpty)
    #expect(diff.formattingOnly == 1)
  }
}
