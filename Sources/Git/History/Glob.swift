/// A pattern as `git tag --list` matches it: `*`, `?`, `[a-z]`, `[!a-z]`, `[[:digit:]]`, and `\`
/// before a literal.
///
/// As in git, `*` also matches `/`, and a malformed pattern matches nothing (`wildmatch.c`).
package struct Glob: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    case star
    case one
    case literal(UInt8)
    case set(Set<UInt8>)

    func matches(_ byte: UInt8) -> Bool {
      switch self {
      case .star: false
      case .one: true
      case .literal(let literal): byte == literal
      case .set(let bytes): bytes.contains(byte)
      }
    }
  }

  /// Nil for a malformed pattern.
  private let parts: [Part]?

  package init(_ pattern: String) {
    var rest = Array(pattern.utf8)[...]
    var parts: [Part] = []
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "*"): parts.append(.star)
      case UInt8(ascii: "?"): parts.append(.one)
      case UInt8(ascii: "\\"):
        guard let literal = rest.popFirst() else {
          self.parts = nil
          return
        }
        parts.append(.literal(literal))
      case UInt8(ascii: "["):
        guard let set = Self.set(&rest) else {
          self.parts = nil
          return
        }
        parts.append(.set(set))
      default: parts.append(.literal(byte))
      }
    }
    self.parts = parts
  }

  /// Removes a set from the front, through its `]`; nil if it is malformed.
  private static func set(_ rest: inout ArraySlice<UInt8>) -> Set<UInt8>? {
    let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
    if isNegated { rest.removeFirst() }
    var bytes: Set<UInt8> = []
    /// The start of a possible range.
    var low: UInt8?
    var isFirst = true
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "]"), !isFirst {
        return isNegated ? Set(UInt8.min...UInt8.max).subtracting(bytes) : bytes
      }
      isFirst = false
      if byte == UInt8(ascii: "\\") {
        guard let literal = rest.popFirst() else { return nil }
        bytes.insert(literal)
        low = literal
      } else if byte == UInt8(ascii: "-"), let start = low, let next = rest.first,
        next != UInt8(ascii: "]")
      {
        guard let end = Self.endOfRange(&rest) else { return nil }
        if start <= end { bytes.formUnion(start...end) }
        low = nil
      } else if byte == UInt8(ascii: "["), rest.first == UInt8(ascii: ":"),
        let end = rest.firstIndex(of: UInt8(ascii: "]"))
      {
        // `[:` up to `:]`; without the final colon, `[` is an ordinary byte.
        let name = rest[rest.startIndex + 1..<end]
        if name.last == UInt8(ascii: ":") {
          guard let named = Self.named(String(decoding: name.dropLast(), as: UTF8.self)) else {
            return nil
          }
          bytes.formUnion(named)
          rest = rest[(end + 1)...]
          low = nil
        } else {
          bytes.insert(byte)
          low = byte
        }
      } else if byte == UInt8(ascii: "["), rest.first == UInt8(ascii: ":") {
        return nil
      } else {
        bytes.insert(byte)
        low = byte
      }
    }
    return nil
  }

  private static func endOfRange(_ rest: inout ArraySlice<UInt8>) -> UInt8? {
    let end = rest.popFirst()
    return end == UInt8(ascii: "\\") ? rest.popFirst() : end
  }

  /// The bytes of a class such as `digit`; nil for an unknown one.
  private static func named(_ name: String) -> Set<UInt8>? {
    let digits = Set(UInt8(ascii: "0")...UInt8(ascii: "9"))
    let upper = Set(UInt8(ascii: "A")...UInt8(ascii: "Z"))
    let lower = Set(UInt8(ascii: "a")...UInt8(ascii: "z"))
    let letters = upper.union(lower)
    let graph = Set<UInt8>(0x21...0x7E)
    switch name {
    case "alnum": return letters.union(digits)
    case "alpha": return letters
    case "blank": return [0x09, 0x20]
    case "cntrl": return Set(0...0x1F).union([0x7F])
    case "digit": return digits
    case "graph": return graph
    case "lower": return lower
    case "print": return graph.union([0x20])
    case "punct": return graph.subtracting(letters).subtracting(digits)
    case "space": return [0x09, 0x0A, 0x0D, 0x20]
    case "upper": return upper
    case "xdigit": return digits.union("ABCDEFabcdef".utf8)
    default: return nil
    }
  }

  /// Whether the pattern matches all of `text`; takes at worst the product of the two lengths.
  package func matches(_ text: String) -> Bool {
    guard let parts else { return false }
    let bytes = Array(text.utf8)
    var part = 0
    var index = 0
    var retry: (part: Int, index: Int)?
    while index < bytes.count {
      if part < parts.count, parts[part] == .star {
        retry = (part + 1, index)
        part += 1
      } else if part < parts.count, parts[part].matches(bytes[index]) {
        part += 1
        index += 1
      } else if let (afterStar, start) = retry {
        retry = (afterStar, start + 1)
        part = afterStar
        index = start + 1
      } else {
        return false
      }
    }
    return parts[part...].allSatisfy { $0 == .star }
  }
}
