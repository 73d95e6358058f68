internal import CVModel
internal import Text

/// Lines of text, with text at the right end or a label at the left.
struct ColumnPage {
  let width: Int
  private(set) var text = ""

  init(width: Int) { self.width = width }

  mutating func skipLine() {
    if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
  }

  /// - Parameter width: the number of columns; nil for the whole width.
  mutating func writeRule(width: Int? = nil) {
    text += String(repeating: "-", count: min(width ?? self.width, self.width)) + "\n"
  }

  /// One paragraph, wrapped.
  mutating func write(_ content: String, indent: Int = 0, hanging: Int = 0) {
    for line in lines(content, width: width, indent: indent, hanging: hanging) {
      text += line + "\n"
    }
  }

  /// A paragraph after a label, with text at the right end of its last line. If there is no room,
  /// that text gets its own line, so that it never splits the paragraph.
  mutating func write(_ content: String, right: String, label: String = "", indent: Int = 0) {
    var lines = lines(content, width: width - indent, indent: 0, hanging: 0)
    if displayWidth(of: label) > indent, !label.isEmpty {
      write(label)
    } else if let first = lines.first {
      lines[0] = padded(label, to: indent) + first
    } else {
      lines = [label]
    }
    let space = String(repeating: " ", count: indent)
    for index in lines.indices.dropFirst(displayWidth(of: label) > indent ? 0 : 1) {
      lines[index] = space + lines[index]
    }
    if !right.isEmpty { place(right, after: &lines) }
    text += lines.map { $0 + "\n" }.joined()
  }

  private func place(_ right: String, after lines: inout [String]) {
    let start = width - displayWidth(of: right)
    if start < width / 4 {
      lines += self.lines(right, width: width, indent: 4, hanging: 4)
    } else if let last = lines.last, displayWidth(of: last) + 2 <= start || last.isEmpty {
      lines[lines.count - 1] = padded(last, to: start) + right
    } else {
      lines.append(padded("", to: start) + right)
    }
  }

  /// Centered lines of items, broken only after a separator.
  ///
  /// - Parameter separator: a sign, with a space on either side.
  mutating func writeCentered(_ items: [String], separator: String) {
    var line = ""
    for item in items where !item.isEmpty {
      let longer = line.isEmpty ? item : "\(line) \(separator) \(item)"
      if displayWidth(of: longer) + 2 <= width || line.isEmpty {
        line = longer
      } else {
        center("\(line) \(separator)")
        line = item
      }
    }
    center(line)
  }

  private mutating func center(_ line: String) {
    guard !line.isEmpty else { return }
    for part in lines(line, width: width, indent: 0, hanging: 0) {
      let space = max(0, width - displayWidth(of: part)) / 2
      text += String(repeating: " ", count: space) + part + "\n"
    }
  }

  private func lines(_ content: String, width: Int, indent: Int, hanging: Int) -> [String] {
    guard !content.isEmpty else { return [] }
    var page = TextPage(width: width, isColored: false)
    page.write(StyledText(content), indent: indent, hanging: hanging)
    return page.lines
  }

  private func padded(_ text: String, to column: Int) -> String {
    text + String(repeating: " ", count: max(0, column - displayWidth(of: text)))
  }
}
