package import Git
internal import CVModel

extension CVRepository {
  /// Why a commit is not public: its first record that is private, has private fields or cannot be
  /// read; nil if it has none.
  ///
  /// Also checks the records of a snapshot, wherever the CV is.
  ///
  /// - Parameter checked: the results for folders that were already checked.
  package func privateFault(
    of id: ObjectID, _ checked: inout [ObjectID: String?]
  ) throws(GitError) -> String? {
    let commit = try repository.commit(id)
    for folder in Set([root, SnapshotLayout.records]).sorted() {
      guard let entry = try repository.entry(at: folder, in: commit.tree), entry.mode == .tree
      else {
        continue
      }
      if checked[entry.id] == nil {
        let reading = try CVRepository(repository, root: folder).reading(of: .commit(commit))
        checked[entry.id] = .some(reading.privateFault)
      }
      if let fault = checked[entry.id] ?? nil { return fault }
    }
    return nil
  }
}

extension CVReading {
  /// The first record that is not public, by its path.
  fileprivate var privateFault: String? {
    if let record = unreadable.first { return "\(record.path) cannot be read" }
    for record in records {
      let privacy = cv.schema.privacy(of: record.entry)
      if privacy.hidesAll { return "\(record.path) is private" }
      if !privacy.fields.isEmpty { return "\(record.path) has private fields" }
    }
    return nil
  }
}
