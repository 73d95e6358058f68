/// An upper bound on the nesting depth of an HTML text, computed without building a tree.
///
/// libgumbo takes time quadratic in the depth, and frees a tree by recursion, so it must not get
/// deeply nested texts. End tags without an open element are ignored, so that the result is never
/// too low.
package struct NestingDepth {
  package private(set) var deepest = 0
  /// The maximum number of attributes of one element: the parser compares all pairs.
  package private(set) var mostAttributes = 0

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
  /// Elements that end at the next element with the same name.
  private static let siblings: Set<String> = [
    "dd", "dt", "li", "option", "p", "td", "th", "tr",
  ]
  /// Elements inside which an end tag cannot close an element outside.
  private static let walls: Set<String> = [
    "applet", "button", "caption", "foreignobject", "marquee", "math", "object", "select", "svg",
    "table", "td", "template", "th",
  ]

  package init(_ text: String, limit: Int) {
    var open: [String] = []
    var rest = text.utf8[...]
    while deepest <= limit, let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[rest.index(after: start)...]
      let isEnd = rest.first == UInt8(ascii: "/")
      if isEnd { rest.removeFirst() }
      let name = rest.prefix { $0 > 32 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
      guard let first = name.first, (65...90).contains(first & 0xDF) else { continue }
      rest = rest[name.endIndex...]
      let element = String(decoding: name, as: UTF8.self).lowercased()
      if isEnd {
        let place = open.lastIndex { $0 == element || Self.walls.contains($0) }
        if let place, open[place] == element { open.removeSubrange(place...) }
        continue
      }
      let isClosed = readAttributes(&rest)
      if Self.siblings.contains(element), open.last == element { open.removeLast() }
      let isForeign = open.contains { $0 == "svg" || $0 == "math" } || element == "svg"
      if Self.void.contains(element) || (isClosed && isForeign) { continue }
      open.append(element)
      deepest = max(deepest, open.count)
    }
  }

  /// Reads to the end of a tag; returns true if it ends in `/>`.
  private mutating func readAttributes(_ rest: inout Substring.UTF8View) -> Bool {
    var count = 0
    var quote: UInt8?
    var last: UInt8 = 0
    while let byte = rest.popFirst() {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        break
      } else if byte == 34 || byte == 39, last == UInt8(ascii: "=") {
        quote = byte
      } else if byte > 32, last <= 32 || last == 34 || last == 39 || last == UInt8(ascii: "/") {
        count += 1
      }
      if byte > 32 || last != UInt8(ascii: "=") { last = byte }
    }
    mostAttributes = max(mostAttributes, count)
    return last == UInt8(ascii: "/")
  }
}
