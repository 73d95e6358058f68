/// Compares trees one pair after another, as a walk through history does.
///
/// Keeps the two versions of each folder that were read last, so that one commit's parent is not
/// read again as the next commit's tree. Folders with the same ID are never read.
package struct TreeComparer {
  private let repository: Repository
  private var kept: [GitPath: (old: RawTree, new: RawTree)] = [:]
  private var changes: [TreeChange] = []
  /// The number of entries compared for one pair of trees.
  private var count = 0

  package init(_ repository: Repository) { self.repository = repository }

  /// The paths at or below `path` at which two trees differ, sorted.
  ///
  /// - Parameters:
  ///   - old: nil for an empty tree, as before the first commit.
  ///   - new: nil for an empty tree.
  ///   - path: from the trees' top; empty for all.
  package mutating func changes(
    from old: ObjectID?, to new: ObjectID?, under path: String = ""
  ) throws(GitError) -> [TreeChange] {
    changes = []
    count = 0
    if kept.count > Repository.mostEntries { kept = [:] }
    var oldVersion = old.map { TreeChange.Version(id: $0, mode: .tree) }
    var newVersion = new.map { TreeChange.Version(id: $0, mode: .tree) }
    var folder = GitPath.top
    for name in GitPath(path).names {
      guard oldVersion != newVersion else { return [] }
      let (oldTree, newTree) = try trees(oldVersion, newVersion, at: folder)
      oldVersion = try oldTree.entry(named: name).map { .init(id: $0.id, mode: $0.mode) }
      newVersion = try newTree.entry(named: name).map { .init(id: $0.id, mode: $0.mode) }
      folder = folder.appending(name)
    }
    try compare(oldVersion, newVersion, at: folder, depth: 0)
    return changes
  }

  /// The paths at which two trees that are both at `place` differ, sorted.
  package mutating func changes(
    from old: ObjectID?, to new: ObjectID?, at place: GitPath
  ) throws(GitError) -> [TreeChange] {
    changes = []
    count = 0
    if kept.count > Repository.mostEntries { kept = [:] }
    try compare(
      old.map { .init(id: $0, mode: .tree) }, new.map { .init(id: $0, mode: .tree) }, at: place,
      depth: 0)
    return changes
  }

  private mutating func compare(
    _ old: TreeChange.Version?, _ new: TreeChange.Version?, at path: GitPath, depth: Int
  ) throws(GitError) {
    guard old != new else { return }
    guard depth < Repository.deepestTree else { throw Repository.tooDeep(path) }
    let oldFile = old.flatMap { $0.mode == .tree ? nil : $0 }
    let newFile = new.flatMap { $0.mode == .tree ? nil : $0 }
    if oldFile != nil || newFile != nil {
      changes.append(TreeChange(path: path, old: oldFile, new: newFile))
    }
    guard old?.mode == .tree || new?.mode == .tree else { return }
    let (oldTree, newTree) = try trees(old, new, at: path)
    var pairs = DifferingEntries(old: oldTree, new: newTree)
    while let (oldEntry, newEntry) = try pairs.next() {
      count += 1
      guard count <= Repository.mostEntries else { throw Repository.tooMany(path) }
      let name = oldEntry.map(oldTree.name) ?? newEntry.map(newTree.name) ?? []
      try compare(
        oldEntry.map { .init(id: $0.id, mode: $0.mode) },
        newEntry.map { .init(id: $0.id, mode: $0.mode) },
        at: path.appending(name), depth: depth + 1)
    }
  }

  /// Both versions of a folder, kept or read; empty if it does not exist.
  private mutating func trees(
    _ old: TreeChange.Version?, _ new: TreeChange.Version?, at path: GitPath
  ) throws(GitError) -> (old: RawTree, new: RawTree) {
    let before = kept[path]
    let oldTree = try tree(old, from: before)
    let newTree = try tree(new, from: before)
    kept[path] = (oldTree, newTree)
    return (oldTree, newTree)
  }

  private func tree(
    _ version: TreeChange.Version?, from kept: (old: RawTree, new: RawTree)?
  ) throws(GitError) -> RawTree {
    guard let version, version.mode == .tree else { return .empty }
    if let kept, kept.old.id == version.id { return kept.old }
    if let kept, kept.new.id == version.id { return kept.new }
    return try repository.rawTree(version.id)
  }
}

extension Repository {
  /// The paths at or below `path` at which two trees differ, sorted; see ``TreeComparer``.
  package func changes(
    from old: ObjectID?, to new: ObjectID?, under path: String = ""
  ) throws(GitError) -> [TreeChange] {
    var comparer = TreeComparer(self)
    return try comparer.changes(from: old, to: new, under: path)
  }

  /// The paths at which two trees that are both at `place` differ, sorted.
  package func changes(
    from old: ObjectID?, to new: ObjectID?, at place: GitPath
  ) throws(GitError) -> [TreeChange] {
    var comparer = TreeComparer(self)
    return try comparer.changes(from: old, to: new, at: place)
  }
}
