package import CVModel
package import Git

/// What git is about to commit, beside what was committed last.
package struct StagedRecords: Sendable {
  /// All files of the index under the CV's folder.
  package let files: [SourceFile]
  /// The CV that they make up.
  package let reading: CVReading
  /// The paths under the CV's folder that differ, what is removed too.
  package let paths: Set<String>
  /// The entries that differ.
  package let keys: Set<EntryKey>
  /// The records that were there already, as they were.
  package let committed: [Record]
}

extension CVRepository {
  /// What is staged, and what of it differs from `HEAD`. The index is read once for both.
  package func stagedRecords() throws(GitError) -> StagedRecords {
    try withRelaxedHashes { () throws(GitError) in try readStaged() }
  }

  private func readStaged() throws(GitError) -> StagedRecords {
    let head = try repository.headCommit().map(CVVersion.commit) ?? .empty
    let old = try self.files(at: head)
    let index = try repository.index(under: root)
    let new = Set(try self.files(at: .index))
    let changed = old.filter { !new.contains($0) }
    let added = new.subtracting(old)
    let reader = CVReader(root: root)
    let before = reader.read(try changed.map(sourceFile))
    let (files, reading) =
      sources == nil ? try filesRead(of: index) : try filesRead(of: CVVersion.index)
    return StagedRecords(
      files: files, reading: reading, paths: Set((changed + added).map(\.path.display)),
      keys: Set((changed + added).compactMap { reader.key(of: $0.path) }),
      committed: before.records)
  }
}

extension CVReading {
  /// Whether a finding is about what is staged. Of a source, which is one large file, only the entries that differ are;
  /// records are checked as a whole.
  package func isTouched(_ finding: Finding, by staged: StagedRecords) -> Bool {
    guard let key = sourceEntry(of: finding) else { return true }
    return staged.keys.contains(key)
  }

  /// A warning for each status that stands before the one that was committed: most often a slip of the hand.
  package func backwardFindings(since staged: StagedRecords) -> [Finding] {
    staged.committed.compactMap { old in
      guard let new = record(old.entry.key), let kind = cv.schema[old.entry.key.kind],
        let field = kind.fields.first(where: { $0.type.lifecycle != nil }),
        let lifecycle = field.type.lifecycle,
        let before = old.entry[field.name]?.text.flatMap(lifecycle.step),
        let after = new.entry[field.name]?.text.flatMap(lifecycle.step), before != after,
        lifecycle.transition(from: before, to: after) == .backward
      else { return nil }
      return Finding(
        "\(quoted(after.label)) stands before \(quoted(before.label)), which was committed",
        hint: "correct it, or commit it if it is so", rule: "status", path: new.path,
        span: new.span(of: field.name), severity: .warning)
    }
  }
}
