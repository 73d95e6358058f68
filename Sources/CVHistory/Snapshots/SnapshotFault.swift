/// A difference between a snapshot and its original state.
package enum SnapshotFault: Hashable, Sendable {
  /// A file whose bytes do not match the manifest.
  case altered(path: String)
  case missing(path: String)
  /// A file that is not in the manifest.
  case unlisted(path: String)
  /// An object that git cannot read, or whose hash is wrong.
  case damaged(path: String, reason: String)
  /// An object that git replaces by another one.
  case replaced(path: String)
  /// The manifest does not match the hash in the tag, or was not written by cvgit.
  case manifest(reason: String)
  /// The tag contradicts the manifest.
  case tag(reason: String)
  /// The records are not those of the commit in the manifest.
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

/// The result of checking a snapshot.
package struct SnapshotCheck: Sendable {
  package let snapshot: Snapshot
  package internal(set) var faults: [SnapshotFault] = []
  /// What could not be checked.
  package var notes: [String] = []
  /// The rendered files, for comparison with a new rendering.
  package internal(set) var rendered: [SnapshotFile] = []
  /// The theme with which they were rendered; empty for the built-in one.
  package internal(set) var themeFiles: [SnapshotFile] = []
}
