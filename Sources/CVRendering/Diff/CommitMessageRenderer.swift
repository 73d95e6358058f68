internal import CVModel
internal import Text

/// A diff as a commit message: a subject that summarizes it, and the changes.
package struct CommitMessageRenderer {
  /// The maximum width of the subject, by git's convention.
  private static let subjectWidth = 72

  package init() {}

  /// Nil if there is nothing to report.
  package func render(_ diff: PublicOutline) -> String? {
    let outline = diff.outline
    let entries = outline.sections.flatMap(\.entries)
    guard let first = entries.first else { return nil }
    let subject = entries.count == 1 ? subject(first) : summary(outline)
    guard entries.count > 1 || !saysAll(subject, first) else { return subject + "\n" }
    return subject + "\n\n"
      + DiffTextRenderer(width: Self.subjectWidth, isColored: false).body(outline)
  }

  /// `Accepted: NonlinearSolve.jl … (ACM TOMS)`; for the profile and the document, the value.
  private func subject(_ entry: EntryOutline) -> String {
    let isOwnField = entry.fields.count == 1 && entry.fields[0].label.isEmpty
    let value = isOwnField ? entry.fields[0].lines.map(Self.words).joined(separator: "; ") : ""
    let whole = isOwnField ? "\(entry.name): \(value)" : "\(entry.event): \(entry.name)"
    let place = isOwnField ? "" : entry.place.map { " (\($0))" } ?? ""
    if displayWidth(of: whole + place) <= Self.subjectWidth { return (whole + place).terminalSafe }
    return Self.cut(whole.terminalSafe, to: Self.subjectWidth)
  }

  /// `CV: 4 added, 1 accepted`; the names of the sections if the changes are not counted.
  private func summary(_ outline: DiffOutline) -> String {
    let summary =
      outline.summary.isEmpty
      ? outline.sections.map(\.heading).joined(separator: ", ") : outline.summary
    return Self.cut("CV: \(summary)".terminalSafe, to: Self.subjectWidth)
  }

  private func saysAll(_ subject: String, _ entry: EntryOutline) -> Bool {
    let isOwnField = entry.fields.count == 1 && entry.fields[0].label.isEmpty
    return !subject.hasSuffix("…") && (entry.fields.isEmpty || isOwnField)
  }

  private static func words(_ line: FieldOutline.Line) -> String {
    line.fragments.map { fragment in
      switch fragment {
      case .text(let words), .added(let words): words
      case .removed: ""
      }
    }.joined().collapsed
  }

  /// Truncates at the end of a word, with an ellipsis.
  private static func cut(_ text: String, to width: Int) -> String {
    guard displayWidth(of: text) > width else { return text }
    var result = ""
    for word in text.split(separator: " ") {
      let longer = result.isEmpty ? String(word) : "\(result) \(word)"
      if displayWidth(of: longer) > width - 2 { break }
      result = longer
    }
    if result.isEmpty { result = String(text.prefix(width / 2)) }
    return result + " …"
  }
}
