internal import Git

/// The files of the CV that each commit changed against each of its parents. Each commit is
/// compared once.
struct CommitChanges {
  private let cv: CVRepository
  private var comparer: TreeComparer
  private var known: [ObjectID: [Step]] = [:]
  /// The parent that was read last: most likely it is the commit that is asked about next.
  private var last: Commit?

  struct Step {
    /// Nil before the first commit.
    let parent: ObjectID?
    let changes: [TreeChange]
  }

  init(_ cv: CVRepository) {
    self.cv = cv
    comparer = TreeComparer(cv.repository)
  }

  /// What a commit changed, by parent; nothing if a shallow clone does not hold its parents.
  mutating func steps(of id: ObjectID) throws(GitError) -> [Step] {
    if let steps = known[id] { return steps }
    let commit = try commit(id)
    var steps: [Step] = []
    if !commit.isShallowBoundary {
      for parent in commit.parents {
        let older = try self.commit(parent)
        last = older
        steps.append(Step(parent: parent, changes: try changes(from: older, to: commit)))
      }
      if commit.parents.isEmpty {
        steps = [Step(parent: nil, changes: try changes(from: nil, to: commit))]
      }
    }
    known[id] = steps
    return steps
  }

  private func commit(_ id: ObjectID) throws(GitError) -> Commit {
    if let last, last.id == id { return last }
    return try cv.repository.commit(id)
  }

  private mutating func changes(
    from old: Commit?, to new: Commit
  ) throws(GitError) -> [TreeChange] {
    if old?.tree == new.tree { return [] }
    let records = try comparer.changes(
      from: try old.flatMap { (commit) throws(GitError) in try cv.folder(of: commit) },
      to: try cv.folder(of: new), at: GitPath(cv.root))
    return try cv.addingSources(
      to: records, from: old.map(CVVersion.commit) ?? .empty, to: .commit(new))
  }
}
