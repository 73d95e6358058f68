/// Changes inputs at random, using parts of the formats. The same seed gives the same inputs.
package struct Mutator<Generator: RandomNumberGenerator> {
  private var generator: Generator
  private let corpus: [[UInt8]]

  package init(_ corpus: [[UInt8]], _ generator: Generator) {
    self.corpus = corpus
    self.generator = generator
  }

  private static var pieces: [[UInt8]] {
    [
      "[", "]", "{", "}", ": ", "- ", " #1", "\"", "'", "|", ">", "&", "*", "**", "!", "%", "@",
      "`",
      "\t", "\n", "\r\n", "  ", "\\", "\\x", "---\n", "...", "..", "? ", "é", "\u{202E}", ",", "$",
      "\u{FEFF}", "0", "^", "_", "~", "/", "=", "+=", "-=", ".", "\u{1B}[31m", "(", ")", "e\u{301}",
      "\u{0}", "null", "true", "2024-02-29", "present", "====\n", "<!-- cvgit:end -->\n",
    ].map { Array($0.utf8) }
  }

  /// An input of the corpus with one to four changes.
  package mutating func next() -> [UInt8] {
    var bytes = corpus.randomElement(using: &generator) ?? []
    for _ in 0..<Int.random(in: 1...4, using: &generator) { damage(&bytes) }
    return bytes
  }

  private mutating func damage(_ bytes: inout [UInt8]) {
    let start = Int.random(in: 0...bytes.count, using: &generator)
    let end = min(bytes.count, start + Int.random(in: 0...12, using: &generator))
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: start)
    case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
    case 3: bytes.removeSubrange(start...)
    case 4:
      let other = corpus.randomElement(using: &generator) ?? []
      let from = Int.random(in: 0...other.count, using: &generator)
      bytes.replaceSubrange(start..<end, with: other[from...].prefix(40))
    default:
      bytes.insert(
        contentsOf: Self.pieces.randomElement(using: &generator) ?? [], at: start)
    }
  }
}
