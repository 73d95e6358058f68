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
    case coming(old: SideReader, new: SideReader, shared: SideReader)
    case read(old: DiffSide, new: DiffSide)

    func finished() -> (old: DiffSide, new: DiffSide) {
      switch self {
      case .coming(let old, let new, let shared):
        let sides = [old, new].mapInParts(of: 1) { $0.side(with: shared) }
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
    var (oldFiles, newFiles, shared) = try contexts(before, after)
    var comeOrGone: [GitPath] = []
    for change in try repository.changes(from: before, to: after, under: root)
    where !isContext(change.path) {
      if change.old == nil || change.new == nil { comeOrGone.append(change.path) }
      if let version = change.old {
        oldFiles.add(try sourceFile(change.path, version.mode, version.id))
      }
      if let version = change.new {
        newFiles.add(try sourceFile(change.path, version.mode, version.id))
      }
    }
    if let after {
      for file in try namesakes(of: comeOrGone, in: after, besides: newFiles.paths) {
        oldFiles.add(file)
        newFiles.add(file)
      }
    }
    shared.startWaiting()
    return .coming(old: oldFiles.reader, new: newFiles.reader, shared: shared)
  }

  /// The readers of both sides with what every comparison needs, and of what of that is on both sides, which is read once.
  private func contexts(
    _ before: ObjectID?, _ after: ObjectID?
  ) throws(GitError) -> (old: ComingFiles, new: ComingFiles, shared: SideReader) {
    let (old, new) = (try contextFiles(in: before), try contextFiles(in: after))
    var oldFiles = ComingFiles(reader: try sideReader(old))
    var newFiles = ComingFiles(reader: try sideReader(new))
    var shared = newFiles.reader.another
    let haveOneSchema = kinds(old) == kinds(new)
    let same = haveOneSchema ? Set(old).intersection(new) : []
    for file in old where !same.contains(file) { oldFiles.add(try sourceFile(file)) }
    for file in new {
      if same.contains(file) {
        shared.add(try sourceFile(file))
      } else {
        newFiles.add(try sourceFile(file))
      }
    }
    return (oldFiles, newFiles, shared)
  }

  private func sideReader(_ context: [FileEntry]) throws(GitError) -> SideReader {
    SideReader(root: root, kinds: try kinds(context).map(sourceFile))
  }

  /// The files of a side, parsed as they come.
  private struct ComingFiles {
    private(set) var reader: SideReader
    private(set) var paths: [String] = []

    init(reader: SideReader) { self.reader = reader }

    mutating func add(_ file: SourceFile) {
      reader.add(file)
      paths.append(file.path)
    }
  }

  /// The files and folders that every comparison needs.
  static let contextNames = ["cv.yaml", "kinds", "people", "profile.yaml"]

  private func contextFiles(in tree: ObjectID?) throws(GitError) -> [FileEntry] {
    guard let tree else { return [] }
    var files: [FileEntry] = []
    for name in Self.contextNames {
      files += try repository.files(in: tree, under: prefix + name)
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

  /// The records that came, went or stand elsewhere now.
  private func keysOnOneSide(_ old: [String], _ new: [String]) -> Set<EntryKey> {
    Set(Set(old).symmetricDifference(new).compactMap(key))
  }

  /// The files of a tree that did not change, and whose key a record has that came or went.
  private func namesakes(
    of comeOrGone: [GitPath], in tree: ObjectID, besides changed: [String]
  ) throws(GitError) -> [SourceFile] {
    let byKind = Dictionary(grouping: comeOrGone) { key($0.recordPath)?.kind }
    var files: [SourceFile] = []
    for case (let kind?, let paths) in byKind.sorted(by: { ($0.key ?? "") < ($1.key ?? "") }) {
      let all = try repository.files(in: tree, under: prefix + kind)
      // Where all stand in the kind's own folder, a key has one path.
      if !all.contains(where: { isNested($0.path) }), !paths.contains(where: isNested) { continue }
      let keys = Set(paths.compactMap { key($0.recordPath) })
      let known = Set(changed)
      for file in all {
        let path = file.path.recordPath
        guard let key = key(path), keys.contains(key), !known.contains(path) else { continue }
        files.append(try sourceFile(file))
      }
    }
    return files
  }

  /// True for a file in a folder of its kind's folder.
  private func isNested(_ path: GitPath) -> Bool {
    path.bytes.dropFirst(prefix.utf8.count).count { $0 == UInt8(ascii: "/") } > 1
  }
}
