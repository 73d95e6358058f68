internal import Git

/// Checks every hash of a snapshot.
struct SnapshotVerifier {
  private let cv: CVRepository
  private var check: SnapshotCheck
  private var snapshot: Snapshot { check.snapshot }

  init(_ snapshot: Snapshot, in cv: CVRepository) {
    check = SnapshotCheck(snapshot: snapshot)
    self.cv = cv
  }

  mutating func verify() throws(GitError) -> SnapshotCheck {
    // Otherwise a damaged object would be read without an error.
    try Repository.setStrictHashes(true)
    checkTag()
    try checkRecords()
    try checkFiles()
    try checkReplacements()
    return check
  }

  /// Checks that the tag and its commit have the manifest's hash and repeat its content.
  private mutating func checkTag() {
    let expected = SnapshotMessage(snapshot.manifest, bytes: snapshot.manifestBytes).text
    let digest = SHA256Digest(of: snapshot.manifestBytes).description
    let tag = snapshot.tag
    if !tag.writtenName.isSame(as: tag.name) {
      check.faults.append(.tag(reason: "it was made as \(tag.writtenName)"))
    }
    if !tag.message.isSame(as: expected) {
      let isManifest = !tag.message.contains(digest)
      check.faults.append(
        isManifest
          ? .manifest(reason: "its hash does not match the tag")
          : .tag(reason: "its message does not match the manifest"))
    }
    if !snapshot.commit.message.isSame(as: expected), tag.message.isSame(as: expected) {
      check.faults.append(.tag(reason: "its commit does not match the manifest"))
    }
  }

  /// Checks that the records, as one tree, are those of the original commit.
  private mutating func checkRecords() throws(GitError) {
    guard let id = snapshot.cvCommit else {
      check.faults.append(.manifest(reason: "it does not name a commit"))
      return
    }
    if snapshot.commit.isShallowBoundary {
      check.notes.append(
        "this clone is shallow and lacks the CV's commit: the records were not compared")
      return
    }
    if snapshot.commit.parents != [id] {
      check.faults.append(.records(reason: "the snapshot's parent is not the CV's commit"))
      return
    }
    let commit: Commit
    do throws(GitError) {
      commit = try cv.repository.commit(id)
    } catch  where error.isMissing {
      check.notes.append("this clone lacks the CV's commit: the records were not compared")
      return
    }
    let kept = try cv.repository.entry(at: SnapshotLayout.records, in: snapshot.commit.tree)
    let original = try cv.repository.entry(at: snapshot.manifest.root, in: commit.tree)
    if kept?.id != original?.id {
      check.faults.append(.records(reason: "they are not those of commit \(id.abbreviated)"))
    }
    try checkSources(commit)
  }

  /// Checks that the files of sources are those of the original commit.
  private mutating func checkSources(_ commit: Commit) throws(GitError) {
    guard snapshot.manifest.sources != nil else { return }
    let files = try cv.repository.files(in: snapshot.commit.tree, under: SnapshotLayout.source)
    for file in files {
      let path = GitPath(
        bytes: Array(file.path.bytes.dropFirst(SnapshotLayout.source.utf8.count + 1)))
      let original = try cv.repository.entry(at: path, in: commit.tree)
      if original?.id != file.id || original?.mode != file.mode {
        check.faults.append(
          .records(reason: "\(path.display) is not that of commit \(commit.id.abbreviated)"))
      }
    }
  }

  private mutating func checkFiles() throws(GitError) {
    // Compare bytes: to git, two normal forms of a name are two files.
    var listed: [[UInt8]: SnapshotManifest.File] = [:]
    for file in snapshot.manifest.files {
      if listed.updateValue(file, forKey: Array(file.path.utf8)) != nil {
        check.faults.append(.manifest(reason: "it names \(file.path) twice"))
      }
    }
    let entries: [FileEntry]
    do throws(GitError) {
      entries = try cv.repository.files(in: snapshot.commit.tree)
    } catch {
      check.faults.append(.damaged(path: "a folder", reason: error.message))
      return
    }
    for entry in entries where entry.path != GitPath(SnapshotLayout.manifest) {
      let path = entry.path.display
      if let file = listed.removeValue(forKey: Array(path.utf8)) {
        checkFile(entry, file)
      } else {
        check.faults.append(.unlisted(path: path))
      }
    }
    check.faults += listed.values.map(\.path).sorted().map { .missing(path: $0) }
    try checkFolders()
  }

