@testable import CVFormats
import Testing

struct SourceDateTests {
  @Test(arguments: [
    // ISO, with unknown parts, with a time, with other separators.
    ("2024", "2024"), ("2024-05", "2024-05"), ("2024-05-17", "2024-05-17"), ("2024-00-00", "2024"),
    ("2024-05-00", "2024-05"), ("2024-5", "2024-05"), ("2019-09-01T00:00:00Z", "2019-09-01"),
    ("2019-09-01 12:30:00", "2019-09-01"), ("2024/05/17", "2024-05-17"), ("2024.05", "2024-05"),
    ("05/2024", "2024-05"), ("5-2024", "2024-05"), ("17.05.2024", "2024-05-17"),
    ("17/06/2021", "2021-06-17"), ("06/17/2021", "2021-06-17"), ("05/05/2021", "2021-05-05"),
    ("20240517", "2024-05-17"),
    // Words.
    ("May 2024", "2024-05"), ("Sept. 2024", "2024-09"), ("17 May 2024", "2024-05-17"),
    ("May 17, 2024", "2024-05-17"), ("May 17th, 2024", "2024-05-17"), ("2024 May", "2024-05"),
    ("Fall 2023", "Fall 2023"), ("autumn, 2023", "Fall 2023"), ("Mai 2020", "2020-05"),
    ("März 2020", "2020-03"), ("1. Oktober 2020", "2020-10-01"), ("Sommer 2019", "Summer 2019"),
    ("1er août 2019", "2019-08-01"), ("déc. 2019", "2019-12"), ("17 de mayo de 2024", "2024-05-17"),
    ("março de 2015", "2015-03"), ("dicembre 2016", "2016-12"), ("maart 2017", "2017-03"),
    ("since 2019", "2019"), ("seit März 2019", "2019-03"),
    // Ends and ranges.
    ("Present", "..present"), ("heute", "..present"), ("aujourd’hui", "..present"),
    ("2019 - 2021", "2019..2021"), ("2019–2021", "2019..2021"), ("2019-2021", "2019..2021"),
    ("2019-21", "2019..2021"), ("2019/20", "2019..2020"), ("2019-10", "2019-10"),
    ("2019 to present", "2019..present"), ("June - August 2020", "2020-06..2020-08"),
    ("Jun–Aug 2020", "2020-06..2020-08"), ("Jan 2019 — Now", "2019-01..present"),
    ("2019-05/2020-06", "2019-05..2020-06"), ("2019-05-01 – 2020-06-01", "2019-05-01..2020-06-01"),
    ("März 2019 bis heute", "2019-03..present"), ("de 2019 à 2021", "2019..2021"),
    ("until 2020", "..2020"), ("bis 2020", "..2020"), ("2020-", "2020"),
    ("expected 2026", "2026 expected"), ("May 2026 (expected)", "2026-05 expected"),
    ("2024 - expected 2026", "2024..2026 expected"),
    // Information that the fields cannot express.
    ("c. 2010", "2010 approximate"), ("2010?", "2010 approximate"),
    ("circa 2010", "2010 approximate"),
    ("2005-2007, 2009 - 2010", "2005..2010 several"), ("2012; 2014", "2012..2014 several"),
  ]) func `a date is read as people write it`(text: String, expected: String) throws {
    let date = try #require(SourceDate(text))
    var found = date.start ?? ""
    if let end = date.end { found += "..\(end)" }
    if date.isExpected { found += " expected" }
    if let loss = date.loss { found += " \(loss)" }
    #expect(found == expected)
  }

  @Test(arguments: [
    "", "someday", "03/04/2020", "2003-02-30", "2024-13", "12", "May", "123456", "1.2.3",
    "in 2 years",
    "Version 2020", "20201", "2019 and later things",
  ]) func `what is no date is not guessed`(text: String) {
    #expect(SourceDate(text) == nil)
  }

  @Test(arguments: [("2020-21", "Spring 2020"), ("2020-24", "Winter 2020")])
  func `a season of EDTF is read where the format has them`(text: String, expected: String) {
    #expect(SourceDate(text, seasonsAsMonths: true)?.start == expected)
  }
}
