package import CVModel
package import Git

extension CVRepository {
  /// Both sides of a diff, with only the records that may differ, and those that every comparison
  /// needs: the document, the profile, the people and the kinds. The cost depends on how much
  /// changed.
  package func sides(
    from old: CVVersion, to new: CVVersion
  ) throws(GitError) -> (old: DiffSide, new: DiffSide) {
    if sources == nil,
      let sides = try withRelaxedHashes({ () throws(GitError) in
        try changedSides(from: old, to: new)
      })
    {
      return sides
    }
    let (before, after, unchanged) = try withRelaxedHashes { () throws(GitError) in
      differing(try files(of: old, isBridging: true), try files(of: new, isBridging: true))
    }
    let reader = CVReader(root: root)
    var sides = (old: DiffSide(reader.read(before)), new: DiffSide(reader.read(after)))
    sides.new.unchangedKeys = unchanged
    return sides
  }

  /// The CV at a version as one side of a comparison, with all of its records. A source that cannot
  /// be read has the entries of the last version before that can.
  func side(of version: CVVersion) throws(GitError) -> DiffSide {
    guard sources != nil else { return DiffSide(try reading(of: version)) }
    return DiffSide(CVReader(root: root).read(try files(of: version, isBridging: true)))
  }

  /// The sides between two commits, found by comparing their trees; nil if a side is not a commit.
  private func changedSides(
    from old: CVVersion, to new: CVVersion
  ) throws(GitError) -> (old: DiffSide, new: DiffSide)? {
    let (before, after) = (old.commit, new.commit)
    guard before != nil || old == .empty, after != nil || new == .empty else { return nil }
    let oldQueue = try contextQueue(before)
    let newQueue = try contextQueue(after)
    let changes = try changes(from: before, to: after)
      .filter { !isContext($0.path) }
    for change in changes {
      if let version = change.old {
        oldQueue.add(try sourceFile(change.path, version.mode, version.id))
      }
      if let version = change.new {
        newQueue.add(try sourceFile(change.path, version.mode, version.id))
      }
    }
    if let after {
      for file in try namesakes(in: after, of: changes) {
        oldQueue.add(file)
        newQueue.add(file)
      }
    }
    var sides = [oldQueue, newQueue].mapInParallel(by: 1) { DiffSide($0.reading()) }
    if let after {
      sides[1].unchangedKeys = try unchangedKeys(of: after, besides: changes)
    }
    return (sides[0], sides[1])
  }

  /// A parsing queue for one side, with the records that every comparison needs.
  private func contextQueue(_ commit: Commit?) throws(GitError) -> ParsingQueue {
    let context = try contextFiles(of: commit)
    let queue = ParsingQueue(CVReader(root: root), kinds: try kinds(context).map(sourceFile))
    for file in context { queue.add(try sourceFile(file)) }
    return queue
  }

  /// The files and folders that every comparison needs.
  static let contextNames = ["cv.yaml", "kinds", "people", "profile.yaml"]

  /// The files that every comparison needs, at a commit or the index.
  func contextFiles(at version: CVVersion) throws(GitError) -> [FileEntry] {
    // Ask for the index only once.
    if version == .index { return try files(at: .index).filter { isContext($0.path) } }
    var files: [FileEntry] = []
    for name in Self.contextNames { files += try self.files(at: version, under: name) }
    return files
  }

  private func contextFiles(of commit: Commit?) throws(GitError) -> [FileEntry] {
    guard let commit else { return [] }
    var files: [FileEntry] = []
    for name in Self.contextNames { files += try self.files(of: commit, under: name) }
    return files
  }

  func isContext(_ path: GitPath) -> Bool { isContext(path.recordPath) }

  private func isContext(_ path: String) -> Bool {
    guard let relative = CVReader(root: root).relativePath(path) else { return false }
    return Self.contextNames.contains(String(relative.prefix { $0 != "/" }))
  }

  /// The files without those that are the same on both sides, except for those that every
  /// comparison needs.
  private func differing(
    _ old: [SourceFile], _ new: [SourceFile]
  ) -> (old: [SourceFile], new: [SourceFile], unchangedKeys: Set<EntryKey>) {
    let newByPath = Dictionary(new.map { ($0.path, $0) }) { first, _ in first }
    let needed = keysOnOneSide(old.map(\.path), new.map(\.path))
    let same = Set(
      old.filter { file in
        guard case .bytes(let before) = file.content,
          case .bytes(let after)? = newByPath[file.path]?.content
        else { return false }
        return before == after && !isContext(file.path)
          && !(key(file.path).map(needed.contains) ?? false)
      }.map(\.path))
    return (
      old.filter { !same.contains($0.path) }, new.filter { !same.contains($0.path) },
      Set(same.compactMap(key))
    )
  }
}

/// Finds files with the same ID: an unchanged one is needed to distinguish it from the other.
extension CVRepository {
  private func key(_ path: String) -> EntryKey? {
    CVReader(root: root).key(of: path)
  }

  /// The records that were added, removed or moved to another path.
  private func keysOnOneSide(_ old: [String], _ new: [String]) -> Set<EntryKey> {
    Set(Set(old).symmetricDifference(new).compactMap(key))
  }

  /// The unchanged files of a tree that have the same key as an added or removed record.
  private func namesakes(
    in commit: Commit, of changes: [TreeChange]
  ) throws(GitError) -> [SourceFile] {
    let comeOrGone = changes.filter { $0.old == nil || $0.new == nil }.map(\.path)
    let changed = Set(changes.map(\.path))
    let byKind = Dictionary(grouping: comeOrGone) { key($0.recordPath)?.kind }
    var files: [SourceFile] = []
    for case (let kind?, let paths) in byKind.sorted(by: { ($0.key ?? "") < ($1.key ?? "") }) {
      let all = try self.files(of: commit, under: kind)
      // If all files are directly in the kind's folder, a key has only one path.
      if !all.contains(where: { isNested($0.path) }), !paths.contains(where: isNested) { continue }
      let keys = Set(paths.compactMap { key($0.recordPath) })
      for file in all where !changed.contains(file.path) {
        guard let key = key(file.path.recordPath), keys.contains(key) else { continue }
        files.append(try sourceFile(file))
      }
    }
    return files
  }

  /// The keys of a commit's unchanged records, for each kind with both added and removed records.
  ///
  /// Only in these kinds, entries are matched by the words of their IDs, which must not occur in
  /// other IDs.
  func unchangedKeys(
    of commit: Commit, besides changes: [TreeChange]
  ) throws(GitError) -> Set<EntryKey> {
    func kinds(_ changes: [TreeChange]) -> Set<String> {
      Set(changes.compactMap { key($0.path.recordPath)?.kind })
    }
    let kinds = kinds(changes.filter { $0.old == nil })
      .intersection(kinds(changes.filter { $0.new == nil }))
    if kinds.isEmpty { return [] }
    let changed = Set(changes.map(\.path))
    var keys: Set<EntryKey> = []
    for kind in kinds.sorted() {
      let files = try self.files(at: .commit(commit), under: kind)
      keys.formUnion(
        files.lazy.filter { !changed.contains($0.path) }.compactMap { key($0.path.recordPath) })
    }
    return keys
  }

  /// Whether a file is in a subfolder of its kind's folder.
  private func isNested(_ path: GitPath) -> Bool {
    path.bytes.dropFirst(prefix.utf8.count).count { $0 == UInt8(ascii: "/") } > 1
  }
}
