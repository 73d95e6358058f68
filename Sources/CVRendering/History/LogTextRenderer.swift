package import CVHistory
package import CVModel
internal import Text

/// A history for a terminal, or as plain text: one line per commit, with its changes below.
package struct LogTextRenderer {
  private let width: Int
  private let isColored: Bool
  private let least: Significance
  private let showsIDs: Bool

  package init(width: Int, isColored: Bool, least: Significance, showsIDs: Bool = false) {
    self.showsIDs = showsIDs
    self.width = width
    self.isColored = isColored
    self.least = least
  }

  /// One commit.
  package func render(_ step: StepDiff) -> String {
    var outline = DiffOutline(step.report, least: least)
    outline.showIDs(all: showsIDs)
    return render(step, outline.sections.flatMap(entries))
  }

  /// Adds the kind to the CV's own records, since there is no heading above them.
  private func entries(_ section: DiffOutline.Section) -> [EntryOutline] {
    guard
      [Schema.builtIn["people"], Schema.builtIn["kinds"]].contains(where: {
        $0?.heading == section.heading
      })
    else { return section.entries }
    return section.entries.map { entry in
      var entry = entry
      entry.name = "\(section.heading): \(entry.name)"
      return entry
    }
  }

  /// One commit in one line: its ID, day and subject, and how much it changed.
  package func line(_ step: StepDiff) -> String {
    let occasion = step.occasion
    let counts = CVDiff.summaryText(of: step.diff.changes(ofAtLeast: least))
    let style: (TextStyle, String) -> String = { isColored ? $0.paint($1) : $1 }
    let head = "\(style(.changed, occasion.shortID ?? "")) \(style(.faint, occasion.dayText))"
    return head + " \(occasion.subject.terminalSafe)"
      + (counts.isEmpty ? "" : style(.faint, " · \(counts)")) + "\n"
  }

  /// One commit with the number of changes in each section.
  package func counts(_ step: StepDiff) -> String {
    var page = TextPage(width: width, isColored: isColored)
    write(step.occasion, to: &page)
    let sections = DiffOutline(step.report, least: least).sections
    let widest = sections.map { displayWidth(of: $0.heading) }.max() ?? 0
    for section in sections {
      page.write(
        StyledText(section.heading.padded(to: widest + 2) + section.counts), indent: 2,
        hanging: widest + 4)
    }
    page.write(step.diff.unreadable)
    return page.text
  }

  private func write(_ occasion: Occasion, to page: inout TextPage) {
    page.write(
      StyledText("\(occasion.dayText)  \(occasion.subject)", .heading)
        + StyledText(" · \(occasion.shortID ?? "") · \(occasion.authorName)", .faint),
      hanging: 12)
  }

  func render(_ step: StepDiff, _ entries: [EntryOutline]) -> String {
    var page = TextPage(width: width, isColored: isColored)
    write(step.occasion, to: &page)
    let writer = DiffTextRenderer(width: width, isColored: isColored)
    for entry in entries { writer.write(entry, to: &page) }
    page.write(step.diff.unreadable)
    return page.text
  }
}
