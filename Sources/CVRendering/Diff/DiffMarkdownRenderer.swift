internal import CVHistory
internal import CVModel

/// A diff as Markdown, for a pull request or a letter.
package struct DiffMarkdownRenderer {
  package init() {}

  package func render(_ outline: DiffOutline) -> String {
    var text = "## \(Markdown.escape(outline.title))\n"
    if !outline.summary.isEmpty {
      text += "\n\(Markdown.escape(outline.summary))\n"
    } else if outline.sections.isEmpty, outline.unreadable.isEmpty {
      text += outline.hidden == 0 ? "\nno changes\n" : "\nno changes but of spelling\n"
    }
    for section in outline.sections {
      text += "\n### \(Markdown.escape(section.heading))\n\n"
      for entry in section.entries { text += line(entry) }
    }
    if !outline.unreadable.isEmpty {
      text += "\n### Unreadable\n\n"
      for record in outline.unreadable { text += "- \(Markdown.escape(record))\n" }
    }
    let remarks = remarks(outline)
    if !remarks.isEmpty { text += "\n" + remarks.map { "_\($0)_\n" }.joined(separator: "\n") }
    return text
  }

  private func remarks(_ outline: DiffOutline) -> [String] {
    var remarks = outline.notes.map(Markdown.escape)
    if outline.formattingOnly > 0 {
      let records = outline.formattingOnly == 1 ? "record differs" : "records differ"
      remarks.append("\(outline.formattingOnly) \(records) in formatting only")
    }
    return remarks
  }

  private func line(_ entry: EntryOutline) -> String {
    let lead =
      switch entry.symbol {
      case .added: entry.lead ?? "Added"
      case .removed: entry.lead ?? "Removed"
      default: entry.lead ?? "Updated"
      }
    if entry.fields.count == 1, entry.fields[0].label.isEmpty {
      let values = entry.fields[0].lines.map { words($0.fragments) }.joined(separator: "; ")
      return "- **\(Markdown.escape(entry.name))**: \(values)\n"
    }
    var text = "- **\(Markdown.escape(lead))**: \(Markdown.escape(entry.name))"
    if let detail = entry.detail, !detail.isEmpty { text += " · \(Markdown.escape(detail))" }
    text += "\n"
    for field in entry.fields {
      for line in field.lines {
        let sign = line.symbol.map { "\(Markdown.escape($0.rawValue)) " } ?? ""
        text += "  - \(Markdown.escape(field.label)): \(sign)\(words(line.fragments))\n"
      }
    }
    return text
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
