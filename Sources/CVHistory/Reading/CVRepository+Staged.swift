package import CVModel
package import Git
internal import Text

/// The staged records, with those of the last commit.
package struct StagedRecords: Sendable {
  /// All files of the index in the CV's folder.
  package let files: [SourceFile]
  /// The CV of the index.
  package let reading: CVReading
  /// The differing paths in the CV's folder, including removed ones.
  package let paths: Set<String>
  /// The entries that differ.
  package let keys: Set<EntryKey>
  /// The committed versions of records that already existed.
  package let committed: [Record]
}

extension CVRepository {
  /// The staged records, and which of them differ from `HEAD`. Reads the index once for both.
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
  /// Whether a finding is about staged changes. Of a source, which is one large file, only entries
  /// that differ count; records are checked as a whole.
  package func isTouched(_ finding: Finding, by staged: StagedRecords) -> Bool {
    guard let key = sourceEntry(of: finding) else { return true }
    return staged.keys.contains(key)
  }

  /// A warning for each status that precedes the committed one: usually a mistake.
  package func backwardFindings(since staged: StagedRecords) -> [Finding] {
    staged.committed.compactMap { old in
      guard let new = record(old.entry.key), let kind = cv.schema[old.entry.key.kind],
        let field = kind.statusField, let lifecycle = kind.lifecycle,
        let before = kind.status(of: old.entry).flatMap(lifecycle.step),
        let after = kind.status(of: new.entry).flatMap(lifecycle.step), before != after,
        lifecycle.transition(from: before, to: after) == .backward
      else { return nil }
      return Finding(
        "the status goes back from \(quoted(before.label)) to \(quoted(after.label))",
        hint: "correct it, or commit it if it is intended", rule: "status", path: new.path,
        span: new.span(of: field), severity: .warning)
    }
  }
}
