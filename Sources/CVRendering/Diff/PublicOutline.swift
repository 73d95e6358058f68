package import CVHistory
package import CVModel

/// A diff for others in words: only a ``PublicDiff`` makes one.
package struct PublicOutline: Sendable {
  let outline: DiffOutline

  /// - Parameter title: in place of the revisions.
  package init(
    _ diff: PublicDiff, least: Significance, isExplained: Bool = false, title: String? = nil
  ) {
    var outline = DiffOutline(diff.report, least: least, isExplained: isExplained)
    if let title { outline.title = title }
    self.outline = outline
  }
}
