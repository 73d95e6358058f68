internal import CVHistory
internal import CVModel
internal import Text

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
    if let verdict = outline.verdict { page.write(StyledText(verdict)) }
    writeSections(outline, to: &page)
    writeUnreadable(outline.unreadable, to: &page)
    writeRemarks(outline.remarks, to: &page)
    return page.text
  }

  /// The changes only, under their headings.
  package func body(_ outline: DiffOutline) -> String {
    var page = TextPage(width: width, isColored: isColored)
    writeSections(outline, to: &page)
    return page.text
  }

  /// The changes of entries only, without any heading.
  package func entries(_ outline: DiffOutline) -> String {
    var page = TextPage(width: width, isColored: isColored)
    for entry in outline.sections.flatMap(\.entries) { write(entry, to: &page) }
    return page.text
  }

  private func writeSections(_ outline: DiffOutline, to page: inout TextPage) {
    for section in outline.sections {
      page.skipLine()
      page.write(StyledText(section.heading, .heading))
      for part in section.entries.mapInParallel(by: 16, page(of:)) { page.append(part) }
    }
  }

  private func page(of entry: EntryOutline) -> TextPage {
    var page = TextPage(width: width, isColored: isColored)
    write(entry, to: &page)
    return page
  }

  func write(_ entry: EntryOutline, to page: inout TextPage) {
    var line = StyledText(entry.symbol.rawValue + " ", entry.symbol.style)
    if let lead = entry.lead { line += StyledText(lead, entry.symbol.style) }
    if entry.lead != nil, !entry.name.isEmpty { line += "  " }
    line += StyledText(entry.name)
    if let values = entry.ownLines {
      // A field of the profile or the document: its value follows its name.
      let column = 4 + displayWidth(of: entry.name) + 2
      write(values, after: line + "  ", indent: 2, column: column, to: &page)
      return
    }
    let detail = entry.detail.flatMap { $0.isEmpty ? nil : $0 }
    let isShort = detail.map { 2 + displayWidth(of: line.plainText + " · " + $0) <= width } ?? false
    if let detail, isShort { line += StyledText(" · \(detail)", .faint) }
    page.write(line, indent: 2, hanging: 6)
    if let detail, !isShort { page.write(StyledText(detail, .faint), indent: 6, hanging: 6) }
    for field in entry.fields {
      let column = 6 + displayWidth(of: field.label) + 2
      write(
        field.lines, after: StyledText(field.label, .faint) + "  ", indent: 6, column: column,
        to: &page)
    }
    if let explanation = entry.explanation {
      page.write(StyledText("(\(explanation))", .faint), indent: 6, hanging: 6)
    }
  }

  /// Writes lines below each other, the first after a label; each is indented after its own symbol.
  private func write(
    _ lines: [FieldOutline.Line], after label: StyledText, indent: Int, column: Int,
    to page: inout TextPage
  ) {
    // If the label leaves too little room, indent the lines below it.
    let column = column > width / 2 ? indent + 4 : column
    for (index, line) in lines.enumerated() {
      let symbol = line.symbol.map { StyledText($0.rawValue + " ", $0.style) } ?? ""
      let text = symbol + content(line.fragments)
      let hanging = column + (line.symbol == nil ? 0 : 2)
      if index == 0 {
        page.write(label + text, indent: indent, hanging: hanging)
      } else {
        page.write(text, indent: column, hanging: hanging)
      }
    }
  }

  private func content(_ fragments: [FieldOutline.Fragment]) -> StyledText {
    fragments.reduce(StyledText()) { text, fragment in
      switch fragment {
      case .text(let words): text + StyledText(words)
      case .removed(let words): text + StyledText(whole: "[-\(words)-]", .removed)
      case .added(let words): text + StyledText(whole: "{+\(words)+}", .added)
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

  private func writeRemarks(_ remarks: [String], to page: inout TextPage) {
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
    case .changed, .moved, .backward: .changed
    case .forward, .began, .ended: .news
    }
  }
}
