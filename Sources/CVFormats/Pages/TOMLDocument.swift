internal import CVModel
internal import Text
internal import YAML

/// The TOML of front matter, read into nodes with their positions.
///
/// Supports what pages use: tables, lists of tables, dotted keys, all strings, lists, inline
/// tables, and all other values as written. An invalid line is a finding, and reading continues
/// with the next.
///
/// Source: https://toml.io/en/v1.0.0
struct TOMLDocument {
  private(set) var root: Node?
  private(set) var findings: [Finding] = []

  init(reading bytes: [UInt8], path: String) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      findings.append(
        Finding("the file is not UTF-8", hint: "save it as UTF-8", rule: "encoding", path: path))
      return
    }
    var reader = TOMLReader(text, path: path)
    root = reader.document()
    findings = reader.findings
  }
}

struct TOMLReader {
  private let scalars: [Unicode.Scalar]
  private let path: String
  private var index = 0
  private var position = Position.start
  private(set) var findings: [Finding] = []

  /// A table being filled.
  private final class Table {
    var pairs: [(key: String, span: Span, value: Value)] = []
    var span: Span
    init(at span: Span) { self.span = span }
  }

  private enum Value {
    case node(Node)
    case table(Table)
    case tables([Table])
  }

  init(_ text: String, path: String) {
    scalars = Array(text.unicodeScalars)
    self.path = path
  }

