/// Reads the status of a publication out of the words of a field: `to appear`, `Submitted to Nature`, `JASA, in press`.
///
/// Precision comes first: a phrase counts only if it is the whole value or a whole segment of it, with an optional place and
/// date, or if it is at the end or the start of a venue. Titles and abstracts are never asked.
package struct StatusWords: Hashable, Sendable {
  /// The label of the step in the lifecycle of publications.
  package let status: String
  /// The words that count, as written.
  package let words: String
  /// A venue that the words name: `Nature` in `Submitted to Nature`. For a venue field, what remains of it.
  package let venue: String?
  /// True if nothing but the phrase and the venue was written: no date, and no other segment.
  package let isAll: Bool

  /// What a field is for.
  package enum Field: Sendable {
    /// A note, a year, pages: the whole value or a segment may be a status.
    case remark
    /// A journal, a book, a school: its end or its start may be a status.
    case venue
    /// biblatex's `pubstate`, or a field named `status`.
    case state

    /// By the name of a field of BibTeX; nil for one that is never asked.
    init?(_ name: String) {
      if name == "pubstate" || name == "status" {
        self = .state
      } else if BibTeXFields.remarks.contains(name) {
        self = .remark
      } else if BibTeXFields.venues.contains(name) {
        self = .venue
      } else {
        return nil
      }
    }
  }

  /// - Parameter value: decoded, without TeX.
  package init?(_ value: String, in field: Field) {
    let text = StatusText(value)
    guard !text.tokens.isEmpty, !text.isTrap else { return nil }
    let found =
      switch field {
      case .state: text.state() ?? text.remark()
      case .remark: text.remark()
      case .venue: text.venue()
      }
    guard let found else { return nil }
    self = found
  }

  /// The status in a field of BibTeX, whose value is still written for TeX; nil for a field that is never asked.
  package static func read(field name: String, value: String) -> StatusWords? {
    guard let field = Field(name) else { return nil }
    return StatusWords(TeXText.decode(value, as: .plain), in: field)
  }

  init(status: String, words: String, venue: String?, isAll: Bool) {
    self.status = status
    self.words = words
    self.venue = venue.flatMap { $0.isEmpty ? nil : $0 }
    self.isAll = isAll
  }
}
