import Fixtures
import Git
import Testing
import Text

@Suite struct DayTests {
  @Test func `every day includes its first and last second`() {
    var next = Day(unixSeconds: -70_000_000_000)
    for start in stride(
      from: Int64(-70_000_000_000) / 86400 * 86400, to: 10_000_000_000, by: 86400 * 37)
    {
      let day = Day(unixSeconds: start)
      #expect(day.startInUnixSeconds == start)
      #expect(Day(unixSeconds: start + 86399) == day)
      #expect(Day(unixSeconds: start - 1) < day)
      #expect(next <= day)
      next = day
    }
  }

  @Test(arguments: [
    (0, "1970-01-01"), (951_782_400, "2000-02-29"), (4_107_542_399, "2100-02-28"),
    (-1, "1969-12-31"), (1_709_251_199, "2024-02-29"),
  ])
  func `a day follows the calendar`(seconds: Int64, text: String) {
    #expect(Day(unixSeconds: seconds).description == text)
    #expect(Day(text) == Day(unixSeconds: seconds))
  }

  @Test(arguments: [
    "2024-02-30", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-01", "2024-1-1", "24-01-01",
    "2024-01-01 ", "2024-01-0x", "", "2024/01/01", "2024-04-31", "２０２４-01-01", "+024-01-01",
  ])
  func `a day that does not exist is invalid`(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `a signature has a day in its own zone and one in UTC`() {
    let signature = Signature(
      name: "A", email: "a@b", seconds: 1_709_251_199, offsetMinutes: 90)
    #expect(signature.day.description == "2024-03-01")
    #expect(signature.utcDay.description == "2024-02-29")
  }

  @Test func `a date names the last commit up to its end, or before it`() throws {
    let scratch = try ScratchRepository()
    let day = try #require(Day("2024-05-10")).startInUnixSeconds
    var parent: [String] = []
    var ids: [String] = []
    for (number, seconds) in [day - 1, day, day + 86399, day + 86400].enumerated() {
      parent = [try scratch.commitTree("\(number)", parents: parent, seconds: Int(seconds))]
      ids += parent
    }
    let side = try scratch.commitTree("side", seconds: Int(day + 5))
    let head = try scratch.commitTree(
      "merge", parents: parent + [side], seconds: Int(day + 90000))
    try scratch.git("update-ref", "HEAD", head)
    let repository = try scratch.open()
    let wanted = try #require(Day("2024-05-10"))
    #expect(try repository.commit(upTo: wanted)?.id.hex == ids[2])
    #expect(try repository.commit(before: wanted)?.id.hex == ids[0])
    #expect(try repository.commit(upTo: try #require(Day("2030-01-01")))?.id.hex == head)
    #expect(try repository.commit(before: try #require(Day("2024-05-09"))) == nil)
    #expect(try repository.commit(upTo: try #require(Day("2024-05-09")))?.id.hex == ids[0])
  }

  @Test func `a date selects by the author's day in the author's zone`() throws {
    let scratch = try ScratchRepository()
    let day = try #require(Day("2024-12-31")).startInUnixSeconds
    let late = try scratch.commitTree(
      "late", author: "\(day + 100_000) -0500", committer: "\(day + 99_000_000) +0000")
    try scratch.git("update-ref", "HEAD", late)
    let repository = try scratch.open()
    #expect(try repository.commit(upTo: try #require(Day("2024-12-31")))?.id.hex == late)
    #expect(try repository.commit(before: try #require(Day("2024-12-31"))) == nil)
    #expect(try repository.commit(before: try #require(Day("2025-01-01")))?.id.hex == late)
  }

  @Test func `without commits no day has one, and a shallow clone reports what it lacks`()
    throws
  {
    var scratch = try ScratchRepository()
    let day = try #require(Day("2020-01-01"))
    #expect(try scratch.open().commit(upTo: day) == nil)
    for number in 0..<3 { try scratch.commit("\(number)") }
    #expect(try scratch.open().commit(upTo: day) == nil)
    let clone = try ScratchRepository(cloning: scratch, "--depth=1")
    let error = #expect(throws: RevisionError.self) { try clone.open().commit(upTo: day) }
    #expect(error?.description == "'2020-01-01' is beyond the boundary of this shallow clone")
  }
}
