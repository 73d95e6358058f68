import CVModel
import Testing

struct PeriodTests {
  @Test(
    arguments: [
      (["start": "2025-06", "end": "2025-08"], "Jun – Aug 2025"),
      (["start": "2021-09", "end": "present"], "Sep 2021 – present"),
      (["start": "2021-09", "expected": "2026-05"], "Sep 2021 – May 2026 (expected)"),
      (["start": "2021", "end": "2023"], "2021 – 2023"),
      (["start": "2021", "end": "2021"], "2021"),
      (["start": "2021-09"], "since Sep 2021"), (["end": "2023"], "2023"),
      (["expected": "2026"], "2026 (expected)"),
      (["start": "2024-05-17", "end": "2024-05-19"], "17 May – 19 May 2024"),
      (["start": "Spring 2024", "end": "Fall 2024"], "Spring – Fall 2024"),
      (["start": "2024", "end": "2024-05"], "2024 – May 2024"),
      (["start": "2024", "end": "soon"], "since 2024"),
    ] as [([String: String], String)])
  func `a period is displayed as people write it`(_ fields: [String: String], _ spoken: String) {
    #expect(Period(Fields(fields.map { ($0.key, Plain.scalar($0.value)) }))?.spoken == spoken)
  }

  @Test func `without any part there is no period`() {
    #expect(Period(["title": "A"]) == nil)
    #expect(Period(["start": "long ago"]) == nil)
  }

  @Test(
    arguments: [
      (["start": "2024"], true), (["start": "2024", "end": "present"], true),
      (["start": "2024", "expected": "2026"], true), (["start": "2024", "end": "2025"], false),
      (["end": "2025"], false),
    ] as [([String: String], Bool)])
  func `a period is ongoing until it has an end`(_ fields: [String: String], _ isOngoing: Bool) {
    #expect(Period(Fields(fields.map { ($0.key, Plain.scalar($0.value)) }))?.isOngoing == isOngoing)
  }
}
