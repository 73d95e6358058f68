/// Something about a snapshot that is not as it was made.
package enum SnapshotFault: Hashable, Sendable {
  /// A file whose bytes are not those that the manifest names.
  case altered(path: String)
  case missing(path: String)
  /// A file that the manifest does not name.
  case unlisted(path: String)
  /// An object that git itself cannot read, or whose hash is wrong.
  case damaged(path: String, reason: String)
  /// An object in place of which git shows another one.
  case replaced(path: String)
  /// The manifest is not the one that the tag names by its hash, or not what cvgit writes.
  case manifest(reason: String)
  /// The tag says something else than the manifest.
  case tag(reason: String)
  /// The records are not those of the commit that the manifest names.
  case records(reason: String)
}

extension SnapshotFault: CustomStringConvertible {
  package var description: String {
    switch self {
    case .altered(let path): "altered: \(path)"
    case .missing(let path): "missing: \(path)"
    case .unlisted(let path): "not in the manifest: \(path)"
    case .damaged(let path, let reason): "damaged: \(path) (\(reason))"
    case .replaced(let path): "replaced: \(path) (git shows another object: see 'git replace -l')"
    case .manifest(let reason): "the manifest was altered: \(reason)"
    case .tag(let reason): "the tag was altered: \(reason)"
    case .records(let reason): "the records were altered: \(reason)"
    }
  }
}

/// What a check of a snapshot found.
package struct SnapshotCheck: Sendable {
  package let snapshot: Snapshot
  package internal(set) var faults: [SnapshotFault] = []
  /// What could not be checked here.
  package var notes: [String] = []
  /// The rendered files, for comparing with another rendering.
  package internal(set) var rendered: [SnapshotFile] = []
  /// The theme that they were made with; none for the built-in one.
  package internal(set) var themeFiles: [SnapshotFile] = []
}
