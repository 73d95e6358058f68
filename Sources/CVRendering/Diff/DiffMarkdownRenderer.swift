internal import CVHistory
internal import CVModel

/// A diff as Markdown, for a pull request or a letter.
package struct DiffMarkdownRenderer {
  package init() {}

  package func render(_ diff: PublicOutline) -> String {
    let outline = diff.outline
    var text = "## \(Markdown.escape(outline.title))\n"
    if let verdict = outline.verdict { text += "\n\(Markdown.escape(verdict))\n" }
    for section in outline.sections {
      text += "\n### \(Markdown.escape(section.heading))\n\n"
      for entry in section.entries { text += line(entry) }
    }
    if !outline.unreadable.isEmpty {
      text += "\n### Unreadable\n\n"
      for record in outline.unreadable { text += "- \(Markdown.escape(record))\n" }
    }
    for remark in outline.remarks { text += "\n_\(Markdown.escape(remark))_\n" }
    return Markdown.finished(text)
  }

  /// The number of changes: a table with one row for each section.
  package func counts(_ diff: PublicOutline) -> String {
    let outline = diff.outline
    var text = "## \(Markdown.escape(outline.title))\n"
    if !outline.sections.isEmpty {
      text += "\n| section | changes |\n| --- | --- |\n"
      for section in outline.sections {
        text += "| \(Markdown.escape(section.heading)) | \(Markdown.escape(section.counts)) |\n"
      }
    }
    if let verdict = outline.verdict { text += "\n\(Markdown.escape(verdict))\n" }
    if !outline.unreadable.isEmpty {
      let records = outline.unreadable.count == 1 ? "record" : "records"
      text += "\n\(outline.unreadable.count) \(records) cannot be read\n"
    }
    for remark in outline.remarks { text += "\n_\(Markdown.escape(remark))_\n" }
    return Markdown.finished(text)
  }

  private func line(_ entry: EntryOutline) -> String {
    let lead =
      switch entry.symbol {
      case .added: entry.lead ?? "Added"
      case .removed: entry.lead ?? "Removed"
      default: entry.lead ?? "Updated"
      }
    if let lines = entry.ownLines {
      let values = lines.map(words).joined(separator: "; ")
      return "- **\(Markdown.escape(entry.name))**: \(sign(entry.symbol))\(values)\n"
    }
    var text = "- **\(Markdown.escape(lead.capitalizedFirst))**: \(Markdown.escape(entry.name))"
    if let detail = entry.detail, !detail.isEmpty { text += " · \(Markdown.escape(detail))" }
    text += "\n"
    for field in entry.fields {
      for line in field.lines {
        text += "  - \(Markdown.escape(field.label)): \(words(line))\n"
      }
    }
    return text
  }

  /// The sign of an added, removed or moved entry; an edit needs none.
  private func sign(_ symbol: EntryOutline.Symbol?) -> String {
    switch symbol {
    case .added?, .removed?, .moved?: Markdown.escape(symbol?.rawValue ?? "") + " "
    default: ""
    }
  }

  private func words(_ line: FieldOutline.Line) -> String {
    sign(line.symbol) + words(line.fragments)
  }

  private func words(_ fragments: [FieldOutline.Fragment]) -> String {
    fragments.map { fragment in
      switch fragment {
      case .text(let words): Markdown.escape(words)
      case .removed(let words): "~~\(Markdown.escape(words))~~"
      case .added(let words): "**\(Markdown.escape(words))**"
      }
    }.joined()
  }
}
