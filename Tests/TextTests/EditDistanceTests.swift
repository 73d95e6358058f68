import Testing
import Text

struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("", "ab", 2), ("title", "tilte", 1), ("kitten", "sitting", 3),
    ("ca", "abc", 3),
  ])
  func `edits and swaps of neighbours are counted`(
    _ left: String, _ right: String, _ distance: Int
  ) {
    #expect(editDistance(Array(left), Array(right)) == distance)
    #expect(editDistance(Array(right), Array(left)) == distance)
  }
}