  mutating func document() -> Node? {
    let root = Table(at: Span(at: .start))
    var current = root
    while index < scalars.count {
      skip { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
      guard let scalar = peek else { break }
      switch scalar {
      case "#": skipLine()
      case "[":
        let start = position
        advance()
        let isList = peek == "["
        if isList { advance() }
        let keys = self.keys()
        skip { $0 == " " || $0 == "\t" }
        guard !keys.isEmpty, peek == "]" else {
          fault("expected a table's name in brackets", at: start)
          continue
        }
        advance()
        if isList, peek == "]" { advance() }
        current = table(at: keys, in: root, isList: isList) ?? current
        endLine()
      default:
        let start = position
        let keys = self.keys()
        skip { $0 == " " || $0 == "\t" }
        guard let last = keys.last, peek == "=" else {
          fault("expected KEY = VALUE", at: start)
          continue
        }
        advance()
        skip { $0 == " " || $0 == "\t" }
        guard let value = value() else {
          fault("expected a value after \(quoted(last.key))", at: position)
          continue
        }
        let owner =
          keys.count > 1 ? table(at: Array(keys.dropLast()), in: current, isList: false) : current
        if owner?.pairs.contains(where: { $0.key == last.key }) == true {
          report(
            "duplicate key \(quoted(last.key))", rule: "duplicate-key", at: last.span)
          if EntryDraft.privacyWords.contains(last.key) {
            owner?.pairs.append((last.key, last.span, .node(value)))
          }
        } else {
          owner?.pairs.append((last.key, last.span, .node(value)))
        }
        endLine()
      }
    }
    let node = Self.node(root)
    return node.isEmpty ? nil : node
  }

  // MARK: Scanning

  private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func advance() {
    guard let scalar = peek else { return }
    index += 1
    if scalar == "\n" {
      position = Position(line: position.line + 1, column: 1)
    } else {
      position.column += 1
    }
  }

  private mutating func skip(_ isSkipped: (Unicode.Scalar) -> Bool) {
    while let scalar = peek, isSkipped(scalar) { advance() }
  }

  private mutating func skipLine() { skip { $0 != "\n" } }

  private func isAt(_ text: String) -> Bool {
    scalars[index...].starts(with: text.unicodeScalars)
  }

  private mutating func report(_ message: String, rule: String = "toml", at span: Span) {
    findings.append(Finding(message, rule: rule, path: path, span: span))
  }

  private mutating func fault(_ message: String, at start: Position) {
    report(message, at: Span(at: start))
    skipLine()
  }

  /// Moves to the end of a line, where only a comment may follow.
  private mutating func endLine() {
    skip { $0 == " " || $0 == "\t" || $0 == "\r" }
    guard let scalar = peek, scalar != "\n" else { return }
    if scalar != "#" { report("text after the value", at: Span(at: position)) }
    skipLine()
  }

  // MARK: Keys and tables

  private mutating func keys() -> [(key: String, span: Span)] {
    var keys: [(String, Span)] = []
    while true {
      skip { $0 == " " || $0 == "\t" }
      let start = position
      var key = ""
      if peek == "\"" || peek == "'" {
        guard let text = value()?.text else { return [] }
        key = text
      } else {
        while let scalar = peek,
          scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || scalar == "-" || scalar == "_"
        {
          key.unicodeScalars.append(scalar)
          advance()
        }
      }
      if key.isEmpty { return [] }
      keys.append((key, Span(start: start, end: position)))
      skip { $0 == " " || $0 == "\t" }
      guard peek == "." else { return keys }
      advance()
    }
  }

  private func table(
    at keys: [(key: String, span: Span)], in root: Table, isList: Bool
  ) -> Table? {
    var current = root
    for (number, key) in keys.enumerated() {
      let isLast = number == keys.count - 1
      guard let place = current.pairs.firstIndex(where: { $0.key == key.key }) else {
        let table = Table(at: key.span)
        current.pairs.append(
          (key.key, key.span, isLast && isList ? .tables([table]) : .table(table)))
        current = table
        continue
      }
      switch current.pairs[place].value {
      case .table(let table): current = table
      case .tables(let tables):
        if isLast && isList {
          let table = Table(at: key.span)
          current.pairs[place].value = .tables(tables + [table])
          current = table
        } else if let last = tables.last {
          current = last
        }
      case .node: return nil
      }
    }
    return current
  }

  private static func node(_ table: Table) -> Node {
    let pairs = table.pairs.map { key, span, value in
      Pair(key: key, keySpan: span, value: node(value, at: span))
    }
    return Node(.mapping(pairs), at: table.span)
  }

  private static func node(_ value: Value, at span: Span) -> Node {
    switch value {
    case .node(let node): node
    case .table(let table): node(table)
    case .tables(let tables): Node(.sequence(tables.map { node($0) }), at: span)
    }
  }

  // MARK: Values

  private mutating func value() -> Node? {
    let start = position
    switch peek {
    case "\"", "'":
      guard let text = string() else { return nil }
      return Node(.scalar(text, .doubleQuoted), at: Span(start: start, end: position))
    case "[":
      advance()
      var items: [Node] = []
      while true {
        skipSpaceAndComments()
        if peek == "]" { break }
        guard let item = value() else { return nil }
        items.append(item)
        skipSpaceAndComments()
        if peek == "," { advance() } else if peek != "]" { return nil }
      }
      advance()
      return Node(.sequence(items), at: Span(start: start, end: position))
    case "{":
      advance()
      var pairs: [Pair] = []
      while true {
        skipSpaceAndComments()
        if peek == "}" { break }
        guard let key = keys().first, peek == "=" else { return nil }
        advance()
        skip { $0 == " " || $0 == "\t" }
        guard let item = value() else { return nil }
        pairs.append(Pair(key: key.key, keySpan: key.span, value: item))
        skipSpaceAndComments()
        if peek == "," { advance() } else if peek != "}" { return nil }
      }
      advance()
      return Node(.mapping(pairs), at: Span(start: start, end: position))
    default:
      var text = ""
      while let scalar = peek, !",]}#\n\r".unicodeScalars.contains(scalar) {
        text.unicodeScalars.append(scalar)
        advance()
      }
      text = text.trimmed
      return text.isEmpty ? nil : Node(.scalar(text, .plain), at: Span(start: start, end: position))
    }
  }

  private mutating func skipSpaceAndComments() {
    while let scalar = peek {
      if scalar == "#" {
        skipLine()
      } else if scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" {
        advance()
      } else {
        return
      }
    }
  }

  private mutating func string() -> String? {
    guard let quote = peek else { return nil }
    let isLong = isAt(String(repeating: String(quote), count: 3))
    let close = String(repeating: String(quote), count: isLong ? 3 : 1)
    for _ in 0..<(isLong ? 3 : 1) { advance() }
    if isLong, peek == "\n" { advance() }
    var text = ""
    while let scalar = peek {
      if isAt(close) {
        for _ in 0..<(isLong ? 3 : 1) { advance() }
        return text
      }
      if scalar == "\n", !isLong { return nil }
      advance()
      guard scalar == "\\", quote == "\"", let escaped = peek else {
        text.unicodeScalars.append(scalar)
        continue
      }
      advance()
      switch escaped {
      case "n": text += "\n"
      case "t": text += "\t"
      case "r": text += "\r"
      case "u", "U":
        let length = escaped == "u" ? 4 : 8
        let digits = String(String.UnicodeScalarView(scalars[index...].prefix(length)))
        for _ in 0..<length { advance() }
        guard let number = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(number) else {
          return nil
        }
        text.unicodeScalars.append(scalar)
      case "\n": skip { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
      default: text.unicodeScalars.append(escaped)
      }
    }
    return nil
  }
}
