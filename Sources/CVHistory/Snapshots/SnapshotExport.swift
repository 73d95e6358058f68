internal import CVModel
internal import Git

/// The exported files of a snapshot.
package struct SnapshotExport: Sendable {
  /// How much to export.
  package enum Scope: Sendable {
    /// What is sent: rendered and attached files.
    case sent
    /// Also the records without private data, the manifest and the changes.
    case all
    /// Also private data, with everything in the CV's folder.
    case allAndPrivate
  }

  package let files: [ArchiveFile]
  /// The number of files in the CV's folder that were left out because they are private, or not
  /// records.
  package let leftOut: Int
}

extension CVRepository {
  /// The files of a snapshot within a scope.
  package func export(
    _ snapshot: Snapshot, _ scope: SnapshotExport.Scope
  ) throws -> SnapshotExport {
    let publicPaths = scope == .all ? try publicRecords(of: snapshot) : []
    var files: [ArchiveFile] = []
    var leftOut = 0
    for entry in try repository.files(in: snapshot.commit.tree) {
      let top = entry.path.names.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
      guard entry.mode.isRegularFile, let path = entry.path.string else { continue }
      switch (top, scope) {
      case (SnapshotLayout.rendered, _), (SnapshotLayout.attached, _): break
      case (_, .sent): continue
      case (SnapshotLayout.records, .all) where !publicPaths.contains(path),
        (SnapshotLayout.source, .all)
      where !publicPaths.contains(path) && !path.hasSuffix("/" + ProjectFile.path):
        leftOut += 1
        continue
      case (SnapshotLayout.manifest, .all): continue
      default: break
      }
      files.append(
        ArchiveFile(
          path: path, content: try repository.blob(entry.id),
          isExecutable: entry.mode == .executable))
    }
    if scope == .all {
      let manifest = snapshot.manifest.naming(only: Set(files.map(\.path)))
      files.append(ArchiveFile(path: SnapshotLayout.manifest, content: try manifest.json()))
    }
    return SnapshotExport(files: files, leftOut: leftOut)
  }

  /// The paths of records without private data. A record is exported whole or not at all, because a
  /// comment may reveal what its fields hide. Variants are included: they describe what others are
  /// shown.
  private func publicRecords(of snapshot: Snapshot) throws -> Set<String> {
    let reading = try kept(in: snapshot).reading(of: .commit(snapshot.commit))
    let cv = reading.cv.public
    func isPublic(_ record: Record) -> Bool {
      var fields = record.entry.fields
      fields["visibility"] = nil
      return record.entry.key.kind != Variant.kindName
        && cv[record.entry.key]?.fields == fields
    }
    // A source has many entries: a single private or unreadable one excludes the whole file.
    let hidden = Set(reading.records.filter { !isPublic($0) }.map(\.path))
      .union(reading.unreadable.map(\.path))
    return Set(reading.records.map(\.path)).union(reading.sources.keys).subtracting(hidden)
  }
}

extension SnapshotManifest {
  /// The manifest without any mention of the other files, or of their folder.
  fileprivate func naming(only paths: Set<String>) -> SnapshotManifest {
    var manifest = self
    manifest.files.removeAll { !paths.contains($0.path) }
    manifest.folders[SnapshotLayout.records] = nil
    manifest.folders[SnapshotLayout.source] = nil
    return manifest
  }
}
