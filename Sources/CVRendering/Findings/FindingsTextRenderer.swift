package import CVModel
internal import Text

/// Findings as a compiler prints them: location, message, the line with a caret, a hint.
package struct FindingsTextRenderer {
  private let isColored: Bool

  package init(isColored: Bool) { self.isColored = isColored }

  /// All findings, and a final line with their counts.
  package func render(_ findings: [Finding], lines: (Finding) -> String?) -> String {
    var text = ""
    for finding in findings { text += render(finding, line: lines(finding)) }
    return text + Self.counts(findings) + "\n"
  }

  /// `2 errors, 1 warning`.
  package static func counts(_ findings: [Finding]) -> String {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count - errors
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return parts.joined(separator: ", ")
  }

  /// The first line of a finding: `cv/awards/medal.yaml:2:7: error: invalid date "soon" [date]`.
  static func headLine(_ finding: Finding) -> String {
    "\(place(finding)): \(finding.severity.rawValue): \(finding.message.terminalSafe) [\(finding.rule)]"
  }

  private func render(_ finding: Finding, line: String?) -> String {
    let style: TextStyle = finding.severity == .error ? .removed : .changed
    var text = paint(Self.place(finding), .heading) + ": "
    text += paint("\(finding.severity.rawValue):", style)
    text += " \(finding.message) [\(finding.rule)]\n"
    if let start = finding.position, let line, !line.isEmpty {
      text += excerpt(finding, start, line, style)
    }
    if let hint = finding.hint { text += "  \(paint("hint:", .faint)) \(hint)\n" }
    return text
  }

  private static func place(_ finding: Finding) -> String {
    let path = finding.path.terminalSafe
    guard let start = finding.position else { return path }
    return "\(path):\(start.line):\(start.column)"
  }

  /// The source line with a caret at the fault; of a long line, only the part around it. Nothing
  /// for an empty line.
  private func excerpt(
    _ finding: Finding, _ start: Finding.Place, _ line: String, _ style: TextStyle
  ) -> String {
    let scalars = Array(line.unicodeScalars)
    let first = max(0, min(start.column - 1, scalars.count))
    let last = finding.endPosition.flatMap { $0.line == start.line ? $0.column - 1 : nil }
    let end = max(first + 1, min(last ?? scalars.count, scalars.count))
    let shownStart = first > Self.longLine ? first - Self.longLine / 2 : 0
    let shownEnd = min(scalars.count, max(shownStart + Self.longLine, first + Self.longLine / 2))
    let shown = Self.text(scalars[shownStart..<shownEnd])
    let before = Self.text(scalars[shownStart..<first])
    let marked = Self.text(scalars[min(first, shownEnd)..<min(end, shownEnd)])
    let number = String(start.line)
    let gutter = String(repeating: " ", count: number.count)
    let lead = shownStart > 0 ? "…" : ""
    let tail = shownEnd < scalars.count ? "…" : ""
    let caret = "^" + String(repeating: "~", count: max(0, displayWidth(of: marked) - 1))
    let indent = String(repeating: " ", count: displayWidth(of: lead + before))
    return "  \(paint("\(number) |", .faint)) \(lead)\(shown)\(tail)\n"
      + "  \(gutter) \(paint("|", .faint)) \(indent)\(paint(caret, style))\n"
  }

  /// The length in scalars above which only the part of a line around the fault is shown.
  private static let longLine = 160

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.map { $0 == "\t" ? " " : $0 })
    return String(view).terminalSafe
  }

  private func paint(_ text: String, _ style: TextStyle) -> String {
    isColored ? style.paint(text) : text
  }
}
