/// The first-parent line of a commit: the commit, its first parent, that one's first parent, and so
/// on.
package struct FirstParents {
  private let repository: Repository
  private var following: ObjectID?
  /// The commits that a range includes; nil for all.
  private let included: Set<ObjectID>?
  /// An earlier commit on the line, to detect cycles with Brent's algorithm: it is moved forward
  /// after 2, 4, 8 … steps.
  private var milestone: ObjectID?
  private var stepsToNextMilestone = 1
  private var stepsFromMilestone = 0
  /// Whether the line ended only because of a shallow clone's boundary.
  package private(set) var reachedShallowBoundary = false

  init(from start: ObjectID, until end: ObjectID?, in repository: Repository) throws(GitError) {
    self.repository = repository
    following = start
    included = try end.map { (end) throws(GitError) in
      try repository.commits(from: end, to: start)
    }
  }

  /// The ID of the next older commit, or nil at the end.
  ///
  /// - Throws: a commit that cannot be read, or that is its own ancestor.
  package mutating func nextID() throws(GitError) -> ObjectID? {
    guard let id = following, included?.contains(id) ?? true else { return nil }
    try follow(try repository.parents(of: id).first)
    return id
  }

  /// The next older commit, or nil at the end.
  ///
  /// - Throws: a commit that cannot be read, or that is its own ancestor. An error never ends the
  ///   line silently.
  package mutating func next() throws(GitError) -> Commit? {
    guard let id = following, included?.contains(id) ?? true else { return nil }
    let commit = try repository.commit(id)
    try follow(commit.parents.first)
    reachedShallowBoundary = commit.isShallowBoundary
    return commit
  }

  /// Moves on to the parent. Only damaged objects can form a cycle; hashes are not verified along
  /// the line.
  private mutating func follow(_ parent: ObjectID?) throws(GitError) {
    following = parent
    guard let parent else { return }
    guard parent != milestone else {
      throw GitError(
        code: GitError.Code.malformed, message: "commit \(parent) is its own ancestor",
        function: "FirstParents.follow", hint: "'git fsck' shows what is damaged in this repository"
      )
    }
    stepsFromMilestone += 1
    if stepsFromMilestone == stepsToNextMilestone {
      milestone = parent
      (stepsFromMilestone, stepsToNextMilestone) = (0, 2 * stepsToNextMilestone)
    }
  }
}

extension Repository {
  /// The commits of `git log --first-parent END..START`, newest first.
  ///
  /// - Parameter end: excluded together with its history; nil for the whole line.
  package func firstParents(
    from start: ObjectID, until end: ObjectID? = nil
  ) throws(GitError) -> FirstParents {
    try FirstParents(from: start, until: end, in: self)
  }
}
