package import CVModel

/// Writes the TeX in texts of records as Unicode.
package enum TeXConversion {
  /// A text of a field in Unicode, with the markup of records for `\\emph` and its like; unchanged
  /// without TeX in it.
  package static func unicode(_ text: String, of type: FieldType) -> String {
    if type == .people {
      return TeXMarks.isIn(text) ? TeXText.decode(Array(text.utf8)[...], as: .plain).0 : text
    }
    guard type.isProse, TeXMarks.isInProse(text) else { return text }
    return TeXText.decode(Array(text.utf8)[...], as: .text).0
  }
}
