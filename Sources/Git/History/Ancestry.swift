/// Which commits are reachable from either of two commits, as far as needed to tell the two sides
/// apart.
///
/// libgit2's walks fail in a shallow clone, where parents are missing; this one respects the
/// shallow boundary. It walks from new to old and stops when only shared history is left, so the
/// cost of a range depends on its own size. Wrong commit dates make it walk further.
struct Ancestry {
  /// The sides from which a commit is reachable.
  struct Sides: OptionSet, Sendable {
    let rawValue: UInt8
    static let left = Sides(rawValue: 1)
    static let right = Sides(rawValue: 2)
    /// Below a shared commit that was already found.
    static let belowShared = Sides(rawValue: 4)
    static let shared: Sides = [.left, .right]
  }

  private(set) var sides: [ObjectID: Sides] = [:]
  private let repository: Repository
  private var queue = CommitQueue()
  private var waiting: Set<ObjectID> = []
  /// How many queued commits could still change the result.
  private var undecided = 0
  /// The date of the oldest commit that was visited from one side only.
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
