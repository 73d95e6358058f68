package import CVModel
package import Git

/// A diff between two versions of a repository, with what its header says of them.
package struct DiffReport: Sendable {
  package var diff: CVDiff
  package let from: RevisionLabel
  package let to: RevisionLabel
  /// `git rev-list --count FROM..TO`; nil where a side is no commit.
  package let commits: Int?
  /// False where the older side is no ancestor of the newer one: the changes are not a story then.
  package let isAncestor: Bool
  /// What a shallow clone, or the like, cannot know.
  package let notes: [String]
  /// The newer side's CV, for the order of sections and for kinds.
  package internal(set) var cv: CV
  /// The older side's schema, for what was removed.
  package let oldSchema: Schema

  /// The document for other programs.
  package var document: DiffDocument {
    DiffDocument(diff, from: from, to: to, commits: commits)
  }
}

extension CVRepository {
  /// Compares two versions, with what is private.
  ///
  /// - Parameter variants: what each side is cut by.
  package func diff(
    from old: NamedVersion, to new: NamedVersion,
    variants: (old: Variant, new: Variant)? = nil
  ) throws(GitError) -> DiffReport {
    // A limit counts all entries, and those need not have changed: all is read.
    var (before, after) =
      variants != nil
      ? (DiffSide(try reading(of: old.version)), DiffSide(try reading(of: new.version)))
      : try sides(from: old.version, to: new.version)
    if let variants {
      before = before.narrowed(by: variants.old)
      after = after.narrowed(by: variants.new)
    }
    return try report(CVDiff(from: before, to: after), old, new, (before, after))
  }

  /// A diff with what its header says.
  func report(
    _ diff: CVDiff, _ old: NamedVersion, _ new: NamedVersion,
    _ sides: (old: DiffSide, new: DiffSide)
  ) throws(GitError) -> DiffReport {
    let (commits, isAncestor) = try commits(from: old.version, to: new.version)
    return DiffReport(
      diff: diff, from: RevisionLabel(old), to: RevisionLabel(new), commits: commits,
      isAncestor: isAncestor, notes: try shallowNotes(commits), cv: sides.new.cv,
      oldSchema: sides.old.cv.schema)
  }

  /// How many commits lie between two versions, nil where the newer one is none; and whether it has the older one in its
  /// history.
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
    return ["this clone is shallow: commits that it does not hold are not counted"]
  }
}

extension RevisionLabel {
  /// A version's label: its name, and of a commit the id and the committer's day.
  package init(_ version: NamedVersion) {
    let commit = version.version.commit
    self.init(
      revision: version.name, commit: commit?.id.hex, day: commit?.committer.utcDay.description)
  }
}

extension DiffReport {
  /// Compares two readings that are no versions of a repository: a record before and after an edit.
  package init(from old: CVReading, to new: CVReading) {
    let (before, after) = (DiffSide(old), DiffSide(new))
    self.init(
      diff: CVDiff(from: before, to: after), from: RevisionLabel(revision: "before"),
      to: RevisionLabel(revision: "after"), commits: nil, isAncestor: true, notes: [],
      cv: after.cv, oldSchema: before.cv.schema)
  }
}
