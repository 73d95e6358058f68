package import Git

extension CVRepository {
  /// Creates a snapshot: writes its files, folders, commit and tag, and finally the tag's
  /// reference.
  ///
  /// Does not change any branch, the index, `HEAD` or the work tree.
  ///
  /// - Parameters:
  ///   - sign: returns the signature for a tag's bytes; nil for no signature. If it throws, no tag
  ///     is created.
  /// - Returns: the tag's name.
  package func make(
    _ draft: SnapshotDraft, author: Signature, committer: Signature,
    sign: (([UInt8]) throws -> [UInt8])?
  ) throws -> String {
    if try repository.hasReference(named: "refs/tags/snapshot") { throw SnapshotError.prefixTaken }
    let contents = try SnapshotContents(draft, in: self)
    let manifest = contents.manifest(of: draft, root: try path(of: draft.commit))
    let bytes = try manifest.json()
    let tree = try contents.writeTree(manifest: bytes)
    let message = SnapshotMessage(manifest, bytes: bytes).text
    let commit = try repository.write(
      commitOf: tree, parents: [draft.commit.id], author: author, committer: committer,
      message: message)
    let wanted = SnapshotName.first(draft.day, purpose: draft.purpose)
    var taken = Set(try repository.tagNames())
    while true {
      let name = Self.freeName(wanted, taken)
      var text = TagText(name: name, commit: commit, tagger: committer, message: message)
      if let sign { text = text.signed(with: try sign(text.bytes)) }
      if try write(text) { return name }
      taken.insert(name)
    }
  }

  /// Returns false if another process has just taken the name.
  private func write(_ text: TagText) throws(GitError) -> Bool {
    do throws(GitError) {
      _ = try repository.write(tag: text)
      return true
    } catch  where error.isTaken {
      return false
    }
  }

  /// The name itself, or the first of `…-2`, `…-3` that is neither a tag nor a folder of tags.
  private static func freeName(_ wanted: String, _ taken: Set<String>) -> String {
    var number = 1
    while true {
      let name = SnapshotName.numbered(wanted, number)
      if !taken.contains(name), !taken.contains(where: { $0.hasPrefix(name + "/") }) { return name }
      number += 1
    }
  }

  /// The newest snapshot of the same variant whose CV is in the history of `commit`, with which
  /// `CHANGES.md` compares.
  package func snapshot(before commit: Commit, variant: String?) throws -> Snapshot? {
    let earlier = try snapshots().snapshots.filter { $0.manifest.variant == variant }
    guard !earlier.isEmpty else { return nil }
    let history = try repository.commits(from: nil, to: commit.id)
    return earlier.last { $0.cvCommit.map(history.contains) ?? false }
  }
}
