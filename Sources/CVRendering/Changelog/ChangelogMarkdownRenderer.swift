package import CVHistory
internal import CVModel

/// A changelog as Markdown, for the part between the markers of CHANGELOG.md. Omits commit IDs,
/// which change in a rebase.
package struct ChangelogMarkdownRenderer {
  package init() {}

  /// - Parameter written: the text that was written before, whose earlier days are kept; nil for
  ///   none.
  package func render(_ changelog: Changelog, keepingDaysOf written: String? = nil) -> String {
    let days = written.map(WrittenDays.init)
    let outline = ChangelogOutline(changelog) { heading, line in
      days?.keeping(line, under: "### \(Markdown.escape(heading))") { line in
        String(Markdown.finished(render(line)).prefix { $0 != "\n" })
      } ?? line
    }
    return outline.releases.mapInParallel(by: 1, render).joined(separator: "\n")
  }

  @Sendable private func render(_ release: ChangelogOutline.Release) -> String {
    var text = "## \(Markdown.escape(release.title))\n"
    if !release.counts.isEmpty {
      text += "\n" + release.counts.map { "- \(Markdown.escape($0))\n" }.joined()
    }
    for section in release.sections {
      text += "\n### \(Markdown.escape(section.heading))\n"
      for line in section.lines { text += render(line) }
    }
    return Markdown.finished(text)
  }

  private func render(_ line: ChangelogLine) -> String {
    var head = line.lead.map(Markdown.escapeInside) ?? ""
    if line.isStatus { head = "**\(head)**" }
    if let history = line.history { head += " (\(Markdown.escapeInside(history)))" }
    let name = Markdown.escapeInside(line.name)
    let start = head.isEmpty ? name : "\(head): \(name)"
    let body = ([start] + line.parts.map(Markdown.escapeInside)).joined(separator: " · ")
    return "- \(line.day) · \(body)\n"
  }
}
