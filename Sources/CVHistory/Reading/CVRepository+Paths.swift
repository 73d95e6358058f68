package import CVModel
package import Git

extension CVRepository {
  /// The paths of all files in the CV's folder at a version, without reading them.
  package func paths(of version: CVVersion) throws(GitError) -> [String] {
    switch version {
    case .empty: []
    case .commit: try files(at: version).map(\.path.recordPath)
    case .index: try index(under: root) + listing(of: .index).items.keys.map(\.recordPath)
    case .workTree:
      try repository.workTreeFiles(under: root).map(\.path.recordPath)
        + sourceRecords(at: .workTree).map(\.path)
    }
  }

  private func index(under root: String) throws(GitError) -> [String] {
    let index = try repository.index(under: root)
    return index.files.map(\.path.recordPath) + index.conflicts.map(\.recordPath)
  }

  /// The keys of the records at a version, from their paths alone.
  package func keys(of version: CVVersion) throws(GitError) -> [EntryKey] {
    let reader = CVReader(root: root)
    return try paths(of: version).compactMap(reader.key)
  }
}
