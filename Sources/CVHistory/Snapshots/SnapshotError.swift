internal import CVModel
package import Git
internal import Text

/// Why a snapshot cannot be made, found or read. The description is one line; ``hint`` says what to
/// do.
package enum SnapshotError: Error, Sendable {
  /// An unknown name, with all existing names.
  case unknown(String, names: [String])
  /// A text that is part of several names or purposes.
  case ambiguous(String, names: [String])
  /// A tag that was not made as a snapshot.
  case notASnapshot(String, reason: String)
  /// A snapshot whose manifest cannot be read.
  case unreadableManifest(String, reason: String)
  /// A tag named like the folder of all snapshots.
  case prefixTaken
  /// This clone does not contain the CV's commit.
  case missingCommit(String, commit: String)
  case git(GitError)
}

extension SnapshotError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknown(let name, _): "there is no snapshot \(quoted(name))"
    case .ambiguous(let name, _): "\(quoted(name)) matches several snapshots"
    case .notASnapshot(let name, let reason): "the tag \(quoted(name)) is not a snapshot: \(reason)"
    case .unreadableManifest(let name, let reason):
      "the manifest of \(quoted(name)) cannot be read: \(reason)"
    case .prefixTaken: "the tag \"snapshot\" conflicts with tags under \"snapshot/\""
    case .missingCommit(let name, let commit):
      "the CV's commit \(commit) of \(quoted(name)) is not in this clone"
    case .git(let error): error.description
    }
  }

  package var hint: String? {
    switch self {
    case .unknown(let name, let names):
      if names.isEmpty {
        "create one with 'cvgit snapshot --for PURPOSE', or run 'git fetch --tags' in a clone"
      } else if let near = Self.nearest(to: name, among: names) {
        "did you mean \(quoted(near))?"
      } else {
        "'cvgit snapshot list' lists them"
      }
    case .ambiguous(_, let names): "write one of \(names.map(quoted).joined(separator: ", "))"
    case .notASnapshot: "'git tag --list \"snapshot/*\"' lists the tags of that folder"
    case .unreadableManifest: "it was altered, or made by a newer cvgit"
    case .prefixTaken: "rename it: 'git tag NAME snapshot' and 'git tag --delete snapshot'"
    case .missingCommit: "run 'git fetch --unshallow'"
    case .git(let error): error.hint
    }
  }

  private static func nearest(to name: String, among names: [String]) -> String? {
    let short = names.map { String($0.dropFirst(SnapshotName.prefix.count)) }
    return suggestion(for: name, among: names + short)
  }
}
