package import Text

extension Repository {
  /// The first commit, walking back from `HEAD` along first parents, whose author's day is not
  /// later than `day`; nil if there is none.
  package func commit(upTo day: Day) throws(RevisionError) -> Commit? {
    try lastCommit(namedBy: day) { $0 <= day }
  }

  /// The first commit whose author's day is before `day`, found the same way.
  package func commit(before day: Day) throws(RevisionError) -> Commit? {
    try lastCommit(namedBy: day) { $0 < day }
  }

  /// - Throws: if it may be beyond the boundary of a shallow clone.
  private func lastCommit(
    namedBy day: Day, where isInTime: (Day) -> Bool
  ) throws(RevisionError) -> Commit? {
    do throws(GitError) {
      guard let head = try head().commit else { return nil }
      var line = try firstParents(from: head)
      while let commit = try line.next() {
        if isInTime(commit.author.day) { return commit }
      }
      guard line.reachedShallowBoundary else { return nil }
    } catch {
      throw .git(error)
    }
    throw .beyondShallowBoundary(day.description)
  }
}
