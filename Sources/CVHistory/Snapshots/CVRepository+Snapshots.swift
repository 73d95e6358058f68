internal import CVModel
internal import Git
internal import Text

extension CVRepository {
  /// All snapshots; an invalid tag does not hide the others.
  package func snapshots() throws(SnapshotError) -> SnapshotCollection {
    var snapshots: [Snapshot] = []
    var unreadable: [SnapshotError] = []
    for name in try snapshotNames() {
      do throws(SnapshotError) {
        snapshots.append(try snapshot(tagNamed: name))
      } catch {
        unreadable.append(error)
      }
    }
    return SnapshotCollection(
      snapshots: snapshots.sorted(by: Snapshot.isEarlier), unreadable: unreadable)
  }

  /// The names of all tags under `snapshot/`.
  package func snapshotNames() throws(SnapshotError) -> [String] {
    do throws(GitError) {
      return try repository.tagNames().filter { $0.hasPrefix(SnapshotName.prefix) }
    } catch {
      throw .git(error)
    }
  }

  /// The snapshot with a name, given without `snapshot/`, or with a unique part of one name
  /// or purpose.
  package func snapshot(named text: String) throws(SnapshotError) -> Snapshot {
    let names = try snapshotNames()
    let prefix = SnapshotName.prefix
    let short = text.hasPrefix("refs/tags/") ? String(text.dropFirst("refs/tags/".count)) : text
    let whole = short.hasPrefix(prefix) ? short : prefix + short
    if names.contains(whole) { return try snapshot(tagNamed: whole) }
    let beginning = text.isEmpty ? [] : names.filter { $0.hasPrefix(whole) }
    guard beginning.count < 2 else { throw .ambiguous(text, names: beginning) }
    if let name = beginning.first { return try snapshot(tagNamed: name) }
    let found = try snapshots(with: text, among: names)
    guard found.count < 2 else { throw .ambiguous(text, names: found) }
    guard let name = found.first else { throw .unknown(text, names: names) }
    return try snapshot(tagNamed: name)
  }

  /// The snapshots whose names contain a text, or else those whose purposes do.
  private func snapshots(
    with text: String, among names: [String]
  ) throws(SnapshotError) -> [String] {
    let part = SnapshotName.slug(of: text)
    guard !part.isEmpty else { return [] }
    let named = names.filter { $0.dropFirst(SnapshotName.prefix.count).contains(part) }
    if !named.isEmpty { return named }
    // The end of a long purpose is not in the name.
    return try snapshots().snapshots.filter {
      SnapshotName.slug(of: $0.manifest.purpose, limit: .max).contains(part)
    }.map(\.name)
  }

  /// Reads one snapshot; of its files, only the manifest.
  private func snapshot(tagNamed name: String) throws(SnapshotError) -> Snapshot {
    let outcome: Result<(AnnotatedTag, Commit, manifest: [UInt8]), SnapshotError>
    do throws(GitError) {
      outcome = try parts(ofTag: name)
    } catch {
      throw .git(error)
    }
    let (tag, commit, bytes) = try outcome.get()
    guard let manifest = Self.manifest(bytes) else {
      throw .unreadableManifest(name, reason: "it was not written by cvgit")
    }
    guard manifest.format == SnapshotManifest.currentFormat else {
      throw .unreadableManifest(name, reason: "its format is \(quoted(manifest.format))")
    }
    return Snapshot(tag: tag, commit: commit, manifest: manifest, manifestBytes: bytes)
  }

  private func parts(
    ofTag name: String
  ) throws(GitError) -> Result<(AnnotatedTag, Commit, manifest: [UInt8]), SnapshotError> {
    guard let tag = try repository.annotatedTag(named: name) else {
      return .failure(.notASnapshot(name, reason: "it is not annotated"))
    }
    let commit = try repository.commit(tag.target)
    guard let entry = try repository.entry(at: SnapshotLayout.manifest, in: commit.tree) else {
      return .failure(.notASnapshot(name, reason: "it has no \(SnapshotLayout.manifest)"))
    }
    return .success((tag, commit, manifest: try repository.blob(entry.id)))
  }

  /// Nil for bytes that are not a manifest.
  private static func manifest(_ bytes: [UInt8]) -> SnapshotManifest? {
    try? SnapshotManifest(json: bytes)
  }
}
