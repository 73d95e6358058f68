internal import CVHistory
internal import CVModel

/// A diff for a terminal, or as plain text.
package struct DiffTextRenderer {
  private let width: Int
  private let isColored: Bool

  package init(width: Int, isColored: Bool) {
    self.width = width
    self.isColored = isColored
  }

  package func render(_ outline: DiffOutline) -> String {
    var page = TextPage(width: width, isColored: isColored)
    page.write(StyledText(outline.title, .heading))
    let isQuiet = outline.summary.isEmpty && outline.sections.isEmpty
    if !outline.summary.isEmpty {
      page.write(StyledText(outline.summary))
    } else if isQuiet, outline.unreadable.isEmpty {
      page.write(StyledText(outline.hidden == 0 ? "no changes" : "no changes but of spelling"))
    }
    writeSections(outline, to: &page)
    writeUnreadable(outline.unreadable, to: &page)
    writeRemarks(outline, to: &page)
    return page.text
  }

  /// The changes alone, under their headings.
  package func body(_ outline: DiffOutline) -> String {
    var page = TextPage(width: width, isColored: isColored)
    writeSections(outline, to: &page)
    return page.text
  }

  /// The changes of entries alone, without any heading.
  package func entries(_ outline: DiffOutline) -> String {
    var page = TextPage(width: width, isColored: isColored)
    for entry in outline.sections.flatMap(\.entries) { write(entry, to: &page) }
    return page.text
  }

  private func writeSections(_ outline: DiffOutline, to page: inout TextPage) {
    for section in outline.sections {
      page.skipLine()
      page.write(StyledText(section.heading, .heading))
      for entry in section.entries { write(entry, to: &page) }
    }
  }

  private func write(_ entry: EntryOutline, to page: inout TextPage) {
    var line = StyledText(entry.symbol.rawValue + " ", entry.symbol.style)
    if let lead = entry.lead { line += StyledText(lead, entry.symbol.style) + "  " }
    line += StyledText(entry.name)
    if entry.fields.count == 1, entry.fields[0].label.isEmpty, entry.fields[0].lines.count == 1 {
      // A field of the profile or the document: its value stands behind its name.
      line += "  " + content(entry.fields[0].lines[0].fragments)
      page.write(line, indent: 2, hanging: 6)
      return
    }
    let detail = entry.detail.flatMap { $0.isEmpty ? nil : $0 }
    let isShort = detail.map { 2 + displayWidth(of: line.plainText + " · " + $0) <= width } ?? false
    if let detail, isShort { line += StyledText(" · \(detail)", .faint) }
    page.write(line, indent: 2, hanging: 6)
    if let detail, !isShort { page.write(StyledText(detail, .faint), indent: 6, hanging: 6) }
    for field in entry.fields { write(field, to: &page) }
    if let explanation = entry.explanation {
      page.write(StyledText("(\(explanation))", .faint), indent: 6, hanging: 6)
    }
  }

  private func write(_ field: FieldOutline, to page: inout TextPage) {
    let column = 6 + displayWidth(of: field.label) + 2
    for (index, line) in field.lines.enumerated() {
      let symbol = line.symbol.map { StyledText($0.rawValue + " ", $0.style) } ?? ""
      let text = symbol + content(line.fragments)
      let hanging = column + (line.symbol == nil ? 0 : 2)
      if index == 0 {
        page.write(
          StyledText(field.label, .faint) + "  " + text, indent: 6, hanging: hanging)
      } else {
        page.write(text, indent: column, hanging: hanging)
      }
    }
  }

  private func content(_ fragments: [FieldOutline.Fragment]) -> StyledText {
    fragments.reduce(StyledText()) { text, fragment in
      switch fragment {
      case .text(let words): text + StyledText(words)
      case .removed(let words): text + StyledText("[-\(words)-]", .removed)
      case .added(let words): text + StyledText("{+\(words)+}", .added)
      }
    }
  }

  private func writeUnreadable(_ records: [String], to page: inout TextPage) {
    guard !records.isEmpty else { return }
    page.skipLine()
    page.write(StyledText("Unreadable", .heading))
    for record in records {
      page.write(StyledText("! ", .removed) + StyledText(record), indent: 2, hanging: 6)
    }
  }

  private func writeRemarks(_ outline: DiffOutline, to page: inout TextPage) {
    var remarks = outline.notes
    if outline.formattingOnly > 0 {
      let records = outline.formattingOnly == 1 ? "record differs" : "records differ"
      remarks.append("\(outline.formattingOnly) \(records) in formatting only")
    }
    if outline.hidden > 0 {
      let entries = outline.hidden == 1 ? "entry" : "entries"
      remarks.append("\(outline.hidden) \(entries) with smaller changes not shown")
    }
    guard !remarks.isEmpty else { return }
    page.skipLine()
    for remark in remarks { page.write(StyledText(remark, .faint)) }
  }
}

extension EntryOutline.Symbol {
  var style: TextStyle {
    switch self {
    case .added: .added
    case .removed, .exit: .removed
    case .changed, .backward: .changed
    case .forward, .began, .ended: .news
    }
  }
}
