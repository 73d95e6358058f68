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
  ///
  /// - Throws: a commit that does not exist.
  package func isAncestor(
    _ ancestor: ObjectID, of commit: ObjectID
  ) throws(GitError) -> Bool {
    guard ancestor != commit else { return true }
    let question = ["merge-base", "--is-ancestor", ancestor.hex, commit.hex]
    let run = try git.run(question)
    guard run.status <= 1 else { throw git.failure(run, question) }
    return run.status == 0
  }

  /// The size of a range: how many commits `git rev-list FROM..TO` lists, and whether `from` is an
  /// ancestor of `to`.
  package func range(
    from: ObjectID, to: ObjectID
  ) throws(GitError) -> (count: Int, startsInHistory: Bool) {
    let question = ["rev-list", "--count", "--left-right", "\(from.hex)...\(to.hex)"]
    let counts = try git.answer(question).line.split(separator: "\t").compactMap { Int($0) }
    guard counts.count == 2 else { throw git.unexpected(question) }
    return (counts[1], counts[0] == 0)
  }

  /// How many commits `git rev-list FROM..TO` lists; without `from`, all of the history of `to`.
  package func count(from: ObjectID?, to: ObjectID) throws(GitError) -> Int {
    let question = ["rev-list", "--count"] + Self.range(from, to)
    guard let count = Int(try git.answer(question).line) else { throw git.unexpected(question) }
    return count
  }

  /// The commits that `git rev-list FROM..TO` lists; without `from`, all of the history of `to`.
  package func commits(from: ObjectID?, to: ObjectID) throws(GitError) -> Set<ObjectID> {
    let lines = try git.answer(["rev-list"] + Self.range(from, to)).output
      .split(separator: UInt8(ascii: "\n"))
    return Set(lines.compactMap { ObjectID(hex: String(decoding: $0, as: UTF8.self)) })
  }

  private static func range(_ from: ObjectID?, _ to: ObjectID) -> [String] {
    [to.hex] + (from.map { ["^" + $0.hex] } ?? [])
  }
}
