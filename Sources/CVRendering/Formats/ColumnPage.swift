internal import CVModel

/// Lines of text with something at the right end, or a label at the left.
struct ColumnPage {
  let width: Int
  private(set) var text = ""

  init(width: Int) { self.width = width }

  mutating func skipLine() {
    if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
  }

  mutating func writeRule() { text += String(repeating: "-", count: width) + "\n" }

  /// One paragraph, wrapped.
  mutating func write(_ content: String, indent: Int = 0, hanging: Int = 0) {
    for line in lines(content, width: width, indent: indent, hanging: hanging) {
      text += line + "\n"
    }
  }

  /// A paragraph beside what stands at the right end of its first line, and behind a label at its left.
  mutating func write(_ content: String, right: String, label: String = "", indent: Int = 0) {
    let rightWidth = displayWidth(of: right)
    let isNarrow = rightWidth <= (width - indent) / 2
    let space = width - indent - (right.isEmpty || !isNarrow ? 0 : rightWidth + 2)
    var lines = lines(content, width: space, indent: 0, hanging: 0)
    if lines.isEmpty { lines = [""] }
    var first = padded(label, to: indent) + lines[0]
    if displayWidth(of: label) > indent {
      write(label)
      first = String(repeating: " ", count: indent) + lines[0]
    }
    if !right.isEmpty, isNarrow {
      first = padded(first, to: width - rightWidth) + right
    }
    text += first + "\n"
    for line in lines.dropFirst() { text += String(repeating: " ", count: indent) + line + "\n" }
    if !right.isEmpty, !isNarrow { write(right, indent: indent + 2, hanging: indent + 2) }
  }

  /// Items in lines that stand in the middle; a line is broken between items only.
  mutating func writeCentered(_ items: [String], separator: String) {
    var line = ""
    for item in items where !item.isEmpty {
      let longer = line.isEmpty ? item : line + separator + item
      if displayWidth(of: longer) <= width {
        line = longer
      } else {
        center(line)
        line = item
      }
    }
    center(line)
  }

  private mutating func center(_ line: String) {
    guard !line.isEmpty else { return }
    for part in lines(line, width: width, indent: 0, hanging: 0) {
      let space = (width - displayWidth(of: part)) / 2
      text += String(repeating: " ", count: max(0, space)) + part + "\n"
    }
  }

  private func lines(_ content: String, width: Int, indent: Int, hanging: Int) -> [String] {
    guard !content.isEmpty else { return [] }
    var page = TextPage(width: width, isColored: false)
    page.write(StyledText(content), indent: indent, hanging: hanging)
    return page.text.split(separator: "\n").map(String.init)
  }

  private func padded(_ text: String, to column: Int) -> String {
    text + String(repeating: " ", count: max(0, column - displayWidth(of: text)))
  }
}
