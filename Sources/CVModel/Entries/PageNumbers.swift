internal import Text

/// The pages of a work, or its article number: `101–120`, `7`, `e1002`.
package struct PageNumbers: Hashable, Sendable {
  /// What it is printed as.
  private enum Form { case several, one, article, asWritten }

  private let form: Form
  /// With `–` between the ends of each range.
  private let text: String

  /// Reads a field of pages; hyphens, dashes and TeX's `--` between two numbers are one range.
  package init(_ written: String) {
    let plain = Self.withoutLabel(Inline.parse(written.collapsed).plainText)
    let pieces = plain.split(separator: ",").map { Self.range($0.trimmed) }
    text = pieces.joined(separator: ", ")
    let hasWords = plain.split { !$0.isLetter }.contains { $0.count > 3 }
    if hasWords || pieces.isEmpty {
      form = .asWritten
    } else if pieces.count > 1 || text.contains("–") || plain.hasSuffix("f") || plain.hasSuffix("+")
    {
      form = .several
    } else {
      form = Self.isArticleNumber(text) ? .article : .one
    }
  }

  /// For readers: `pp. 101–120`, `p. 7`, `art. 105678`, `e1002`.
  package var printed: String {
    switch form {
    case .several: "pp. \(text)"
    case .one: "p. \(text)"
    case .article: text.first.map(\.isLetter) == true ? text : "art. \(text)"
    case .asWritten: text
    }
  }

  /// With two hyphens in each range, as TeX sets a dash: `101--120`.
  package var tex: String {
    text.split(separator: "–", omittingEmptySubsequences: false).joined(separator: "--")
  }

  /// The first and the last page, or the one page; for formats that have fields for them.
  package var bounds: (first: String, last: String?) {
    let ends = text.split(separator: "–").map(\.trimmed)
    return ends.count == 2 ? (ends[0], ends[1]) : (text, nil)
  }

  /// Without `pp.` before it.
  private static func withoutLabel(_ text: String) -> String {
    for label in ["pp.", "pp ", "p. ", "pages "] where text.lowercased().hasPrefix(label) {
      return text.dropFirst(label.count).trimmed
    }
    return text
  }

  /// A piece with a dash in place of what parts its two ends.
  private static func range(_ piece: String) -> String {
    let dashes: Set<Character> = ["–", "—", "−", "‒"]
    let ends = piece.split(whereSeparator: { dashes.contains($0) }).map(\.trimmed)
    if ends.count > 1 { return ends.joined(separator: "–") }
    let doubled = piece.split(separator: "--").map { $0.drop { $0 == "-" }.trimmed }
    if doubled.count > 1 { return doubled.joined(separator: "–") }
    let parts = piece.split(separator: "-", omittingEmptySubsequences: false).map(\.trimmed)
    guard parts.count == 2, isRange(parts[0], parts[1]) else { return piece }
    return parts.joined(separator: "–")
  }

  /// True if a hyphen between two numbers leads from one to the other: `5-15`, `101-20`, `S5-S9`;
  /// not in page 1 of chapter 16, `16-1`.
  private static func isRange(_ first: String, _ last: String) -> Bool {
    let (start, end) = (first.filter(\.isNumber), last.filter(\.isNumber))
    guard let mine = Int(start), let theirs = Int(end) else {
      return start.isEmpty && end.isEmpty && first.isRoman && last.isRoman
    }
    if theirs >= mine { return true }
    // The digits that both share are left out: `101-20` ends on page 120.
    return end.count < start.count && Int(start.dropLast(end.count) + end).map { $0 > mine } == true
  }

  private static func isArticleNumber(_ text: String) -> Bool {
    let digits = text.filter(\.isNumber)
    guard digits.count + 1 >= text.count, let first = text.first else { return false }
    if first == "e" || first == "E" { return !digits.isEmpty }
    return first.isNumber && digits.count == text.count
      && (digits.count >= 5 || digits.count > 1 && first == "0")
  }
}

extension String {
  /// True for a page of a preface: `xiv`.
  fileprivate var isRoman: Bool { !isEmpty && allSatisfy { "ivxlcIVXLC".contains($0) } }
}
