/// The words of an unfinished command line, split as a shell would.
struct CommandLineWords: Equatable {
  /// The words before the current one, without the program's name.
  private(set) var before: [String] = []
  /// The word being completed; empty after a blank.
  private(set) var current = ""

  init(_ line: String) {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in line {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
        word = word ?? ""
      } else if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let word { words.append(word) }
        word = nil
      } else if ";|&(".contains(character) {
        (words, word) = ([], nil)
      } else {
        word = (word ?? "") + String(character)
      }
    }
    current = word ?? ""
    before = Array(words.dropFirst())
  }
}
