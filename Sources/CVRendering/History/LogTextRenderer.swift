package import CVHistory
package import CVModel

/// A history for a terminal, or as plain text: one line per commit, with its changes below.
package struct LogTextRenderer {
  private let width: Int
  private let isColored: Bool
  private let least: Significance

  package init(width: Int, isColored: Bool, least: Significance) {
    self.width = width
    self.isColored = isColored
    self.least = least
  }

  /// One commit.
  package func render(_ step: StepDiff) -> String {
    let outline = DiffOutline(step.report, least: least)
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

  func render(_ step: StepDiff, _ entries: [EntryOutline]) -> String {
    var page = TextPage(width: width, isColored: isColored)
    let occasion = step.occasion
    page.write(
      StyledText("\(occasion.dayText)  \(occasion.subject)", .heading)
        + StyledText(" · \(occasion.shortID ?? "") · \(occasion.authorName)", .faint),
      hanging: 12)
    let writer = DiffTextRenderer(width: width, isColored: isColored)
    for entry in entries { writer.write(entry, to: &page) }
    page.write(step.diff.unreadable)
    return page.text
  }
}
