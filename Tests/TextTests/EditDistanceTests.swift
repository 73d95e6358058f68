import Testing
import Text

struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("tilte", "title", 1), ("kitten", "sitting", 3), ("ab", "ba", 1),
    ("é", "e", 1),
  ])
  func `it counts insertions, deletions, replacements and swaps`(
    _ left: String, _ right: String, _ distance: Int
  ) {
    #expect(EditDistance(from: left)(to: right, limit: 10) == distance)
    #expect(EditDistance(from: right)(to: left, limit: 10) == distance)
  }

  @Test func `a distance over the limit is none`() {
    #expect(EditDistance(from: "kitten")(to: "sitting", limit: 2) == nil)
    #expect(EditDistance(from: "a")(to: "abcdef", limit: 2) == nil)
  }
}
