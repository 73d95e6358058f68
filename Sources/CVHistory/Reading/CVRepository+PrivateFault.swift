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
        var fault = reading.privateFault
        if fault == nil { fault = try copiesFault(in: entry.id, folder) }
        checked[entry.id] = .some(fault)
      }
      if let fault = checked[entry.id] ?? nil { return fault }
    }
    return nil
  }

  /// The same of the copies of imported files, which hold what their records hide.
  private func copiesFault(
    in tree: ObjectID, _ folder: String
  ) throws(GitError) -> String? {
    for file in try repository.files(in: tree, under: Self.copiesFolder) {
      let path = "\(folder.isEmpty ? "" : folder + "/")\(file.path.recordPath)"
      guard file.mode.isRegularFile,
        let reading = CVReading(
          source: path, try repository.blob(file.id, limit: SourceSet.sizeLimit)),
        !reading.sources.values.contains(where: \.isUnreadable)
      else { return "\(path) cannot be read" }
      if reading.privateFault != nil { return "\(path) holds something private" }
    }
    return nil
  }

  /// The folder of the copies of imported files, in the CV's folder.
  package static var copiesFolder: String { ".import" }
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
