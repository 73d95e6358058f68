/// The closing bracket of each comment in a file.
struct BibTeXComments {
  /// By the offset of the opening bracket.
  private var closings: [Int: Int] = [:]

  /// Pairs all brackets in one pass.
  init(_ bytes: [UInt8]) {
    var braces: [Int] = []
    var brackets: [Int] = []
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case Sign.openBrace: braces.append(index)
      case Sign.openBracket: brackets.append(index)
      case Sign.closeBrace:
        if let open = braces.popLast(), Self.isComment(open, bytes) { closings[open] = index }
      case Sign.closeBracket:
        if let open = brackets.popLast(), Self.isComment(open, bytes) { closings[open] = index }
      default: break
      }
    }
  }

  private static func isComment(_ open: Int, _ bytes: [UInt8]) -> Bool {
    var end = open
    while end > 0, Sign.isSpace(bytes[end - 1]), open - end < 100 { end -= 1 }
    return end >= 7 && bytes[end - 7..<end].elementsEqual("comment".utf8) { $0 | 32 == $1 }
  }

  func closing(of open: Int) -> Int? { closings[open] }
}
