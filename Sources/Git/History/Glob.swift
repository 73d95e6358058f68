/// A pattern as in `git tag --list`: `*`, `?`, `[a-z]`, `[!a-z]`, and `\` before a literal.
///
/// As there, `*` matches a `/` too.
package struct Glob: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    case star
    case one
    case literal(UInt8)
    case set([ClosedRange<UInt8>], isNegated: Bool)

    func matches(_ byte: UInt8) -> Bool {
      switch self {
      case .star: false
      case .one: true
      case .literal(let literal): byte == literal
      case .set(let ranges, let isNegated):
        ranges.contains { $0.contains(byte) } != isNegated
      }
    }
  }

  private var parts: [Part] = []

  package init(_ pattern: String) {
    var rest = Array(pattern.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "*"): parts.append(.star)
      case UInt8(ascii: "?"): parts.append(.one)
      case UInt8(ascii: "\\"): parts.append(.literal(rest.popFirst() ?? byte))
      case UInt8(ascii: "["): parts.append(Self.set(&rest) ?? .literal(byte))
      default: parts.append(.literal(byte))
      }
    }
  }

  /// Takes a set up to its `]`; nil, having taken nothing, if there is no end.
  private static func set(_ pattern: inout ArraySlice<UInt8>) -> Part? {
    var rest = pattern
    let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
    if isNegated { rest.removeFirst() }
    var ranges: [ClosedRange<UInt8>] = []
    while let low = rest.popFirst() {
      if low == UInt8(ascii: "]"), !ranges.isEmpty {
        pattern = rest
        return .set(ranges, isNegated: isNegated)
      }
      let next = rest.dropFirst().first
      if rest.first == UInt8(ascii: "-"), let high = next, high != UInt8(ascii: "]") {
        rest = rest.dropFirst(2)
        if low <= high { ranges.append(low...high) }
      } else {
        ranges.append(low...low)
      }
    }
    return nil
  }

  /// Whether all of `text` matches; at worst the product of the two lengths.
  package func matches(_ text: String) -> Bool {
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
