import CVModel
import Text

@testable import CVRendering

/// A simple reference implementation of `TextPage`.
struct PlainPage {
  let width: Int
  let isColored: Bool
  private(set) var text = ""
  private var hanging = 0
  private var column = 0
  private var isAtStart = true
  private var spaces = 0
  private var word: [StyledText.Run] = []

  init(width: Int, isColored: Bool) {
    self.width = max(20, width)
    self.isColored = isColored
  }

  mutating func write(_ content: StyledText, indent: Int, hanging: Int) {
    self.hanging = min(hanging, width / 2)
    column = min(indent, width / 2)
    text += String(repeating: " ", count: column)
    (isAtStart, spaces) = (true, 0)
    for run in content.runs {
      if run.isWhole {
        add(run.text.terminalSafe, run.style, isWhole: true)
      } else {
        append(run.text.terminalSafe, run.style)
      }
    }
    endWord()
    text += "\n"
  }

  private mutating func append(_ text: String, _ style: TextStyle) {
    let parts = text.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index > 0 {
        endWord()
        spaces += 1
      }
      var narrow = ""
      for character in String(part) {
        guard widthByCharacter(of: String(character)) == 2 else {
          narrow.append(character)
          continue
        }
        add(narrow, style)
        narrow = ""
        endWord()
        add(String(character), style)
        endWord()
      }
      add(narrow, style)
    }
  }

  private mutating func add(_ part: String, _ style: TextStyle, isWhole: Bool = false) {
    if !part.isEmpty { word.append(StyledText.Run(text: part, style: style, isWhole: isWhole)) }
  }

  private var wordWidth: Int { word.reduce(0) { $0 + widthByCharacter(of: $1.text) } }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    if hanging + wordWidth > width, word.contains(where: \.isWhole) {
      let runs = word
      word = []
      for run in runs { append(run.text, run.style) }
    }
    if !isAtStart, column + spaces + wordWidth > width {
      text += "\n" + String(repeating: " ", count: hanging)
      column = hanging
    } else if !isAtStart {
      text += String(repeating: " ", count: spaces)
      column += spaces
    }
    for run in word { text += isColored ? run.style.paint(run.text) : run.text }
    column += wordWidth
    (word, spaces, isAtStart) = ([], 0, false)
  }
}
