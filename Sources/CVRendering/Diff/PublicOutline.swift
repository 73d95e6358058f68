package import CVHistory
package import CVModel

/// The outline of a diff for others: can only be made from a ``PublicDiff``.
package struct PublicOutline: Sendable {
  let outline: DiffOutline

  /// - Parameter title: replaces the revisions.
  package init(
    _ diff: PublicDiff, least: Significance, isExplained: Bool = false, title: String? = nil
  ) {
    var outline = DiffOutline(diff.report, least: least, isExplained: isExplained)
    if let title { outline.title = title }
    self.outline = outline
  }
}
