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
    // Without it a damaged object would be read as if nothing was wrong.
    try Repository.setStrictHashes(true)
    checkTag()
    try checkRecords()
    try checkFiles()
    return check
  }

  /// The tag and its commit name the manifest by its hash, and repeat the rest of it.
  private mutating func checkTag() {
    let expected = SnapshotMessage(snapshot.manifest, bytes: snapshot.manifestBytes).text
    let digest = SHA256Digest(of: snapshot.manifestBytes).description
    let tag = snapshot.tag
    if tag.writtenName != tag.name {
      check.faults.append(.tag(reason: "it was made as \(tag.writtenName)"))
    }
    if tag.message != expected {
      let isManifest = !tag.message.contains(digest)
      check.faults.append(
        isManifest
          ? .manifest(reason: "it is not the one that the tag was made for")
          : .tag(reason: "its message says something else than the manifest"))
    }
    if snapshot.commit.message != expected, tag.message == expected {
      check.faults.append(.tag(reason: "its commit says something else than the manifest"))
    }
  }

  /// The records are, as one tree, those of the commit before.
  private mutating func checkRecords() throws(GitError) {
    guard let id = snapshot.cvCommit else {
      check.faults.append(.manifest(reason: "it names no commit"))
      return
    }
    if snapshot.commit.isShallowBoundary {
      check.notes.append("this clone is shallow: the CV's commit is not here to compare with")
      return
    }
    if snapshot.commit.parents != [id] {
      check.faults.append(.records(reason: "the snapshot does not stand on the CV's commit"))
      return
    }
    let commit: Commit
    do throws(GitError) {
      commit = try cv.repository.commit(id)
    } catch  where error.isMissing {
      check.notes.append("the CV's commit is not in this clone to compare with")
      return
    }
    let kept = try cv.repository.entry(at: SnapshotLayout.records, in: snapshot.commit.tree)
    let original = try cv.repository.entry(at: snapshot.manifest.root, in: commit.tree)
    if kept?.id != original?.id {
      check.faults.append(.records(reason: "they are not those of commit \(id.abbreviated)"))
    }
  }

  private mutating func checkFiles() throws(GitError) {
    var listed: [String: SnapshotManifest.File] = [:]
    for file in snapshot.manifest.files { listed[file.path] = file }
    let entries: [FileEntry]
    do throws(GitError) {
      entries = try cv.repository.files(in: snapshot.commit.tree)
    } catch {
      check.faults.append(.damaged(path: "a folder", reason: error.message))
      return
    }
    for entry in entries where entry.path != GitPath(SnapshotLayout.manifest) {
      let path = entry.path.display
      if let file = listed.removeValue(forKey: path) {
        checkFile(entry, file)
      } else {
        check.faults.append(.unlisted(path: path))
      }
    }
    check.faults += listed.keys.sorted().map { .missing(path: $0) }
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

  /// A file of that folder, for a rendering to compare with; none for another.
  private func content(
    of entry: FileEntry, under folder: String
  ) throws(GitError) -> [SnapshotFile] {
    guard entry.mode.isRegularFile, let path = entry.path.string, path.hasPrefix(folder + "/")
    else { return [] }
    let name = String(path.dropFirst(folder.count + 1))
    return [SnapshotFile(path: name, content: try cv.repository.blob(entry.id))]
  }

  /// Folders say more than their files: modes too.
  private mutating func checkFolders() throws(GitError) {
    guard check.faults.isEmpty else { return }
    var folders: [String: String] = [:]
    for entry in try cv.repository.tree(snapshot.commit.tree) where entry.mode == .tree {
      folders[String(decoding: entry.name, as: UTF8.self)] = entry.id.softwareHeritageID(.directory)
    }
    if folders != snapshot.manifest.folders {
      check.faults.append(.altered(path: "a folder's names or modes"))
    }
  }
}

extension CVRepository {
  /// Checks every hash of a snapshot; what cannot be read is a fault, not an error.
  package func verify(_ snapshot: Snapshot) throws -> SnapshotCheck {
    var verifier = SnapshotVerifier(snapshot, in: self)
    return try verifier.verify()
  }
}
