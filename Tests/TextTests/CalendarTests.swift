import Testing
import Text

struct CalendarTests {
  @Test(
    arguments: [
      ("jan", 1), ("Sept", 9), ("September", 9), ("MAY", 5), ("mayor", nil), ("ja", nil), ("", nil),
      ("march", 3), ("marching", nil),
    ] as [(String, Int?)])
  func `a month is named in full or by its first letters`(_ word: String, _ month: Int?) {
    #expect(Month.number(of: word) == month)
  }

  @Test(arguments: [(1, 2023, 31), (2, 2023, 28), (2, 2024, 29), (2, 1900, 28), (2, 2000, 29)])
  func `a month has its days`(_ month: Int, _ year: Int, _ days: Int) {
    #expect(Month.days(in: month, of: year) == days)
  }

  @Test func `a season has names`() {
    #expect(Season("Autumn") == .fall && Season("fall") == .fall && Season("may") == nil)
    #expect(Season.allCases.map(\.name) == ["Spring", "Summer", "Fall", "Winter"])
  }
}
