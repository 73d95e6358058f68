internal import CVModel
internal import Text
internal import YAML

/// A JSON text read into nodes with their positions, with all its problems.
///
/// Foundation's decoder provides neither positions nor the numbers as written, keeps one of two
/// equal keys, and stops at the first error; the tests compare this reader with it. An error after
/// which the rest is still clear (a trailing or missing comma, a comment, a line break in a string,
/// `NaN`) is reported, and reading continues. After any other error there is no root. Strings are
/// double-quoted scalars; numbers and words are plain ones, as written.
struct JSONDocument: Sendable {
  /// Nil if the text is empty or could not be read.
  private(set) var root: Node?
  /// In the order of the text.
  private(set) var findings: [Finding] = []
  /// The objects in lists at the top that a cache knows, by where they begin. The tree has an empty
  /// object in their place.
  private(set) var known: [Position: EntryDraft] = [:]

  /// The maximum nesting depth of lists and objects.
  static let maximumDepth = 64
  /// The maximum number of findings to report.
  static let maximumFindings = 100

  /// - Parameter cache: knows objects that need not be read again.
  init(reading bytes: [UInt8], path: String, knowing cache: ObjectCache = ObjectCache()) {
    var reader = JSONReader(bytes, path: path, knowing: cache)
    do throws(JSONReader.Stop) {
      root = try reader.document()
    } catch {
      reader.findings.append(error.finding)
    }
    findings = reader.findings
    known = reader.known
  }
}

/// Reads JSON from the first byte to the last.
struct JSONReader {
  /// An error that ends reading.
  struct Stop: Error { let finding: Finding }

  let bytes: [UInt8]
  let path: String
  var index = 0
  var findings: [Finding] = []
  var line = 1
  private var lineStart = 0
  /// The last byte whose column was counted, so that no byte of a long line is counted twice.
  private var counted = (index: 0, column: 1)
  private(set) var depth = 0
  let cache: ObjectCache
  /// Whether objects are looked up in the cache.
  var isReusing: Bool
  /// The objects that the cache knows.
  var known: [Position: EntryDraft] = [:]
  /// The key at the top of the text that the index is behind; empty in a list.
  var section = ""

  init(_ bytes: [UInt8], path: String, knowing cache: ObjectCache = ObjectCache()) {
    self.bytes = bytes
    self.path = path
    self.cache = cache
    isReusing = !cache.isEmpty
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { startLine(at: 3) }
  }

