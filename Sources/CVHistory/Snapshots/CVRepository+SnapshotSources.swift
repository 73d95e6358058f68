internal import CVFormats
package import CVModel
package import Git

extension CVRepository {
  /// The sources in a commit, each with its files.
  func sourceFiles(
    at commit: Commit
  ) throws(GitError) -> [(source: SnapshotManifest.Source, files: [FileEntry])] {
    guard let sources else { return [] }
    var found: [(source: SnapshotManifest.Source, files: [FileEntry])] = []
    for (index, source) in sources.sources.enumerated() {
      guard let place = try sourcePlace(index, at: .commit(commit)) else { continue }
      found.append((SnapshotManifest.Source(path: place.path, format: source.format), place.files))
    }
    return found
  }

  /// The CV stored in a snapshot, read from the snapshot's own commit.
  package func kept(in snapshot: Snapshot) throws(GitError) -> CVRepository {
    let root = SnapshotLayout.records
    let listed = (snapshot.manifest.sources ?? []).map { source in
      ProjectFile.Source(
        paths: ["\(SnapshotLayout.source)/\(source.path)"], format: source.format)
    }
    let settings = try settings(in: snapshot)
    let sources = SourceSet(listed, root: root, shownFields: settings.shownFields)
    return CVRepository(
      repository, root: root, sources: listed.isEmpty ? nil : sources, settings: settings)
  }

  private func settings(in snapshot: Snapshot) throws(GitError) -> ProjectFile {
    let path = "\(SnapshotLayout.source)/\(ProjectFile.path)"
    guard let entry = try repository.entry(at: path, in: snapshot.commit.tree),
      entry.mode.isRegularFile
    else { return ProjectFile() }
    return ProjectFile(
      reading: try repository.blob(entry.id, limit: Self.sizeLimit),
      formats: SourceFormat.allCases.map(\.rawValue))
  }
}
