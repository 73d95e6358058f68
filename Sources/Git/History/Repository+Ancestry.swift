extension Repository {
  /// The best common ancestor of two commits, as `git merge-base` prints it; nil if they have none.
  package func mergeBase(
    _ one: ObjectID, _ two: ObjectID
  ) throws(GitError) -> ObjectID? {
    let question = ["merge-base", one.hex, two.hex]
    let run = try git.run(question)
    guard run.status <= 1 else { throw git.failure(run, question) }
    return ObjectID(hex: run.line)
  }

  /// Whether one commit is the other or one of its ancestors.
  package func isAncestor(
    _ ancestor: ObjectID, of commit: ObjectID
  ) throws(GitError) -> Bool {
    guard ancestor != commit else { return true }
    return try Ancestry(ancestor, commit, in: self).sides[ancestor]?.contains(.right) ?? false
  }

  /// The size of a range, from one walk: how many commits `git rev-list FROM..TO` lists, and
  /// whether `from` is an ancestor of `to`.
  package func range(
    from: ObjectID, to: ObjectID
  ) throws(GitError) -> (count: Int, startsInHistory: Bool) {
    guard from != to else { return (0, true) }
    let ancestry = try Ancestry(from, to, in: self)
    return (ancestry.count(only: .right), ancestry.sides[from]?.contains(.right) ?? false)
  }

  /// How many commits `git rev-list FROM..TO` lists; without `from`, all of the history of `to`.
  package func count(from: ObjectID?, to: ObjectID) throws(GitError) -> Int {
    if let from { return try Ancestry(from, to, in: self).count(only: .right) }
    return try history(of: to).count
  }

  /// The commits that `git rev-list FROM..TO` lists; without `from`, all of the history of `to`.
  package func commits(from: ObjectID?, to: ObjectID) throws(GitError) -> Set<ObjectID> {
    guard let from else { return try history(of: to) }
    return Set(try Ancestry(from, to, in: self).sides.lazy.filter { $0.value == .right }.map(\.key))
  }

  private func history(of to: ObjectID) throws(GitError) -> Set<ObjectID> {
    var seen: Set<ObjectID> = [to]
    var waiting = [to]
    while let id = waiting.popLast() {
      for parent in try links(of: id).parents where seen.insert(parent).inserted {
        waiting.append(parent)
      }
    }
    return seen
  }
}
