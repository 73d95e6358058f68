/// A line of history: a commit, its first parent, that one's first parent, and so on.
package struct FirstParents {
  private let repository: Repository
  private var following: ObjectID?
  /// The commits that a lower end leaves in; nil for all.
  private let included: [ObjectID: Ancestry.Sides]?
  /// A commit that was passed, by which a line that comes back to itself is noticed (Brent's way): it is moved on after
  /// 2, 4, 8 … steps.
  private var milestone: ObjectID?
  private var stepsToNextMilestone = 1
  private var stepsFromMilestone = 0
  /// Whether the line ended only because a shallow clone holds no more of it.
  package private(set) var reachedShallowBoundary = false

  init(from start: ObjectID, until end: ObjectID?, in repository: Repository) throws(GitError) {
    self.repository = repository
    following = start
    included = try end.map { (end) throws(GitError) in
      try Ancestry(start, end, in: repository).sides
    }
  }

  /// The id of the next older commit, or nil at the end. Nothing is read of a commit that git's graph lists.
  ///
  /// - Throws: a commit that is not listed and cannot be read, or that is its own ancestor.
  package mutating func nextID() throws(GitError) -> ObjectID? {
    guard let id = following, included == nil || included?[id] == .left else { return nil }
    try follow(try repository.links(of: id).parents.first)
    return id
  }

  /// The next older commit, or nil at the end.
  ///
  /// - Throws: a commit that cannot be read, or that is its own ancestor; it never ends the line silently.
  package mutating func next() throws(GitError) -> Commit? {
    guard let id = following, included == nil || included?[id] == .left else { return nil }
    let commit = try repository.commit(id)
    try follow(commit.parents.first)
    reachedShallowBoundary = commit.isShallowBoundary
    return commit
  }

  /// Only damaged objects make a circle, whose bytes are those of others: hashes are not recomputed along a line.
  private mutating func follow(_ parent: ObjectID?) throws(GitError) {
    following = parent
    guard let parent else { return }
    guard parent != milestone else {
      throw GitError(
        code: GitError.Code.malformed, message: "commit \(parent) is its own ancestor",
        function: "FirstParents.follow", hint: "'git fsck' says what is damaged in this repository")
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
  /// - Parameter end: it and its history are left out; nil for all of the line.
  package func firstParents(
    from start: ObjectID, until end: ObjectID? = nil
  ) throws(GitError) -> FirstParents {
    try FirstParents(from: start, until: end, in: self)
  }
}
