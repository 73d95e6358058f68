package import CVModel
package import Git

/// A diff without private data. Everything that writes a diff for others takes this type, and
/// accepts no other.
package struct PublicDiff: Sendable {
  /// The diff with its header; its CV is filtered, too.
  package private(set) var report: DiffReport

  fileprivate init(_ report: DiffReport) { self.report = report }

  /// A diff with private data, only for `--private`.
  package static func everything(_ report: DiffReport) -> PublicDiff { PublicDiff(report) }

  /// Keeps the selected changes and unreadable records.
  package mutating func keep(
    _ isKept: (EntryChange) -> Bool, unreadable isKeptUnreadable: (CVDiff.UnreadableRecord) -> Bool
  ) {
    report.diff.changes.removeAll { !isKept($0) }
    report.diff.unreadable.removeAll { !isKeptUnreadable($0) }
    report.diff.formattingOnly = 0
  }
}

extension CVRepository {
  /// Compares two versions for others.
  ///
  /// - Parameter variants: the variants by which the sides are narrowed.
  package func publicDiff(
    from old: NamedVersion, to new: NamedVersion,
    variants: (old: Variant, new: Variant)? = nil
  ) throws(GitError) -> PublicDiff {
    // A mention of a private entry is also private, even in an unchanged record, so read
    // everything.
    let before = DiffSide(try reading(of: old.version))
    let after = DiffSide(try reading(of: new.version))
    var report = try report(
      CVDiff.public(from: before, to: after, variants: variants), old, new, (before, after))
    report.cv = after.cv.public
    return PublicDiff(report)
  }
}
