package import CVHistory
internal import CVModel
internal import Text

/// Each field of an entry, with the day and commit that set its value.
package struct BlameTextRenderer {
  private let width: Int
  private let isColored: Bool

  package init(width: Int, isColored: Bool) {
    self.width = width
    self.isColored = isColored
  }

  package func render(_ blame: Blame) -> String {
    var page = TextPage(width: width, isColored: isColored)
    page.write(StyledText(blame.name, .heading))
    page.write(StyledText(blame.key.description, .faint))
    page.skipLine()
    let words = FieldWords(kind: blame.kind)
    let labels = blame.fields.map { FieldWords.label($0.name) }
    let widest = labels.map { displayWidth(of: $0) }.max() ?? 0
    for (field, label) in zip(blame.fields, labels) {
      let origin =
        field.occasion.map { "\($0.dayText) \($0.shortID ?? "")" }
        ?? "before this clone ".padded(to: 18)
      let gap = String(repeating: " ", count: widest - displayWidth(of: label) + 2)
      page.write(
        StyledText(origin.padded(to: 18), .faint) + StyledText("  \(label)\(gap)")
          + StyledText(words.lines(of: field.value, field.name).joined(separator: "; ")),
        hanging: 20 + widest + 2)
    }
    return page.text
  }
}

extension String {
  /// Padded with spaces to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth(of: self)))
  }
}
