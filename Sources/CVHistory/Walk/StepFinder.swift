internal import Git

/// Finds the steps of a first-parent line, one after the other.
struct StepFinder {
  private let repository: Repository
  private let root: String
  private var line: FirstParents
  private var comparer: TreeComparer
  private var following: Commit?
  /// How many commits of the line stand before the following one.
  private var place = 0
  /// The commit behind which a shallow clone holds nothing, once the walk came to it.
  private(set) var shallowEnd: Commit?

  init(_ cv: CVRepository, from start: ObjectID, until end: ObjectID?) throws(GitError) {
    repository = cv.repository
    root = cv.root
    comparer = TreeComparer(cv.repository)
    line = try cv.repository.firstParents(from: start, until: end)
    following = try line.next()
  }

  /// Where a walk stands, without the repository that it reads from.
  struct Position: Sendable {
    let root: String
    fileprivate let line: FirstParents.Position
    fileprivate let following: Commit?
    fileprivate let place: Int
  }

  var position: Position {
    Position(root: root, line: line.position, following: following, place: place)
  }

  /// Goes on from where another walk stands.
  init(from position: Position, in repository: Repository) {
    self.repository = repository
    root = position.root
    comparer = TreeComparer(repository)
    line = FirstParents(from: position.line, in: repository)
    following = position.following
    place = position.place
  }

  /// The next older commit that changes files of the CV, nil at the end.
  ///
  /// What a shallow clone's last commit did is not known, so it is no step.
  mutating func next() throws(GitError) -> HistoryStep? {
    while let commit = following {
      if commit.isShallowBoundary {
        (following, shallowEnd) = (nil, commit)
        return nil
      }
      following = try line.next()
      place += 1
      let parent = commit.parents.first
      var parentTree = following?.tree
      if parentTree == nil, let parent { parentTree = try repository.commit(parent).tree }
      let changes = try comparer.changes(from: parentTree, to: commit.tree, under: root)
      if !changes.isEmpty {
        return HistoryStep(
          occasion: .commit(commit), place: place - 1, parent: parent, changes: changes)
      }
    }
    return nil
  }
}
