@testable import CVFormats
import CVModel
import Fixtures
import Foundation
import Testing
import YAML

/// Compares the JSON reader with Foundation's decoder.
struct JSONDocumentTests {
  private static func document(_ text: String) -> JSONDocument {
    JSONDocument(reading: Array(text.utf8), path: "a.json")
  }

  @Test(arguments: [
    ("{\n  \"a\": [1, 2,]\n}", "2:13", "a comma before \"]\""),
    ("{\"a\": 1 \"b\": 2}", "1:8", "a missing comma"),
    ("[1, // one\n 2]", "1:5", "JSON has no comments"),
    (
      "{\"a\": 1, \"é\": 2, \"a\": 3}", "1:18",
      "duplicate key \"a\": its value on line 1 is ignored"
    ),
    ("{\"a\": \"one\ntwo words\"}", "1:11", "a line break in a string"),
    ("{\"a\": \"one,\n\"b\": 2}", "1:7", "the quote is not closed"),
    ("{\"a\": [1, 2}", "1:12", "expected \",\" or \"]\", found \"}\""),
    ("{\"a\": [1, 2", "1:7", "\"[\" is not closed"),
    ("{\"a\": NaN}", "1:7", "\"NaN\" is not a JSON value"),
    ("{\"a\": 012}", "1:7", "\"012\" is not a JSON value"),
    ("{\"a\": \"\\q\"}", "1:8", "unknown escape \"\\q\""),
    ("{\"a\": \"\\ud800\"}", "1:8", "half of a surrogate pair"),
    ("{'a': 1}", "1:2", "expected a key in quotes, found \"'\""),
    ("{\"a\" 1}", "1:6", "expected \":\" after the key \"a\", found \"1\""),
    ("{\"a\": 1} x", "1:10", "expected the end of the file, found \"x\""),
    ("{\"a\": “x”}", "1:7", "expected a value, found \"“\""),
    ("{\"a\": 1,\n<<<<<<< HEAD\n\"b\": 2}", "2:1", "unresolved merge conflict"),
    (String(repeating: "[", count: 65), "1:65", "nested more than 64 levels deep"),
  ]) func `a fault has its position`(text: String, place: String, message: String) throws {
    let finding = try #require(Self.document(text).findings.first)
    let position = try #require(finding.position)
    #expect("\(position.line):\(position.column)" == place)
    #expect(finding.message == message)
  }

  @Test func `reading continues after a fault that leaves the rest clear`() throws {
    let document = Self.document(
      "{\"a\": [1, 2,], // note\n \"b\": \"x\ty\" \"c\": NaN, \"b\": 3}")
    #expect(document.findings.count == 6)
    let root = try #require(document.root)
    #expect(root["b"]?.text == "3")
    #expect(root["c"]?.text == "NaN")
  }

  @Test func `numbers are kept as written, and every value has its position`() throws {
    let document = Self.document("{\"größe\": 1.10, \"x\": [\"\\u00e9\\uD83D\\uDE00\", -0]}")
    let root = try #require(document.root)
    #expect(root["größe"]?.text == "1.10")
    #expect(root["größe"]?.span == Span(at: Position(line: 1, column: 11), length: 4))
    let items = try #require(root["x"]?.listItems)
    #expect(items.map(\.text) == ["é😀", "-0"])
    #expect(items[1].span.start == Position(line: 1, column: 45))
    #expect(document.findings.isEmpty)
  }

  @Test func `a text of one long line is read in linear time`() {
    let text = "[" + String(repeating: "{\"a\":\"ä\"},", count: 50_000) + "1]"
    let document = Self.document(text)
    #expect(document.findings.isEmpty)
    #expect(document.root?.listItems.count == 50_001)
  }

  /// With one byte changed, the samples are valid for both readers or for neither, and mean the
  /// same.
  @Test(arguments: ["resume.json", "items.json"])
  func `JSON validity and content agree with Foundation`(name: String) throws {
    let sample = try SampleFile.read(name).bytes
    var random = SeededGenerator(seed: 5)
    let pieces = Array("{}[]:,\"\\ \n0.-eu/t\u{1}".utf8)
    for _ in 0..<300 {
      var bytes = Array(sample.prefix(900))
      // Close the beginning by hand, so that it is valid JSON.
      if let text = String(validating: bytes, as: UTF8.self) {
        bytes = Array(Self.closed(text).utf8)
      }
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.remove(at: place)
      case 1: bytes[place] = pieces[Int.random(in: 0..<pieces.count, using: &random)]
      default: bytes.insert(pieces[Int.random(in: 0..<pieces.count, using: &random)], at: place)
      }
      let document = JSONDocument(reading: bytes, path: "a.json")
      let faults = document.findings.filter { $0.rule != "duplicate-key" }
      let oracle = try? JSONDecoder().decode(AnyJSON.self, from: Data(bytes))
      let isSound = faults.isEmpty && document.root != nil
      if document.findings.count > faults.count { continue }
      #expect(isSound == (oracle != nil), "\(String(decoding: bytes, as: UTF8.self))")
      if isSound, let root = document.root { #expect(AnyJSON(root) == oracle) }
    }
  }

  /// The text up to its last complete member, with its brackets closed.
  private static func closed(_ text: String) -> String {
    var open: [Character] = []
    var lastGood = (text.startIndex, [Character]())
    var isInString = false
    for index in text.indices {
      switch text[index] {
      case "\"": isInString.toggle()
      case "{" where !isInString: open.append("}")
      case "[" where !isInString: open.append("]")
      case "}" where !isInString, "]" where !isInString: open.removeLast()
      case "," where !isInString: lastGood = (index, open)
      default: break
      }
    }
    return text[..<lastGood.0] + String(lastGood.1.reversed())
  }
}

/// Any JSON value, as Foundation decodes it.
private enum AnyJSON: Decodable, Equatable {
  case null, flag(Bool), number(Double), text(String), list([AnyJSON]), object([String: AnyJSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let items = try? container.decode([AnyJSON].self) {
      self = .list(items)
    } else {
      self = .object(try container.decode([String: AnyJSON].self))
    }
  }

  init(_ node: Node) {
    switch node.content {
    case .scalar("null", .plain): self = .null
    case .scalar("true", .plain): self = .flag(true)
    case .scalar("false", .plain): self = .flag(false)
    case .scalar(let text, .plain): self = .number(Double(text) ?? .nan)
    case .scalar(let text, _): self = .text(text)
    case .sequence(let items): self = .list(items.map { AnyJSON($0) })
    case .mapping(let pairs):
      self = .object(
        Dictionary(pairs.map { ($0.key, AnyJSON($0.value)) }) { first, _ in first })
    }
  }
}
