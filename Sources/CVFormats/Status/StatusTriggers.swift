/// Quickly rules out values without a status, which most are, before they are split into words.
enum StatusTriggers {
  /// Whether a word of the value begins with the same letters as a word of a phrase.
  static func mayHold(_ bytes: ArraySlice<UInt8>) -> Bool {
    var prefix: UInt32 = 0
    var length = 0
    for byte in bytes {
      if Sign.isLetter(byte) {
        if length < 4 { prefix = prefix << 8 | UInt32(byte | 32) }
        length += 1
        if length == 4, prefixes.contains(prefix) { return true }
      } else if length > 0 {
        if length < 4, prefixes.contains(prefix) { return true }
        (prefix, length) = (0, 0)
      }
    }
    return length > 0 && length < 4 && prefixes.contains(prefix)
  }

  /// Words that are in many values and never a whole phrase.
  static let commonWords: Set<String> = [
    "in", "under", "to", "be", "for", "with", "the", "of", "and", "by", "on", "at", "about", "soon",
    "will", "re", "work", "being", "first", "online", "published", "second", "third", "2nd", "3rd",
    "1st", "conditional", "due",
  ]

  private static let prefixes: Set<UInt32> = {
    var result = Set(StatusPhrases.states.keys.map(prefix))
    for phrase in StatusPhrases.steps.flatMap(\.phrases) {
      let required = phrase.split(separator: " ").first { word in
        !word.hasPrefix("(")
          && !word.split(separator: "|").contains { commonWords.contains(String($0)) }
      }
      for word in required?.split(separator: "|") ?? [] { result.insert(prefix(String(word))) }
    }
    return result
  }()

  private static func prefix(_ word: String) -> UInt32 {
    word.utf8.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }
}
