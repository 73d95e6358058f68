internal import CVHistory
internal import Text

/// The number of changes in each section, and in total.
package struct DiffStatRenderer {
  private let width: Int
  private let isColored: Bool

  package init(width: Int, isColored: Bool) {
    self.width = width
    self.isColored = isColored
  }

  package func render(_ outline: DiffOutline) -> String {
    var page = TextPage(width: width, isColored: isColored)
    page.write(StyledText(outline.title, .heading))
    let widest = outline.sections.map { displayWidth(of: $0.heading) }.max() ?? 0
    for section in outline.sections {
      let gap = String(repeating: " ", count: widest - displayWidth(of: section.heading) + 2)
      page.write(
        StyledText(section.heading + gap) + StyledText(section.counts),
        indent: 2, hanging: widest + 4)
    }
    if let verdict = outline.verdict { page.write(StyledText(verdict)) }
    if !outline.unreadable.isEmpty {
      let records = outline.unreadable.count == 1 ? "record" : "records"
      page.write(StyledText("\(outline.unreadable.count) \(records) cannot be read", .removed))
    }
    for remark in outline.remarks { page.write(StyledText(remark, .faint)) }
    return page.text
  }
}
