package import Git

/// The former paths of a folder: that of the CV, or of a source.
///
/// A class, because the history is searched only once, and only if a version has nothing at the
/// current path.
final class FormerFolders {
  private let repository: Repository
  private let root: GitPath
  /// Newest first, without the current one; nil until needed.
  private var found: [GitPath]?

  init(_ repository: Repository, root: String) {
    self.repository = repository
    self.root = GitPath(root)
  }

  /// The path and ID of the CV's folder in a commit's tree; nil if it does not contain the CV.
  func folder(in tree: ObjectID) throws(GitError) -> (path: GitPath, id: ObjectID)? {
    if let id = try self.id(of: root, in: tree) { return (root, id) }
    for path in try paths() {
      if let id = try self.id(of: path, in: tree) { return (path, id) }
    }
    return nil
  }

  private func id(of path: GitPath, in tree: ObjectID) throws(GitError) -> ObjectID? {
    guard let entry = try repository.entry(at: path, in: tree), entry.mode == .tree else {
      return nil
    }
    return entry.id
  }

  /// The folder's paths before its moves, newest first; it is followed back from `HEAD`.
  func paths() throws(GitError) -> [GitPath] {
    if let found { return found }
    var paths: [GitPath] = []
    if let head = try repository.headCommit() {
      var line = try repository.firstParents(from: head.id)
      var path = root
      var newer: Commit?
      while let commit = try line.next() {
        if newer?.tree != commit.tree, try id(of: path, in: commit.tree) == nil {
          guard let newer, let former = try origin(of: path, in: newer.tree, from: commit.tree)
          else { break }
          paths.append(former)
          path = former
        }
        newer = commit
      }
    }
    found = paths
    return paths
  }

  /// The folder from which most files of a new folder were moved; nil if they are new.
  private func origin(
    of folder: GitPath, in new: ObjectID, from old: ObjectID
  ) throws(GitError) -> GitPath? {
    let files = try repository.files(in: new, under: folder)
    let names = Set(files.map { $0.path.bytes.dropFirst(folder.bytes.count + 1) })
    var counts: [GitPath: Int] = [:]
    for change in try repository.changes(from: old, to: new) where change.new == nil {
      // Each parent folder of the removed file, if the rest of its path is that of a new file.
      let bytes = change.path.bytes
      let slashes = bytes.indices.filter { bytes[$0] == UInt8(ascii: "/") }
      for start in [-1] + slashes where names.contains(bytes[(start + 1)...]) {
        counts[GitPath(bytes: Array(bytes[..<max(0, start)])), default: 0] += 1
      }
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.flatMap { 2 * $0.value > files.count ? $0.key : nil }
  }
}

/// Reads commits wherever they have the CV, with paths mapped to the current folder.
extension CVRepository {
  /// The ID of the CV's folder in a commit; nil if it does not contain the CV.
  func folder(of commit: Commit) throws(GitError) -> ObjectID? {
    try former.folder(in: commit.tree)?.id
  }

  /// The path of the CV's folder in a commit; the current one if it does not contain the CV.
  func path(of commit: Commit) throws(GitError) -> String {
    try former.folder(in: commit.tree)?.path.string ?? root
  }

  /// The files of a commit at or below a path of the CV's folder.
  package func files(
    of commit: Commit, under path: String = ""
  ) throws(GitError) -> [FileEntry] {
    guard let folder = try folder(of: commit) else { return [] }
    return try repository.files(in: folder, under: path, at: GitPath(root))
  }

  /// The entry at a path of the CV's folder in a commit.
  func entry(at path: GitPath, of commit: Commit) throws(GitError) -> TreeEntry? {
    guard let folder = try folder(of: commit) else { return nil }
    let length = GitPath(root).bytes.count
    return try repository.entry(
      at: GitPath(bytes: Array(path.bytes.dropFirst(length == 0 ? 0 : length + 1))), in: folder)
  }

  /// The files of the CV that differ between two commits, or before the first one.
  func changes(from old: Commit?, to new: Commit?) throws(GitError) -> [TreeChange] {
    try repository.changes(
      from: try old.flatMap { (commit) throws(GitError) in try folder(of: commit) },
      to: try new.flatMap { (commit) throws(GitError) in try folder(of: commit) },
      at: GitPath(root))
  }
}
