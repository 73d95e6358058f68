@testable import CVFormats
import Testing

struct RenderCVTextTests {
  @Test(arguments: [
    ("- **bold** words", "- '**bold** words'"), ("a: *it's* so", "a: '*it''s* so'"),
    ("- a: **b**\r", "- a: '**b**'"), ("- *alias", "- *alias"), ("a: 2 * 3 * 4", "a: 2 * 3 * 4"),
    ("a: \"x: **b**\"", "a: \"x: **b**\""), ("# a: **b**", "# a: **b**"),
    ("- **bold**\n  goes on", "- **bold**\n  goes on"),
    ("- **bold**\n- next: 1", "- '**bold**'\n- next: 1"),
  ]) func `a value that begins with an asterisk is text`(text: String, expected: String) {
    #expect(RenderCVText.quotingAsterisks(Array(text.utf8)) == Array(expected.utf8))
  }
}
