import CVHistory
import Git
import Testing

struct OccasionTests {
  @Test(
    arguments: [
      (1_709_283_600, 60, "2024-03-01T10:00:00+01:00"), (0, -210, "1969-12-31T20:30:00-03:30"),
      (1 << 51, 840, "9999-12-31T23:59:59+14:00"), (-(1 << 51), 0, "0000-01-01T00:00:00+00:00"),
      (0, 6000, "1970-01-01T14:00:00+14:00"),
    ] as [(Int64, Int, String)])
  func `any time is written as in RFC 3339`(
    _ seconds: Int64, _ offset: Int, _ text: String
  ) {
    let author = Signature(name: "A", email: "a@b", seconds: seconds, offsetMinutes: offset)
    #expect(Occasion.staged(author).timestamp == text)
  }
}
