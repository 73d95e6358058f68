internal import Text

extension Commit {
  /// The trailers, as `git interpret-trailers` finds them.
  ///
  /// They are in the last paragraph, if it is not the first and either all its lines are trailers,
  /// or
  /// a quarter of them are and git itself wrote one of these.
  package var trailers: [Trailer] {
    guard hasSeveralLines else { return [] }
    let body = body.linesOfGit
    let block = body.reversed().prefix { !Self.isBlank($0) }.reversed()
    var trailers: [Trailer] = []
    var others = 0
    var isGenerated = false
    for line in block {
      if line.first?.isWhitespace == true {
        guard let last = trailers.popLast() else { others += 1; continue }
        trailers.append(Trailer(key: last.key, value: last.value + " " + Self.trimmed(line)))
      } else if let trailer = Self.trailer(line) {
        isGenerated = isGenerated || trailer.key == "Signed-off-by"
        trailers.append(trailer)
      } else if line.hasPrefix("(cherry picked from commit ") {
        isGenerated = true
      } else {
        others += 1
      }
    }
    let isBlock = others == 0 || isGenerated && trailers.count * 3 >= others
    return isBlock ? trailers : []
  }

  /// Whether the message has more than one line; most have one, and so no trailers.
  private var hasSeveralLines: Bool {
    guard let first = message.utf8.firstIndex(of: UInt8(ascii: "\n")) else { return false }
    return message.utf8[first...].contains { $0 > UInt8(ascii: " ") }
  }

  private static func trailer(_ line: Substring) -> Trailer? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = line[..<colon].reversed().drop { $0 == " " || $0 == "\t" }.reversed()
    let isKey = key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    guard isKey, !key.isEmpty else { return nil }
    return Trailer(key: String(key), value: trimmed(line[line.index(after: colon)...]))
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0.isWhitespace }
    return start.lastIndex { !$0.isWhitespace }.map { String(start[...$0]) } ?? ""
  }
}
