import CVModel
import Testing

struct PartialDateTests {
  @Test(arguments: [
    ("2024", "2024"), ("2024-05", "May 2024"), ("2024-05-17", "17 May 2024"),
    ("Spring 2024", "Spring 2024"),
    ("autumn 2024", "Fall 2024"), ("2024-02-29", "29 Feb 2024"), ("0001", "1"),
  ])
  func `a date is read as precisely as it is written`(_ text: String, _ spoken: String) {
    #expect(PartialDate(text)?.spoken == spoken)
  }

  @Test(arguments: [
    "", "24", "20240", "2024-5", "2024-13", "2024-00", "2024-02-30", "2023-02-29", "1900-02-29",
    "2024-05-",
    "2024-05-17-1", "0000", "Spring 0000", "Spring", "2024 Spring", "Monsoon 2024", "２０２４", "-2024",
    "+2024", "2024 - 05",
    "present",
  ])
  func `anything else is no date`(_ text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test(arguments: [
    ("2024-05", "2024", true), ("2024-05-17", "2024", true), ("2024-05-17", "2024-05", true),
    ("Spring 2024", "2024", true), ("2024", "2024", false), ("2024", "2024-05", false),
    ("2024-05", "2023", false), ("2024-06-17", "2024-05", false), ("2024-03", "Spring 2024", false),
    ("Spring 2024", "2024-03", false), ("Fall 2024", "Spring 2024", false),
  ])
  func `a date sharpens one that says less of the same`(
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
  func `a date is surely after another whatever their missing parts are`(
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
}
