import CVFormats
import CVModel
import Fixtures
import Testing

/// Objects of JSON whose bytes did not change are not read again, and nobody can tell.
struct ObjectCacheTests {
  /// The items of a list, each of which may be moved, removed or changed alone.
  struct Items: Sendable {
    let format: SourceFormat
    /// Around the items.
    let before: String
    let after: String
    var items: [String]

    var file: FormatFile {
      FormatFile(path: "a.json", text: before + items.joined(separator: ",\n    ") + after)
    }
  }

  private static let resume = Items(
    format: .jsonResume,
    before: """
      {
        "basics": {"name": "Ada Lovelace", "profiles": [{"network": "GitHub", "username": "ada"}]},
        "volunteer": [{"name": "Analytical Engines", "position": "Programmer"}],
        "work": [
          
      """,
    after: "\n  ]\n}\n",
    items: (0..<12).map { number in
      """
      {
            "name": "Analytical Engines", "position": "Programmer",
            "startDate": "18\(30 + number)-03-99", "summary": "\(number) notes, \\"quoted\\" {",
            "highlights": ["Café", null, 3], "hilights": ["a slip"]
          }
      """
    } + [#"{"name": "Analytical Engines", "position": "Programmer"}"#, "{}", "null", "[{}]"])

  private static let items = Items(
    format: .cslJSON, before: "[\n    ", after: "\n]\n",
    items: (0..<12).map { number in
      """
      {"id": "key\(number % 10)", "type": "article-journal", "title": "On \(number)",
            "author": [{"family": "Lovelace", "given": "Ada"}], "issued": {"raw": "18\(40 + number)"}}
      """
    } + ["{}", "7", "[]"])

  @Test(arguments: [resume, items])
  func `a reading with a cache is the reading without one`(list: Items) {
    var list = list
    var random = SeededGenerator(seed: 7)
    var cache = SourceCache()
    for round in 0..<120 {
      let index = Int.random(in: list.items.indices, using: &random)
      switch round % 8 {
      case 0: list.items.shuffle(using: &random)
      case 1: list.items[index] = list.items[index].replacing("\"On", with: "\"On \(round)")
      case 2: list.items[index] = list.items[index].replacing("Programmer", with: "Lead")
      case 3: list.items.append(list.items[index])
      case 4: list.items[index] = list.items[index].replacing(", ", with: ",\n")
      // An object with a fault is read each time.
      case 5: list.items[index] = list.items[index].replacing("}", with: ",}")
      case 6: list.items[index] = list.items[index].replacing(",}", with: "}")
      default: list.items[index] = list.items[index].replacing("{", with: "{ // {\n")
      }
      let cached = list.format.read([list.file], reusing: &cache)
      #expect(cached == list.format.read([list.file]), "round \(round)")
    }
  }

  @Test func `a file that moved has its findings at its own path`() {
    var cache = SourceCache()
    let file = Self.resume.file
    _ = SourceFormat.jsonResume.read([file], reusing: &cache)
    let moved = FormatFile(path: "public/resume.json", bytes: file.bytes)
    let reading = SourceFormat.jsonResume.read([moved], reusing: &cache)
    #expect(!reading.findings.isEmpty)
    #expect(reading == SourceFormat.jsonResume.read([moved]))
  }

  @Test(arguments: ["{ // {\n\"a\": 1}", "{\"a\": \"\\\"}", "{]", "{\"a\": [", "{}", "{\"a\": {}}"])
  func `objects are looked up in linear time`(_ piece: String) {
    func time(_ count: Int) -> Duration {
      var cache = SourceCache()
      _ = SourceFormat.cslJSON.read([FormatFile(path: "a", text: "[{\"id\": 1}]")], reusing: &cache)
      let text = "[" + Array(repeating: piece, count: count).joined(separator: ",") + "]"
      return ContinuousClock().measure {
        _ = SourceFormat.cslJSON.read([FormatFile(path: "a", text: text)], reusing: &cache)
      }
    }
    let first = time(100)
    let second = time(3_200)
    // 32 times the text; a quadratic step would take a thousand times as long.
    #expect(second < first * 300 + .milliseconds(200), "\(first) and \(second)")
  }
}
