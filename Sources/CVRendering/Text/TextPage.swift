internal import CVModel
internal import Text

/// Lines of text for a terminal or a pipe: wrapped to a width with hanging indents, never
/// truncated.
///
/// All text passes through `terminalSafe`: no control character of a record reaches the terminal.
package struct TextPage {
  /// The maximum columns of a line, at least 20.
  package let width: Int
  package let isColored: Bool
  /// The output as bytes: a string that grows word by word is many times slower.
  private var bytes: [UInt8] = []

  package init(width: Int, isColored: Bool) {
    self.width = max(20, width)
    self.isColored = isColored
  }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The lines without their breaks; empty lines are left out.
  var lines: [String] {
    var lines: [String] = []
    var start = 0
    while let end = bytes[start...].firstIndex(of: newline) {
      if end > start { lines.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
      start = end + 1
    }
    if start < bytes.count { lines.append(String(decoding: bytes[start...], as: UTF8.self)) }
    return lines
  }

  /// Adds an empty line, unless there is already one or the page is empty.
  package mutating func skipLine() {
    let isSkipped = bytes.last == newline && bytes.dropLast().last == newline
    if !bytes.isEmpty, !isSkipped { bytes.append(newline) }
  }

  /// Writes one paragraph, with its first line indented by `indent` and the others by `hanging`.
  package mutating func write(_ content: StyledText, indent: Int = 0, hanging: Int = 0) {
    var line = LineWriter(width: width, indent: indent, hanging: hanging, isColored: isColored)
    for run in content.runs { line.append(run) }
    line.finish(into: &bytes)
  }

  /// Appends another page of this width.
  mutating func append(_ page: TextPage) { bytes += page.bytes }
}

private let space = UInt8(ascii: " ")
private let newline = UInt8(ascii: "\n")

/// Breaks one paragraph into lines.
private struct LineWriter {
  let width: Int
  let hanging: Int
  let isColored: Bool
  private var output: [UInt8]
  private var column: Int
  private var isAtStart = true
  private var pendingSpaces = 0
  /// A word may consist of runs in several styles; it is broken before, never inside them.
  private var word: [StyledText.Run] = []
  private var wordWidth = 0

  init(width: Int, indent: Int, hanging: Int, isColored: Bool) {
    self.width = width
    self.hanging = min(hanging, width / 2)
    self.isColored = isColored
    let first = min(indent, width / 2)
    output = Array(repeating: space, count: first)
    column = first
  }

  mutating func append(_ run: StyledText.Run) {
    let text = run.text.terminalSafe
    if run.isWhole {
      addToWord(text, run.style, isWhole: true)
    } else {
      append(text, run.style)
    }
  }

  private mutating func append(_ text: String, _ style: TextStyle) {
    let bytes = Array(text.utf8)
    var start = 0
    while true {
      let end = bytes[start...].firstIndex(of: space) ?? bytes.count
      let part = bytes[start..<end]
      if !part.allSatisfy({ $0 < 0x80 }) {
        appendByCharacter(String(decoding: part, as: UTF8.self), style)
      } else if end < bytes.count, word.isEmpty, !isColored {
        writeWord(part)
      } else {
        addToWord(String(decoding: part, as: UTF8.self), style, width: part.count)
      }
      guard end < bytes.count else { return }
      flushWord()
      pendingSpaces += 1
      start = end + 1
    }
  }

  /// Writes a whole word of one run, without making a string of it: almost all words are like this.
  private mutating func writeWord(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    makeRoom(for: bytes.count)
    output += bytes
    column += bytes.count
    (pendingSpaces, isAtStart) = (0, false)
  }

  private mutating func appendByCharacter(_ text: String, _ style: TextStyle) {
    var part = ""
    for character in text {
      if displayWidth(of: String(character)) == 2 {
        // A line may break anywhere between East Asian characters.
        addToWord(part, style)
        part = ""
        flushWord()
        addToWord(String(character), style)
        flushWord()
      } else {
        part.append(character)
      }
    }
    addToWord(part, style)
  }

  private mutating func addToWord(
    _ text: String, _ style: TextStyle, isWhole: Bool = false, width: Int? = nil
  ) {
    guard !text.isEmpty else { return }
    word.append(StyledText.Run(text: text, style: style, isWhole: isWhole))
    wordWidth += width ?? displayWidth(of: text)
  }

  private mutating func flushWord() {
    guard !word.isEmpty else { return }
    if hanging + wordWidth > width, word.contains(where: \.isWhole) { takeApart() }
    makeRoom(for: wordWidth)
    for run in word { output += (isColored ? run.style.paint(run.text) : run.text).utf8 }
    column += wordWidth
    word.removeAll(keepingCapacity: true)
    (wordWidth, pendingSpaces, isAtStart) = (0, 0, false)
  }

  /// Moves to where the next word goes: after the spaces before it, or to the next line.
  private mutating func makeRoom(for wordWidth: Int) {
    guard !isAtStart else { return }
    if column + pendingSpaces + wordWidth > width {
      output.append(newline)
      output += repeatElement(space, count: hanging)
      column = hanging
    } else {
      output += repeatElement(space, count: pendingSpaces)
      column += pendingSpaces
    }
  }

  /// Breaks a run that is too long for one line at its spaces, keeping its last word.
  private mutating func takeApart() {
    let runs = word
    (word, wordWidth) = ([], 0)
    for run in runs { append(run.text, run.style) }
  }

  /// Ends the paragraph and adds it to a page.
  mutating func finish(into page: inout [UInt8]) {
    flushWord()
    page += output
    page.append(newline)
  }
}
