internal import Text

/// Texts of records made safe for the document: without characters that are unsafe in a terminal,
/// and with links only to the web and mail.
enum DocumentText {
  /// One paragraph.
  static func inlines(_ text: String) -> [Inline] {
    let inlines = Inline.parse(text.terminalSafe)
    if inlines.count == 1, case .text = inlines[0] { return inlines }
    return inlines.flatMap(settled).joined
  }

  /// Paragraphs, separated by empty lines.
  static func paragraphs(_ text: String) -> [[Inline]] {
    text.paragraphs.map(inlines)
  }

  private static func settled(_ inline: Inline) -> [Inline] {
    switch inline {
    case .text, .code: return [inline]
    case .strong(let inner): return [.strong(inner.flatMap(settled).joined)]
    case .emphasis(let inner): return [.emphasis(inner.flatMap(settled).joined)]
    case .math(let source): return [MathText(source) == nil ? .code(source) : inline]
    case .link(let label, let url):
      let label = label.flatMap(settled)
      if isSafe(url) { return [.link(label.joined, url: url)] }
      return [.text("[")] + label + [.text("](\(url))")]
    }
  }

  /// Whether a URL is one of the web or of mail.
  static func isSafe(_ url: String) -> Bool {
    if ValueReader.urlFault(url) == nil { return true }
    guard url.lowercased().hasPrefix("mailto:") else { return false }
    return FieldType.email.meaning(of: .scalar(String(url.dropFirst(7)))) != nil
  }
}

extension String {
  /// The paragraphs of a text, which empty lines separate.
  var paragraphs: [String] {
    var paragraphs: [String] = []
    var lines: [Substring] = []
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        if !lines.isEmpty { paragraphs.append(lines.joined(separator: " ")) }
        lines = []
      } else {
        lines.append(line)
      }
    }
    if !lines.isEmpty { paragraphs.append(lines.joined(separator: " ")) }
    return paragraphs
  }
}

extension [Inline] {
  /// With adjacent texts merged.
  var joined: [Inline] {
    reduce(into: []) { result, inline in
      if case .text(let more) = inline, case .text(let text)? = result.last {
        result[result.count - 1] = .text(text + more)
      } else if inline != .text("") {
        result.append(inline)
      }
    }
  }
}
