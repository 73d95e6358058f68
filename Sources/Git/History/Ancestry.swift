/// Which commits are reachable from either of two, as far as needed to tell them apart.
///
/// libgit2's walks fail in a shallow clone, where parents are missing; this one knows its boundary.
/// It goes from new to old and stops where only shared history is left, so a range costs what is
/// in it. Clocks that went wrong make it walk further.
struct Ancestry {
  /// From which sides a commit is reachable.
  struct Sides: OptionSet, Sendable {
    let rawValue: UInt8
    static let left = Sides(rawValue: 1)
    static let right = Sides(rawValue: 2)
    /// Below a shared commit that was found already.
    static let belowShared = Sides(rawValue: 4)
    static let shared: Sides = [.left, .right]
  }

  private(set) var sides: [ObjectID: Sides] = [:]
  private let repository: Repository
  private var queue = CommitQueue()
  private var waiting: Set<ObjectID> = []
  /// How many waiting commits could still tell something.
  private var undecided = 0
  /// The oldest commit that was visited from one side only.
  private var oldestOneSided = Int64.max

  init(_ left: ObjectID, _ right: ObjectID, in repository: Repository) throws(GitError) {
    self.repository = repository
    try reach(left, .left)
    try reach(right, .right)
    while let first = queue.first, undecided > 0 || first.seconds >= oldestOneSided {
      try visitFirst()
    }
  }

  /// How many commits are reachable from one side and not from the other.
  func count(only side: Sides) -> Int { sides.values.count { $0 == side } }

  private mutating func visitFirst() throws(GitError) {
    guard let commit = queue.popFirst(), var reached = sides[commit.id] else { return }
    waiting.remove(commit.id)
    if !reached.contains(.belowShared) { undecided -= 1 }
    if reached.isSuperset(of: .shared) {
      reached.insert(.belowShared)
    } else {
      oldestOneSided = min(oldestOneSided, commit.seconds)
    }
    for parent in commit.parents { try reach(parent, reached) }
  }

  private mutating func reach(_ id: ObjectID, _ new: Sides) throws(GitError) {
    let before = sides[id, default: []]
    let after = before.union(new)
    guard after != before else { return }
    sides[id] = after
    if waiting.insert(id).inserted {
      queue.insert(try repository.links(of: id))
      if !after.contains(.belowShared) { undecided += 1 }
    } else if after.contains(.belowShared), !before.contains(.belowShared) {
      undecided -= 1
    }
  }
}
