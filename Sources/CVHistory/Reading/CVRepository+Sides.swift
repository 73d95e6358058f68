package import CVModel
package import Git

extension CVRepository {
  /// Both sides of a diff, with only the records that may differ, and what every comparison needs: the document, the
  /// profile, the people and the kinds. What it costs grows with what changed.
  package func sides(
    from old: CVVersion, to new: CVVersion
  ) throws(GitError) -> (old: DiffSide, new: DiffSide) {
    try startSides(from: old, to: new).finished()
  }

  /// Reads both sides from git; other cores may still be parsing them when it comes back.
  func startSides(
    from old: CVVersion, to new: CVVersion
  ) throws(GitError) -> StartedSides {
    // As git does: reading an object does not recompute its hash, `git fsck` does.
    let relaxation = try RelaxedHashes()
    if let sides = try changedSides(from: old, to: new) {
      _ = consume relaxation
      return sides
    }
    let (before, after) = differing(try files(of: old), try files(of: new))
    _ = consume relaxation
    let reader = CVReader(root: root)
    return .read(old: DiffSide(reader.read(before)), new: DiffSide(reader.read(after)))
  }

  /// The sides of a diff, read from git.
  enum StartedSides {
    case coming(old: SideReader, new: SideReader)
    case read(old: DiffSide, new: DiffSide)

    func finished() -> (old: DiffSide, new: DiffSide) {
      switch self {
      case .coming(let old, let new):
        let sides = [old, new].mapInParts(of: 1) { $0.side() }
        return (sides[0], sides[1])
      case .read(let old, let new): return (old, new)
      }
    }
  }

  /// Between two commits, the trees tell what differs; nil where a side is no commit.
  private func changedSides(
    from old: CVVersion, to new: CVVersion
  ) throws(GitError) -> StartedSides? {
    let (before, after) = (old.commit?.tree, new.commit?.tree)
    guard before != nil || old == .empty, after != nil || new == .empty else { return nil }
    var oldFiles = ComingFiles(root: root, context: try contextFiles(in: before))
    var newFiles = ComingFiles(root: root, context: try contextFiles(in: after))
    for change in try repository.changes(from: before, to: after, under: root)
    where !isContext(change.path) {
      if let version = change.old {
        oldFiles.add(try sourceFile(change.path, version.mode, version.id))
      }
      if let version = change.new {
        newFiles.add(try sourceFile(change.path, version.mode, version.id))
      }
    }
    if let after {
      for file in try namesakes(oldFiles.paths, newFiles.paths, in: after) {
        oldFiles.add(file)
        newFiles.add(file)
      }
    }
    return .coming(old: oldFiles.reader, new: newFiles.reader)
  }

  /// The files of a side, parsed as they come.
  private struct ComingFiles {
    private(set) var reader: SideReader
    private(set) var paths: [String] = []

    init(root: String, context: [SourceFile]) {
      let kinds = CVReader(root: root).prefix + "kinds/"
      reader = SideReader(
        root: root, kinds: context.filter { $0.path.utf8.starts(with: kinds.utf8) })
      for file in context { add(file) }
    }

    mutating func add(_ file: SourceFile) {
      reader.add(file)
      paths.append(file.path)
    }
  }

  /// The files and folders that every comparison needs.
  static let contextNames = ["cv.yaml", "kinds", "people", "profile.yaml"]

  private func contextFiles(in tree: ObjectID?) throws(GitError) -> [SourceFile] {
    guard let tree else { return [] }
    var files: [SourceFile] = []
    for name in Self.contextNames {
      for file in try repository.files(in: tree, under: prefix + name) {
        files.append(try sourceFile(file.path, file.mode, file.id))
      }
    }
    return files
  }

  func isContext(_ path: GitPath) -> Bool { isContext(path.recordPath) }

  private func isContext(_ path: String) -> Bool {
    guard let relative = CVReader(root: root).relativePath(path) else { return false }
    let top = relative.utf8.prefix { $0 != UInt8(ascii: "/") }
    return Self.contextNames.contains { $0.utf8.elementsEqual(top) }
  }

  /// Without the files that are the same on both sides, but for those that every comparison needs.
  private func differing(
    _ old: [SourceFile], _ new: [SourceFile]
  ) -> (old: [SourceFile], new: [SourceFile]) {
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
    return (old.filter { !same.contains($0.path) }, new.filter { !same.contains($0.path) })
  }
}

/// Two files of one id: the one that did not change is needed to tell the other from it.
extension CVRepository {
  private func key(_ path: String) -> EntryKey? {
    CVReader(root: root).key(of: path)
  }

  /// The keys of the records that came, went or stand elsewhere now.
  private func keysOnOneSide(_ old: [String], _ new: [String]) -> Set<EntryKey> {
    Set(Set(old).symmetricDifference(new).compactMap(key))
  }

  /// The files of a tree that did not change, and whose key a record has that came or went.
  private func namesakes(
    _ old: [String], _ new: [String], in tree: ObjectID
  ) throws(GitError) -> [SourceFile] {
    let keys = keysOnOneSide(old, new)
    let known = Set(new)
    let reader = CVReader(root: root)
    var files: [SourceFile] = []
    for kind in Set(keys.map(\.kind)).sorted() {
      for file in try repository.files(in: tree, under: prefix + kind) {
        let path = file.path.recordPath
        guard let key = reader.key(of: path), keys.contains(key),
          !known.contains(path)
        else { continue }
        files.append(try sourceFile(file.path, file.mode, file.id))
      }
    }
    return files
  }
}
