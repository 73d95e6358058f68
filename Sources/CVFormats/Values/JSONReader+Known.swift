internal import YAML

/// Objects that need not be read, because the cache knows their bytes.
extension JSONReader {
  /// The item of a list at the index. Of an object that the cache knows, in a list at the top of
  /// the text, only the end is looked for.
  mutating func item() throws(Stop) -> Node {
    guard isReusing, depth == 1 || depth == 2 && !section.isEmpty, byte == UInt8(ascii: "{") else {
      return try value()
    }
    let end = objectEnd()
    if let end, let known = knownObject(endingAt: end) { return known }
    let item = try value()
    // A comment has brackets of its own: ends that are not right would be looked for again and
    // again.
    isReusing = index == end
    return item
  }

  private mutating func knownObject(endingAt end: Int) -> Node? {
    let start = position(of: index)
    let key = ObjectCache.Key(
      path: path, section: section, column: start.column, bytes: HashedBytes(bytes[index..<end]))
    guard let draft = cache[key]?.moved(toLine: start.line) else { return nil }
    if let lineBreak = bytes[index..<end].lastIndex(where: { $0 == 10 || $0 == 13 }) {
      line = draft.span.end.line
      startLine(at: lineBreak + 1)
    }
    index = end
    known[start] = draft
    return Node(.mapping([]), at: draft.span)
  }

  /// The end of the object at the index, by its brackets; `nil` if it has none.
  private func objectEnd() -> Int? {
    var index = index
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index + 1 }
      case UInt8(ascii: "\""):
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
      default: break
      }
      index += 1
    }
    return nil
  }
}
