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
    // A mention of a private entry is private too, and that need not have changed: all is read.
    let (older, newer) = (try reading(of: old.version), try reading(of: new.version))
    let (before, after) = (DiffSide(older), DiffSide(newer))
    let readings = Dictionary([(old.version, older), (new.version, newer)]) { $1 }
    let hidden = try withRelaxedHashes { () throws(GitError) in
      var hidden = try HiddenEntries(self, newest: new.version, readings: readings)
      try hidden.look(for: [before.cv, after.cv], after.cv.schema)
      return hidden
    }
    let diff = CVDiff.public(
      from: before, to: after, variants: variants, hiding: hidden.entries, fields: hidden.fields)
    var report = try report(diff, old, new, (before, after))
    report.cv = after.cv.public
    return PublicDiff(report)
  }
}
