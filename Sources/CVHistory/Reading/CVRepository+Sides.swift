package import CVModel
package import Git

extension CVRepository {
  /// Both sides of a diff, with only the records that may differ, and what every comparison needs: the document, the
  /// profile, the people and the kinds. What it costs grows with what changed.
  package func sides(
    from old: CVVersion, to new: CVVersion
  ) throws(GitError) -> (old: DiffSide, new: DiffSide) {
    // As git does: reading an object does not recompute its hash, `git fsck` does.
    let relaxation = try RelaxedHashes()
    let (before, after) =
      if let files = try changedFiles(from: old, to: new) {
        files
      } else {
        differing(try files(of: old), try files(of: new))
      }
    _ = consume relaxation
    let reader = CVReader(root: root)
    return (DiffSide(reader.read(before)), DiffSide(reader.read(after)))
  }

  /// Between two commits, the trees tell what differs; nil where a side is no commit.
  private func changedFiles(
    from old: CVVersion, to new: CVVersion
  ) throws(GitError) -> (old: [SourceFile], new: [SourceFile])? {
    let (before, after) = (old.commit?.tree, new.commit?.tree)
    guard before != nil || old == .empty, after != nil || new == .empty else { return nil }
    var sides: (old: [SourceFile], new: [SourceFile]) = (
      try contextFiles(in: before), try contextFiles(in: after)
    )
    for change in try repository.changes(from: before, to: after, under: root)
    where !isContext(change.path) {
      if let version = change.old {
        sides.old.append(try sourceFile(change.path, version.mode, version.id))
      }
      if let version = change.new {
        sides.new.append(try sourceFile(change.path, version.mode, version.id))
      }
    }
    let namesakes = try after.map { tree throws(GitError) in
      try self.namesakes(sides.old, sides.new, in: tree)
    }
    return (sides.old + (namesakes ?? []), sides.new + (namesakes ?? []))
  }

  /// The files and folders that every comparison needs.
  static let contextNames = ["cv.yaml", "kinds", "people", "profile.yaml"]

  private func contextFiles(in tree: ObjectID?) throws(GitError) -> [SourceFile] {
    guard let tree else { return [] }
    let prefix = root.isEmpty ? "" : root + "/"
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
    let needed = keysOnOneSide(old, new)
    let same = Set(
      old.filter { file in
        guard case .bytes(let before) = file.content,
          case .bytes(let after)? = newByPath[file.path]?.content
        else { return false }
        return before == after && !isContext(file.path)
          && !(key(file).map(needed.contains) ?? false)
      }.map(\.path))
    return (old.filter { !same.contains($0.path) }, new.filter { !same.contains($0.path) })
  }
}

/// Two files of one id: the one that did not change is needed to tell the other from it.
extension CVRepository {
  private func key(_ file: SourceFile) -> EntryKey? {
    if case .record(let key) = CVReader(root: root).placement(of: file.path) { key } else { nil }
  }

  /// The keys of the records that came, went or stand elsewhere now.
  private func keysOnOneSide(_ old: [SourceFile], _ new: [SourceFile]) -> Set<EntryKey> {
    let (before, after) = (Set(old.map(\.path)), Set(new.map(\.path)))
    let moved = old.filter { !after.contains($0.path) } + new.filter { !before.contains($0.path) }
    return Set(moved.compactMap(key))
  }

  /// The files of a tree that did not change, and whose key a record has that came or went.
  private func namesakes(
    _ old: [SourceFile], _ new: [SourceFile], in tree: ObjectID
  ) throws(GitError) -> [SourceFile] {
    let keys = keysOnOneSide(old, new)
    let known = Set(new.map(\.path))
    let reader = CVReader(root: root)
    var files: [SourceFile] = []
    for kind in Set(keys.map(\.kind)).sorted() {
      for file in try repository.files(in: tree, under: root.isEmpty ? kind : "\(root)/\(kind)") {
        let path = file.path.recordPath
        guard case .record(let key) = reader.placement(of: path), keys.contains(key),
          !known.contains(path)
        else { continue }
        files.append(try sourceFile(file.path, file.mode, file.id))
      }
    }
    return files
  }
}
