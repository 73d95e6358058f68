import CVModel
import Testing

/// `start`, `end` and `expected` change together, as one period.
struct PeriodChangeTests {
  @Test(
    arguments: [
      (
        ["start": "2021", "expected": "2025-05"], ["start": "2021", "expected": "2026-05"],
        "expectation moved headline"
      ),
      (
        ["start": "2021", "expected": "2026"], ["start": "2021", "expected": "2026-05"],
        "sharpened detail"
      ),
      (
        ["start": "2021", "expected": "2026-05"], ["start": "2021", "end": "2026-02"],
        "expectation met headline"
      ),
      (
        ["start": "2021", "end": "present"], ["start": "2021", "end": "2025-08"], "ended headline"
      ),
      (["start": "2021"], ["start": "2021", "end": "2025-08"], "ended headline"),
      (["start": "2021"], ["start": "2021", "end": "unknown"], "ended headline"),
      (["start": "2021", "end": "unknown"], ["start": "2021", "end": "2025"], "sharpened detail"),
      (
        ["start": "2021", "end": "unknown"], ["start": "2021", "end": "present"],
        "reopened headline"
      ),
      (["start": "c. 2021"], ["start": "2021"], "sharpened detail"),
      (["end": "2021"], ["end": "2021-05"], "sharpened detail"),
      (
        ["start": "2021", "end": "2025-08"], ["start": "2021", "end": "2025-09"],
        "corrected detail"
      ),
      (["start": "2021", "end": "2025"], ["start": "2021", "end": "2025-09"], "sharpened detail"),
      (["start": "2020"], ["start": "2021"], "corrected detail"),
      (["start": "2021"], ["start": "2021-09"], "sharpened detail"),
      (
        ["start": "2021", "end": "2025-08"], ["start": "2021", "end": "present"],
        "reopened headline"
      ),
      (["start": "2021", "end": "2025-08"], ["start": "2021"], "reopened headline"),
      (
        ["start": "2021", "end": "present"], ["start": "2021", "expected": "2026"],
        "corrected detail"
      ),
      (["expected": "2025-05"], ["start": "2021", "expected": "2025-05"], "began headline"),
      (["start": "Fall 2021"], ["start": "Autumn 2021"], "restated cosmetic"),
      (
        ["start": "2021", "end": "present"], ["start": "2021", "end": "Present"],
        "restated cosmetic"
      ),
      (["start": "2021", "end": "present"], ["start": "2021"], "restated cosmetic"),
      ([:], ["start": "2021", "end": "2022"], "set detail"),
      (["start": "2021", "end": "2022"], [:], "cleared detail"),
      (["start": "2021", "end": "soon"], ["start": "2021", "end": "2022"], "changed detail"),
    ] as [([String: String], [String: String], String)])
  func `a period changes`(
    _ old: [String: String], _ new: [String: String], _ words: String
  ) throws {
    func fields(_ pairs: [String: String]) -> Fields {
      Fields([("name", "Lux")] + pairs.map { ($0.key, Plain.scalar($0.value)) })
    }
    let change = try fieldChange("software", fields(old), fields(new))
    #expect(change.path == "period")
    #expect(change.words == words)
  }

  @Test func `a met expectation shows both days`() throws {
    let change = try fieldChange(
      "education", ["start": "2021", "expected": "2026-05"], ["start": "2021", "end": "2026-02"])
    #expect(change.from == ["start": "2021", "expected": "2026-05"])
    #expect(change.to == ["start": "2021", "end": "2026-02"])
  }

  @Test func `an invalid part makes the whole period invalid`() throws {
    let change = try fieldChange("education", ["start": "2021"], ["start": "long ago"])
    #expect(change.words == "changed detail")
    #expect(change.isUnread == true)
  }

  @Test func `a field named period has its own path`() throws {
    let change = try entryChange(
      "experience", ["start": "2021"], ["start": "2022", "period": ["start": "2023"]])
    #expect(change.fieldChanges.map(\.path) == ["period", ".period"])
    #expect(change.fieldChanges.map(\.fieldName) == ["period", "period"])
  }

  @Test(arguments: [
    ("2024", "2024-05", "sharpened detail"), ("2024-05", "2024-05-17", "sharpened detail"),
    ("2024", "Spring 2024", "sharpened detail"), ("2024-05", "2024-06", "changed detail"),
    ("2024-05", "2024", "changed detail"), ("2024", "2025", "changed detail"),
    ("Fall 2024", "Autumn 2024", "restated cosmetic"), ("2024", "soon", "changed detail"),
  ])
  func `a date changes`(_ old: String, _ new: String, _ words: String) throws {
    let change = try fieldChange(
      "publications", ["title": "A", "date": .scalar(old)], ["title": "A", "date": .scalar(new)])
    #expect(change.words == words)
  }
}