  /// The only value of the text; nil if there is none.
  mutating func document() throws(Stop) -> Node? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw stop("the text is UTF-16, not UTF-8", hint: "save the file as UTF-8", "encoding")
    }
    try skipSpace()
    guard index < bytes.count else { return nil }
    let root = try value()
    try skipSpace()
    guard index == bytes.count else {
      throw stop("expected the end of the file, found \(quoted(word))")
    }
    return root
  }

  /// The byte at the index; nil at the end.
  var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func isAt(_ character: Character) -> Bool { byte == character.asciiValue }

  // MARK: Positions and faults

  mutating func startLine(at start: Int) {
    (index, lineStart, counted) = (start, start, (start, 1))
  }

  /// Skips a line break.
  mutating func endLine() {
    let isPair = byte == 13 && index + 1 < bytes.count && bytes[index + 1] == 10
    startLine(at: index + (isPair ? 2 : 1))
    line += 1
  }

  /// The position of a byte on the current line that is not before the last one requested.
  mutating func position(of offset: Int) -> Position {
    if offset < counted.index { counted = (lineStart, 1) }
    var column = counted.column
    for place in counted.index..<min(offset, bytes.count) where bytes[place] & 0xC0 != 0x80 {
      column += 1
    }
    counted = (offset, column)
    return Position(line: line, column: column)
  }

  mutating func report(
    _ message: String, hint: String? = nil, _ rule: String = "json", at span: Span
  ) {
    guard findings.count < JSONDocument.maximumFindings else { return }
    findings.append(Finding(message, hint: hint, rule: rule, path: path, span: span))
  }

  mutating func stop(
    _ message: String, hint: String? = nil, _ rule: String = "json", at start: Position? = nil
  ) -> Stop {
    let start = start ?? position(of: index)
    return Stop(
      finding: Finding(message, hint: hint, rule: rule, path: path, span: Span(at: start)))
  }

  /// The word or character at the index, for messages.
  private var word: String {
    guard let byte else { return "" }
    if byte >= 128 {
      return String(decoding: bytes[index...].prefix(4), as: UTF8.self).prefix(1).description
    }
    let length = bytes[index...].prefix { Self.isWord($0) }.count
    return String(decoding: bytes[index..<(index + max(1, min(length, 20)))], as: UTF8.self)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || byte == 43 || byte == 45 || byte == 46 || byte == 95
  }

  // MARK: Structure

  private mutating func skipSpace() throws(Stop) {
    while let byte {
      switch byte {
      case 32, 9: index += 1
      case 10, 13: endLine()
      case UInt8(ascii: "/"): try skipComment()
      case UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"):
        guard index == lineStart, bytes[index...].prefix(while: { $0 == byte }).count == 7 else {
          return
        }
        throw stop(
          "unresolved merge conflict", hint: "keep the right version and remove the marked lines",
          "conflict")
      default: return
      }
    }
  }

  private mutating func skipComment() throws(Stop) {
    let start = position(of: index)
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    guard next == UInt8(ascii: "/") || next == UInt8(ascii: "*") else {
      throw stop("expected a value, found \"/\"")
    }
    report("JSON has no comments", hint: "remove the comment", at: Span(at: start, length: 2))
    index += 2
    while let byte {
      if byte == 10 || byte == 13 {
        if next == UInt8(ascii: "/") { return }
        endLine()
      } else if next == UInt8(ascii: "*"), byte == next, index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "/")
      {
        index += 2
        return
      } else {
        index += 1
      }
    }
    if next == UInt8(ascii: "*") { throw stop("the comment is not closed", at: start) }
  }

  mutating func value() throws(Stop) -> Node {
    guard let byte else { throw stop("expected a value, found the end of the file") }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < JSONDocument.maximumDepth else {
        throw stop("nested more than \(JSONDocument.maximumDepth) levels deep")
      }
      depth += 1
      defer { depth -= 1 }
      return byte == UInt8(ascii: "{") ? try object() : try list()
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "'"), 0xE2:
      throw stop("expected a value, found \(quoted(word))", hint: "write it in straight \" quotes")
    default: return try plain()
    }
  }

  private mutating func list() throws(Stop) -> Node {
    let start = position(of: index)
    index += 1
    var items: [Node] = []
    while try goesOn(until: "]", from: start, isFirst: items.isEmpty) {
      items.append(try item())
    }
    return Node(.sequence(items), at: Span(start: start, end: position(of: index)))
  }

  private mutating func object() throws(Stop) -> Node {
    let start = position(of: index)
    index += 1
    var pairs: [Pair] = []
    var firstLines: [String: Int] = [:]
    var places: [String: Int] = [:]
    var replaced: Set<Int> = []
    var isFirst = true
    while try goesOn(until: "}", from: start, isFirst: isFirst) {
      isFirst = false
      guard isAt("\"") else {
        throw stop("expected a key in quotes, found \(quoted(word))")
      }
      let key = try string()
      let name = key.text ?? ""
      try skipSpace()
      guard isAt(":") else {
        throw stop(
          byte == nil
            ? "expected \":\" after the key \(quoted(name)), found the end of the file"
            : "expected \":\" after the key \(quoted(name)), found \(quoted(word))")
      }
      index += 1
      try skipSpace()
      if depth == 1 { section = name }
      let value = try value()
      if let first = firstLines[name] {
        report(
          "duplicate key \(quoted(name)): its value on line \(first) is ignored", "duplicate-key",
          at: key.span)
        // The last one counts, as in the programs that display the file. Of what may hide an entry,
        // each one counts.
        if let place = places[name], !EntryDraft.privacyWords.contains(name) {
          replaced.insert(place)
        }
      }
      firstLines[name] = key.span.start.line
      places[name] = pairs.count
      pairs.append(Pair(key: name, keySpan: key.span, value: value))
    }
    if !replaced.isEmpty {
      pairs = pairs.indices.filter { !replaced.contains($0) }.map { pairs[$0] }
    }
    return Node(.mapping(pairs), at: Span(start: start, end: position(of: index)))
  }

  /// Returns whether another item follows; skips the comma before it, or the closing bracket.
  private mutating func goesOn(
    until close: Character, from start: Position, isFirst: Bool
  ) throws(Stop) -> Bool {
    let end = isFirst ? Span(at: start) : Span(at: position(of: index))
    try skipSpace()
    var comma: Span?
    if !isFirst, isAt(",") {
      comma = Span(at: position(of: index))
      index += 1
      try skipSpace()
    }
    if isAt(close) {
      if let comma {
        report("a comma before \"\(close)\"", hint: "remove the comma", at: comma)
      }
      index += 1
      return false
    }
    guard byte != nil else {
      throw stop(
        "\"\(close == "]" ? "[" : "{")\" is not closed", hint: "end it with \"\(close)\"",
        at: start)
    }
    if !isFirst, comma == nil {
      guard isAt("\"") || isAt("{") || isAt("[") else {
        throw stop("expected \",\" or \"\(close)\", found \(quoted(word))")
      }
      report("a missing comma", hint: "write a comma here", at: end)
    }
    return true
  }

  // MARK: Numbers and words

  private mutating func plain() throws(Stop) -> Node {
    let start = index
    let begin = position(of: start)
    while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard !text.isEmpty else { throw stop("expected a value, found \(quoted(word))") }
    let span = Span(start: begin, end: position(of: index))
    if !["null", "true", "false"].contains(text), !Self.isNumber(bytes[start..<index]) {
      report("\(quoted(text)) is not a JSON value", hint: "write it in quotes", at: span)
    }
    return Node(.scalar(text, .plain), at: span)
  }

  /// Source: RFC 8259, section 6.
  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    func takeDigits() -> Int {
      let digits = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(digits)
      return digits
    }
    if rest.first == 45 { rest = rest.dropFirst() }
    let startsWithZero = rest.first == 48
    let whole = takeDigits()
    guard whole > 0, whole == 1 || !startsWithZero else { return false }
    if rest.first == 46 {
      rest = rest.dropFirst()
      guard takeDigits() > 0 else { return false }
    }
    if rest.first == 69 || rest.first == 101 {
      rest = rest.dropFirst()
      if rest.first == 43 || rest.first == 45 { rest = rest.dropFirst() }
      guard takeDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
