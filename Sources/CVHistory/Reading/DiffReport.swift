package import CVModel
package import Git
internal import Text

/// A diff between two versions of a repository, with the information for its header.
package struct DiffReport: Sendable {
  package var diff: CVDiff
  package let from: RevisionLabel
  package let to: RevisionLabel
  /// `git rev-list --count FROM..TO`; nil if a side is not a commit.
  package let commits: Int?
  /// False if the older side is not an ancestor of the newer one, so that the changes are not a
  /// history.
  package let isAncestor: Bool
  /// What a shallow clone, for example, does not contain.
  package let notes: [String]
  /// The newer side's CV, for the order of sections and for kinds.
  package internal(set) var cv: CV
  /// The older side's schema, for removed entries.
  package let oldSchema: Schema

  /// The document for other programs.
  package var document: DiffDocument {
    DiffDocument(diff, from: from, to: to, commits: commits)
  }
}

extension CVRepository {
  /// Compares two versions, including private data.
  ///
  /// - Parameter variants: the variants by which the sides are narrowed.
  package func diff(
    from old: NamedVersion, to new: NamedVersion,
    variants: (old: Variant, new: Variant)? = nil
  ) throws(GitError) -> DiffReport {
    // A limit counts all entries, including unchanged ones, so read everything.
    var (before, after) =
      variants != nil
      ? (try side(of: old.version), try side(of: new.version))
      : try sides(from: old.version, to: new.version)
    if let variants {
      before = before.narrowed(by: variants.old)
      after = after.narrowed(by: variants.new)
    }
    return try report(CVDiff(from: before, to: after), old, new, (before, after))
  }

  /// A diff with the information for its header.
  func report(
    _ diff: CVDiff, _ old: NamedVersion, _ new: NamedVersion,
    _ sides: (old: DiffSide, new: DiffSide)
  ) throws(GitError) -> DiffReport {
    let (commits, isAncestor) = try commits(from: old.version, to: new.version)
    let notes = try shallowNotes(commits) + bridgeNotes(old) + bridgeNotes(new)
    return DiffReport(
      diff: diff, from: RevisionLabel(old), to: RevisionLabel(new), commits: commits,
      isAncestor: isAncestor, notes: notes, cv: sides.new.cv,
      oldSchema: sides.old.cv.schema)
  }

  /// The number of commits between two versions, nil if the newer one is not a commit; and whether
  /// the older one is its ancestor.
  private func commits(
    from old: CVVersion, to new: CVVersion
  ) throws(GitError) -> (count: Int?, isAncestor: Bool) {
    guard let end = new.commit else { return (nil, true) }
    guard let start = old.commit else {
      return (try repository.count(from: nil, to: end.id), true)
    }
    let range = try repository.range(from: start.id, to: end.id)
    return (range.count, range.startsInHistory)
  }

  private func shallowNotes(_ commits: Int?) throws(GitError) -> [String] {
    guard repository.isShallow, commits != nil else { return [] }
    return ["this clone is shallow: missing commits are not counted"]
  }
}

extension RevisionLabel {
  /// The label of a version: its name, and for a commit its ID and the author's day.
  package init(_ version: NamedVersion) {
    let commit = version.version.commit
    self.init(
      revision: version.name, commit: commit?.id.hex, day: commit?.author.day.description)
  }
}

extension DiffReport {
  /// Compares two readings that are not versions of a repository: a record before and after an
  /// edit.
  package init(from old: CVReading, to new: CVReading) {
    let (before, after) = (DiffSide(old), DiffSide(new))
    self.init(
      diff: CVDiff(from: before, to: after), from: RevisionLabel(revision: "before"),
      to: RevisionLabel(revision: "after"), commits: nil, isAncestor: true, notes: [],
      cv: after.cv, oldSchema: before.cv.schema)
  }
}
