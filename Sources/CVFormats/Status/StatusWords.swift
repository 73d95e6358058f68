/// Reads the status of a publication from the words of a field: `to appear`, `Submitted to Nature`,
/// `JASA, in press`.
///
/// Precision comes first: a phrase counts only if it is the whole value or a whole segment of it,
/// with an optional place and date, or at the end or start of a venue. Titles and abstracts are
/// never searched.
package struct StatusWords: Hashable, Sendable {
  /// The label of the step in the lifecycle of publications.
  package let status: String
  /// The relevant words, as written.
  package let words: String
  /// The venue in the words: `Nature` in `Submitted to Nature`. For a venue field, the rest of it.
  package let venue: String?
  /// Whether the text is only the phrase and the venue, without a date or another segment.
  package let isAll: Bool

  /// The role of a field.
  package enum Field: Sendable {
    /// A note, a year, pages: the whole value or a segment may be a status.
    case remark
    /// A journal, a book, a school: its end or start may be a status.
    case venue
    /// biblatex's `pubstate`, or a field named `status`.
    case state

    /// The role of a BibTeX field; nil if it is never searched.
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

  /// The status in a BibTeX field whose value is still TeX; nil if the field is never searched.
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