  private mutating func checkFile(_ entry: FileEntry, _ expected: SnapshotManifest.File) {
    do throws(GitError) {
      let found = try SnapshotManifest.File(entry, in: cv.repository)
      if found != expected { check.faults.append(.altered(path: expected.path)) }
      check.rendered += try content(of: entry, under: SnapshotLayout.rendered)
      check.themeFiles += try content(of: entry, under: SnapshotLayout.theme)
    } catch {
      check.faults.append(.damaged(path: expected.path, reason: error.message))
    }
  }

  /// A file in that folder, to compare with a new rendering; empty for other folders.
  private func content(
    of entry: FileEntry, under folder: String
  ) throws(GitError) -> [SnapshotFile] {
    guard entry.mode.isRegularFile, let path = entry.path.string, path.hasPrefix(folder + "/")
    else { return [] }
    let name = String(path.dropFirst(folder.count + 1))
    return [SnapshotFile(path: name, content: try cv.repository.blob(entry.id))]
  }

  /// Checks folders, which also cover the modes of files.
  private mutating func checkFolders() throws(GitError) {
    guard check.faults.isEmpty else { return }
    var expected: [[UInt8]: String] = [Array(SnapshotLayout.manifest.utf8): ""]
    for (name, id) in snapshot.manifest.folders { expected[Array(name.utf8)] = id }
    for file in snapshot.manifest.files where !file.path.contains("/") {
      expected[Array(file.path.utf8)] = file.swhid
    }
    var isWhole = true
    for entry in try cv.repository.tree(snapshot.commit.tree) {
      let found =
        switch entry.mode {
        case .tree: entry.id.softwareHeritageID(.directory)
        case .file:
          entry.name == Array(SnapshotLayout.manifest.utf8)
            ? "" : entry.id.softwareHeritageID(.content)
        default: "a link, a program or another repository"
        }
      // A second entry with the same name is not expected.
      if expected.removeValue(forKey: entry.name).map({ $0.isSame(as: found) }) != true {
        isWhole = false
      }
    }
    if !isWhole || !expected.isEmpty {
      check.faults.append(.altered(path: "a folder's names or modes"))
    }
  }

  /// Checks for `git replace`, with which git shows another object than the checked one.
  private mutating func checkReplacements() throws(GitError) {
    let replaced = try cv.repository.replacedObjects()
    guard !replaced.isEmpty else { return }
    var objects: [(id: ObjectID, name: String)] = [
      (snapshot.tag.id, "the tag"), (snapshot.commit.id, "the snapshot's commit"),
    ]
    if let id = snapshot.cvCommit { objects.append((id, "the CV's commit")) }
    var seen: Set<ObjectID> = []
    var trees = [(id: snapshot.commit.tree, path: "")]
    while let tree = trees.popLast() {
      objects.append((tree.id, tree.path.isEmpty ? "the snapshot's folder" : tree.path))
      guard seen.insert(tree.id).inserted else { continue }
      let entries: [TreeEntry]
      do throws(GitError) {
        entries = try cv.repository.tree(tree.id)
      } catch {
        // Already reported.
        continue
      }
      for entry in entries {
        let name = GitPath(bytes: entry.name).display
        let path = tree.path.isEmpty ? name : "\(tree.path)/\(name)"
        if entry.mode == .tree {
          trees.append((entry.id, path))
        } else {
          objects.append((entry.id, path))
        }
      }
    }
    check.faults += objects.filter { replaced.contains($0.id) }.map { .replaced(path: $0.name) }
  }
}

extension String {
  /// Whether both have the same bytes: Swift treats two normal forms as equal.
  fileprivate func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

extension CVRepository {
  /// Checks every hash of a snapshot; what cannot be read is a fault, not an error.
  package func verify(_ snapshot: Snapshot) throws -> SnapshotCheck {
    var verifier = SnapshotVerifier(snapshot, in: self)
    return try verifier.verify()
  }
}
