@testable import CVFormats
import CVModel
import Fixtures
import Testing
import YAML

struct NothingIsLostTests {
  private static let samples: [(String, SourceFormat)] = [
    ("resume.json", .jsonResume), ("resume-odd.json", .jsonResume), ("cv.yaml", .rendercv),
    ("cv-odd.yaml", .rendercv), ("cv-1.yaml", .rendercv), ("items.json", .cslJSON),
    ("items-odd.json", .cslJSON), ("record.json", .orcid),
  ]

  @Test(arguments: samples)
  func `every value of a sample is in a field or in a finding`(
    name: String, format: SourceFormat
  ) throws {
    let file = try SampleFile.read(name)
    let root = try #require(Self.root(of: file, format))
    let lost = NothingIsLost(format.read([file])).lost(
      of: root, bookkeeping: Set(format.bookkeeping))
    #expect(lost == [])
  }

  @Test(arguments: ["hugo", "academicpages", "quarto"])
  func `every value of a page is in a field or in a finding`(folder: String) throws {
    let files = try SampleFile.folder(folder)
    let law = NothingIsLost(SourceFormat.pages.read(files))
    for file in files where PagesReader.isPage(file.path) {
      guard let root = FrontMatter(file).root else { continue }
      let lost = law.lost(of: root, bookkeeping: Set(SourceFormat.pages.bookkeeping))
      #expect(lost == [], "\(file.path)")
    }
  }

  /// Replaces each value in turn by one of another type, with unique words.
  @Test(arguments: samples)
  func `a sample with values of wrong types loses nothing`(
    name: String, format: SourceFormat
  ) throws {
    let file = try SampleFile.read(name)
    let root = try #require(Self.root(of: file, format))
    var random = SeededGenerator(seed: 23)
    for round in 0..<60 {
      var mutation = Mutation(tokenNumber: round * 10)
      let changed = mutation.apply(to: root, using: &random)
      let text = Self.json(changed)
      let bytes = Array(text.utf8)
      let reading = format.read([FormatFile(path: name, bytes: bytes)])
      guard reading.fault == nil else { continue }
      let again = try #require(Self.root(of: FormatFile(path: name, bytes: bytes), format))
      let lost = NothingIsLost(reading).lost(
        of: again, bookkeeping: Set(format.bookkeeping), with: "tok")
      #expect(lost == [], "\(mutation.description)")
      if !lost.isEmpty { return }
    }
  }

  private static func root(of file: FormatFile, _ format: SourceFormat) -> Node? {
    format == .rendercv
      ? Document(reading: file.bytes, limits: .source).root
      : JSONDocument(reading: file.bytes, path: file.path).root
  }

  static func json(_ node: Node) -> String {
    switch node.content {
    case .scalar(let text, .plain): return text.isEmpty || text == "~" ? "null" : word(text)
    case .scalar(let text, _): return quote(text)
    case .sequence(let items): return "[" + items.map(json).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      return "{" + pairs.map { "\(quote($0.key)): \(json($0.value))" }.joined(separator: ",\n")
        + "}"
    }
  }

  private static func word(_ text: String) -> String {
    let isWord = ["true", "false", "null"].contains(text) || Double(text) != nil
    return isWord ? text : quote(text)
  }

  private static func quote(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// Replaces one value of a tree by another one.
struct Mutation {
  var tokenNumber: Int
  private(set) var description = ""

  init(tokenNumber: Int) { self.tokenNumber = tokenNumber }

  mutating func apply(to root: Node, using random: inout SeededGenerator) -> Node {
    var remaining = Int.random(in: 1..<Self.count(root), using: &random)
    return changed(root, [], &remaining, &random)
  }

  private static func count(_ node: Node) -> Int {
    switch node.content {
    case .scalar: 1
    case .sequence(let items): items.reduce(1) { $0 + count($1) }
    case .mapping(let pairs): pairs.reduce(1) { $0 + count($1.value) }
    }
  }

  private mutating func token() -> String {
    tokenNumber += 1
    return "tok\(tokenNumber)x"
  }

  private mutating func changed(
    _ node: Node, _ path: [String], _ remaining: inout Int, _ random: inout SeededGenerator
  ) -> Node {
    if remaining == 0 {
      remaining = -1
      let value = replacement(&random)
      description = "\(path.joined(separator: ".")) = \(NothingIsLostTests.json(value))"
      return value
    }
    if remaining < 0 { return node }
    remaining -= 1
    var result = node
    switch node.content {
    case .scalar: break
    case .sequence(let items):
      result.content = .sequence(
        items.enumerated().map { changed($1, path + ["\($0)"], &remaining, &random) })
    case .mapping(let pairs):
      result.content = .mapping(
        pairs.map { pair in
          var pair = pair
          let before = remaining
          pair.value = changed(pair.value, path + [pair.key], &remaining, &random)
          // Sometimes, an unknown key.
          if before >= 0, remaining < 0, Int.random(in: 0..<4, using: &random) == 0,
            path.count > 1
          {
            pair.key += "Extra"
          }
          return pair
        })
    }
    return result
  }

  private mutating func replacement(_ random: inout SeededGenerator) -> Node {
    let span = Span(at: .start)
    func text(_ words: String) -> Node { Node(.scalar(words, .doubleQuoted), at: span) }
    func pair(_ key: String, _ value: Node) -> Pair { Pair(key: key, keySpan: span, value: value) }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return text(token())
    case 1: return text("\(token()) and \(token()), 2020")
    case 2: return Node(.sequence([text(token()), text(token())]), at: span)
    case 3:
      return Node(.mapping([pair("name", text(token())), pair("other", text(token()))]), at: span)
    case 4: return Node(.sequence([Node(.mapping([pair("k", text(token()))]), at: span)]), at: span)
    case 5: return Node(.mapping([pair("value", text(token()))]), at: span)
    case 6: return Node(.scalar("null", .plain), at: span)
    default:
      return Node(.sequence([Node(.scalar("17", .plain), at: span), text(token())]), at: span)
    }
  }
}
