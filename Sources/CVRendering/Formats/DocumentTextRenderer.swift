package import CVModel
internal import Text

/// The document as plain text: dates and places in columns, and no line wider than the page.
package struct DocumentTextRenderer {
  private let width: Int

  package init(width: Int = 80) { self.width = max(40, width) }

  package func render(_ document: CVDocument) -> String {
    var page = ColumnPage(width: width)
    header(document.header, &page)
    for section in document.sections { self.section(section, &page) }
    return page.text
  }

  private func header(_ header: DocumentHeader, _ page: inout ColumnPage) {
    page.writeCentered([header.name], separator: "")
    page.writeCentered(header.headline.map { PlainText.text($0) }, separator: "·")
    page.writeCentered(header.contacts.map(\.labelledText), separator: "|")
    for paragraph in header.summary {
      page.skipLine()
      page.write(PlainText.text(paragraph))
    }
  }

  private func section(_ section: DocumentSection, _ page: inout ColumnPage) {
    page.skipLine()
    page.write(PlainText.text(section.heading))
    page.writeRule()
    if !section.intro.isEmpty { page.write(PlainText.text(section.intro)) }
    for (index, group) in section.groups.enumerated() {
      if index > 0 || !section.intro.isEmpty { page.skipLine() }
      if !group.heading.isEmpty {
        let heading = PlainText.text(group.heading)
        page.write(heading)
        page.writeRule(width: displayWidth(of: heading))
      }
      if !group.intro.isEmpty {
        page.write(PlainText.text(group.intro))
        page.skipLine()
      }
      let dateWidth = group.entries.map { displayWidth(of: $0.date ?? "") }.max() ?? 0
      for (number, entry) in group.entries.enumerated() {
        switch entry.shape {
        case .block:
          if number > 0 { page.skipLine() }
          block(entry, &page)
        case .row: row(entry, dateWidth: min(dateWidth, width / 3), &page)
        }
      }
    }
  }

  private func block(_ entry: DocumentEntry, _ page: inout ColumnPage) {
    let heading = entry.title + entry.beside
    if !heading.isEmpty || !entry.corner.isEmpty {
      page.write(PlainText.text(heading), right: PlainText.text(entry.corner))
    }
    var lines = [byline(entry), PlainText.text(entry.venue)].filter { !$0.isEmpty }
    if let date = entry.date {
      page.write(lines.isEmpty ? "" : lines.removeFirst(), right: date)
    }
    for line in lines { page.write(line) }
    for paragraph in entry.paragraphs { page.write(PlainText.text(paragraph)) }
    for fact in entry.facts { page.write("- " + text(fact), indent: 2, hanging: 4) }
    bullets(entry, indent: 2, &page)
    let links = self.links(entry)
    if !links.isEmpty { page.write(links) }
  }

  private func byline(_ entry: DocumentEntry) -> String {
    let people = entry.people.map { people in
      (people.label.map { "\($0): " } ?? "") + names(people.members)
    }
    return [PlainText.text(entry.byline), people ?? ""].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  private func row(_ entry: DocumentEntry, dateWidth: Int, _ page: inout ColumnPage) {
    let indent = dateWidth == 0 ? 0 : dateWidth + 2
    page.write(
      PlainText.text(entry.title + entry.beside), right: PlainText.text(entry.corner),
      label: entry.date ?? "", indent: indent)
    let details = [byline(entry)] + entry.facts.map(text) + [links(entry)]
    let detail = details.filter { !$0.isEmpty }.joined(separator: " · ")
    if !detail.isEmpty { page.write(detail, indent: indent, hanging: indent) }
    for paragraph in entry.paragraphs {
      page.write(PlainText.text(paragraph), indent: indent, hanging: indent)
    }
    bullets(entry, indent: indent + 2, &page)
  }

  private func bullets(_ entry: DocumentEntry, indent: Int, _ page: inout ColumnPage) {
    for bullet in entry.bullets {
      page.write("- " + PlainText.text(bullet.text), indent: indent, hanging: indent + 2)
      for text in bullet.nested {
        page.write("- " + PlainText.text(text), indent: indent + 2, hanging: indent + 4)
      }
    }
  }

  private func text(_ fact: DocumentFact) -> String {
    "\(fact.label): " + (fact.people.isEmpty ? PlainText.text(fact.text) : names(fact.people))
  }

  private func names(_ people: [DocumentPerson]) -> String {
    PlainText.text(people) { "*\($0)*" }
  }

  private func links(_ entry: DocumentEntry) -> String {
    let links = entry.links.map { link -> String in
      guard !link.isIdentifier, let url = link.url else { return link.text }
      return "\(link.text): \(url)"
    }
    return ([entry.url].compactMap(\.self) + links).joined(separator: " · ")
  }
}
