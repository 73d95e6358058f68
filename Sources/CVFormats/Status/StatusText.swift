/// A value split into words and punctuation, for finding statuses in it.
struct StatusText {
  /// A word in lower case, or a punctuation mark.
  struct Token: Sendable {
    var text: String
    var isWord: Bool
    /// The byte range in the value.
    var range: Range<Int>
    var isCapitalized: Bool
    /// Whether there is white space before it.
    var isSpaced: Bool

    /// Whether it may be the first word of a name: `Journal`, `5th`.
    var isProper: Bool { isCapitalized || text.utf8.first.map(Sign.isDigit) ?? false }
  }

  let bytes: [UInt8]
  var tokens: [Token] = []

  /// In a longer note, only the first segment counts: the rest is likely to be about the past.
  static let longNote = 160

  /// The length to which values are truncated.
  static let longest = 1000

  init(_ value: String) {
    bytes = Array(value.utf8.prefix(Self.longest))
    var index = 0
    var isSpaced = false
    while index < bytes.count {
      let byte = bytes[index]
      if Self.isWordByte(byte) {
        let start = index
        while index < bytes.count, Self.isWordByte(bytes[index]) { index += 1 }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        append(word.lowercased(), true, start..<index, word.first?.isUppercase == true, isSpaced)
        isSpaced = false
        continue
      }
      if byte == UInt8(ascii: "&") {
        append("and", true, index..<index + 1, false, isSpaced)
        isSpaced = false
      } else if byte == UInt8(ascii: "<"), let end = tagEnd(index) {
        index = end
      } else if Self.isDash(byte), isHyphen(index) {
        // `in-press` is two words.
      } else if Sign.isSpace(byte) {
        isSpaced = true
      } else if ![UInt8(ascii: "*"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\"")]
        .contains(byte)
      {
        let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        let range = index..<min(bytes.count, index + length)
        append(String(decoding: bytes[range], as: UTF8.self), false, range, false, isSpaced)
        isSpaced = false
        index = range.upperBound
        continue
      }
      index += 1
    }
  }

  mutating func append(
    _ text: String, _ isWord: Bool, _ range: Range<Int>, _ isCapitalized: Bool, _ isSpaced: Bool
  ) {
    tokens.append(
      Token(
        text: text, isWord: isWord, range: range, isCapitalized: isCapitalized, isSpaced: isSpaced))
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    Sign.isLetter(byte) || Sign.isDigit(byte) || byte == UInt8(ascii: "'")
      || (0xC3...0xCB).contains(byte)
      || (0x80...0xBF).contains(byte)
  }

  private static func isDash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") }

  private func isHyphen(_ index: Int) -> Bool {
    index > 0 && index + 1 < bytes.count && Sign.isLetter(bytes[index - 1])
      && Sign.isLetter(bytes[index + 1])
  }

  private func tagEnd(_ open: Int) -> Int? {
    for index in (open + 1)..<min(bytes.count, open + 40) where bytes[index] == UInt8(ascii: ">") {
      return index
    }
    return nil
  }

  // MARK: Traps

  /// Whether the text is about a thesis, or is the history of a manuscript: `Received … accepted
  /// …`.
  var isTrap: Bool {
    for (index, token) in tokens.enumerated() where token.isWord {
      if token.text == "requirements" || token.text == "degree" || token.text.hasPrefix("fulfil") {
        return true
      }
      if token.text == "received", index + 1 < tokens.count,
        isSign(index + 1, ":") || isDate(index + 1..<min(tokens.count, index + 3))
      {
        return true
      }
    }
    return false
  }

  /// Words that make a phrase before them part of another: `accepted papers`, `in press release`.
  static let continuations: Set<String> = [
    "papers", "rate", "manuscripts", "abstracts", "articles", "talks", "ltd", "release", "releases",
    "inc", "author", "standard", "of", "posters", "submissions", "conference", "limited",
  ]

  // MARK: Segments

  func isSign(_ index: Int, _ signs: String) -> Bool {
    tokens.indices.contains(index) && !tokens[index].isWord && signs.contains(tokens[index].text)
  }

  /// The segments of a remark, separated by semicolons, full stops at the end of a sentence, dashes
  /// and brackets.
  var segments: [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    func end(_ index: Int) {
      if index > start { result.append(start..<index) }
      start = index + 1
    }
    for index in tokens.indices where !tokens[index].isWord {
      let isEnd =
        switch tokens[index].text {
        case ";", "|", "(", ")", "[", "]", "•", "·", "!": true
        case ".":
          index + 1 == tokens.count
            || tokens[index + 1].isSpaced && tokens[index + 1].isCapitalized
        case "-", "–", "—": tokens[index].isSpaced
        default: false
        }
      if isEnd { end(index) }
    }
    end(tokens.count)
    return result
  }

  // MARK: Text

  /// The text of tokens as written, without punctuation at its ends.
  func text(_ range: Range<Int>) -> String {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < last, isSign(first, ",;:-–—.") { first += 1 }
    while last > first, isSign(last - 1, ",;:-–—(["), last - 1 < tokens.count { last -= 1 }
    guard first < last else { return "" }
    var start = tokens[first].range.lowerBound
    while start > 0, [UInt8(ascii: "*"), UInt8(ascii: "\"")].contains(bytes[start - 1]) {
      start -= 1
    }
    var end = tokens[last - 1].range.upperBound
    while end < bytes.count, [UInt8(ascii: "*"), UInt8(ascii: "\"")].contains(bytes[end]) {
      end += 1
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The text of a venue, without an article before a proper name, and without a final full stop.
  func venueText(_ range: Range<Int>) -> String {
    var first = range.lowerBound
    if first + 1 < range.upperBound, tokens[first].text == "the", tokens[first + 1].isProper {
      first += 1
    }
    var last = range.upperBound
    while last > first, isSign(last - 1, ".") { last -= 1 }
    return text(first..<last)
  }
}
