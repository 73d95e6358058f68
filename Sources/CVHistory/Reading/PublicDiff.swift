package import CVModel
package import Git

/// A diff as others may see it. Everything that writes a diff for others takes one, and cannot be given anything else.
package struct PublicDiff: Sendable {
  /// The diff with what its header says; its CV is filtered, too.
  package private(set) var report: DiffReport

  fileprivate init(_ report: DiffReport) { self.report = report }

  /// With everything that is private: for `--private` alone.
  package static func everything(_ report: DiffReport) -> PublicDiff { PublicDiff(report) }

  /// Keeps what is asked for.
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
  /// - Parameter variants: what each side is cut by.
  package func publicDiff(
    from old: NamedVersion, to new: NamedVersion,
    variants: (old: Variant, new: Variant)? = nil
  ) throws(GitError) -> PublicDiff {
    // A mention of a private entry is private too, and that need not have changed: all is read.
    let before = DiffSide(try reading(of: old.version))
    let after = DiffSide(try reading(of: new.version))
    var report = try report(
      CVDiff.public(from: before, to: after, variants: variants), old, new, (before, after))
    report.cv = after.cv.public
    return PublicDiff(report)
  }
}
