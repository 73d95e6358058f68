import CVModel
import Testing

struct PartialDateTests {
  @Test(arguments: [
    ("2024", "2024"), ("2024-05", "May 2024"), ("2024-05-17", "17 May 2024"),
    ("Spring 2024", "Spring 2024"),
    ("autumn 2024", "Fall 2024"), ("2024-02-29", "29 Feb 2024"), ("0001", "1"),
    ("HT 2024", "HT 2024"), ("WS 2023/24", "WS 2023/24"), ("AY 2023-2024", "AY 2023/24"),
    ("2023/24", "2023/24"), ("Winter 2023–24", "Winter 2023/24"),
    ("Semester 1 2024", "Semester 1 2024"),
    ("1999/00", "1999/00"), ("c. 2010", "c. 2010"), ("ca. 2010-05", "c. May 2010"),
    ("circa Spring 2010", "c. Spring 2010"), ("2010~", "c. 2010"),
  ])
  func `a date is read as precisely as it is written`(_ text: String, _ spoken: String) {
    #expect(PartialDate(text)?.spoken == spoken)
  }

  @Test(arguments: [
    "", "24", "20240", "2024-5", "2024-13", "2024-00", "2024-02-30", "2023-02-29", "1900-02-29",
    "2024-05-",
    "2024-05-17-1", "0000", "Spring 0000", "Spring", "2024 Spring", "Monsoon 2024", "２０２４", "-2024",
    "+2024", "2024 - 05",
    "present", "XT 2024", "2023/25", "2023-24", "c. c. 2010", "c.", "HT", "2010~~", "WS 23/24",
  ])
  func `anything else is not a date`(_ text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test(arguments: [
    ("2024-05", "2024", true), ("2024-05-17", "2024", true), ("2024-05-17", "2024-05", true),
    ("Spring 2024", "2024", true), ("2024", "2024", false), ("2024", "2024-05", false),
    ("2024-05", "2023", false), ("2024-06-17", "2024-05", false), ("2024-03", "Spring 2024", false),
    ("Spring 2024", "2024-03", false), ("Fall 2024", "Spring 2024", false),
  ])
  func `a date sharpens a less precise one`(
    _ new: String, _ old: String, _ sharpens: Bool
  ) throws {
    #expect(try #require(PartialDate(new)).sharpens(try #require(PartialDate(old))) == sharpens)
  }

  @Test(arguments: [
    ("2025", "2024-12-31", true), ("2024-06", "2024-05-31", true),
    ("2024-05-02", "2024-05-01", true),
    ("2024", "2024-01", false), ("2024-05", "2024", false), ("2024-05", "2024-05-01", false),
    ("Fall 2024", "Spring 2024", true), ("Fall 2024", "2024-05", false), ("2024", "2024", false),
  ])
  func `a date is after another whatever their missing parts are`(
    _ later: String, _ earlier: String, _ isAfter: Bool
  ) throws {
    #expect(
      try #require(PartialDate(later)).isSurelyAfter(try #require(PartialDate(earlier))) == isAfter)
  }

  @Test func `seasons sort among months`() {
    let dates = [
      "2024", "2024-02", "Spring 2024", "2024-04", "Summer 2024", "Fall 2024", "2024-10",
      "Winter 2024",
    ]
    let keys = dates.compactMap { PartialDate($0)?.sortKey }
    #expect(keys.count == dates.count)
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `terms sort by the month in which they begin`() throws {
    let terms = [
      "HT 2024", "Winter 2024", "WS 2023/24", "2023/24", "Spring 2024", "TT 2024", "AY 2024/25",
      "MT 2024",
    ].compactMap(PartialDate.init)
    let sorted = terms.sorted { $0.sortKey < $1.sortKey }.map(\.spoken)
    #expect(
      sorted == [
        "2023/24", "WS 2023/24", "HT 2024", "Spring 2024", "TT 2024", "AY 2024/25", "MT 2024",
        "Winter 2024",
      ])
  }

  @Test(arguments: [
    ("2024-05", "AY 2023/24", false), ("2025", "AY 2023/24", true), ("2010", "c. 2009", false),
    ("HT 2024", "2024-02", false), ("2024", "2023", true),
  ])
  func `a date is surely after another one only if both are sure`(
    _ left: String, _ right: String, _ isAfter: Bool
  ) throws {
    let (mine, theirs) = (try #require(PartialDate(left)), try #require(PartialDate(right)))
    #expect(mine.isSurelyAfter(theirs) == isAfter)
  }
}
