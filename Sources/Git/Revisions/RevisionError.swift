/// Why a revision does not name a commit. The description is one line; ``hint`` says what to do.
package enum RevisionError: Error, Sendable {
  /// An unknown name, with the most similar tags.
  case unknown(String, nearestTags: [String])
  /// An abbreviated ID that matches several objects.
  case ambiguous(String, candidates: [String])
  /// A text that is part of the names of several snapshots.
  case ambiguousName(String, candidates: [String])
  /// A shorthand for a range, and the range to write instead.
  case shorthand(String, instead: String)
  /// A range instead of a single revision.
  case range(String)
  /// An object that is not a commit.
  case notACommit(String, type: String)
  /// Two revisions without a common ancestor.
  case noMergeBase(String, String)
  /// A commit that this shallow clone does not contain.
  case beyondShallowBoundary(String)
  /// A branch without commits.
  case unborn(branch: String)
  /// The repository cannot be read.
  case git(GitError)
}

extension RevisionError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknown(let text, _): "unknown revision '\(text)'"
    case .ambiguous(let text, _): "short object ID \(text) is ambiguous"
    case .ambiguousName(let text, _): "'\(text)' matches several snapshots"
    case .shorthand(let text, _): "'\(text)' is a shorthand that cvgit does not support"
    case .range(let text): "expected a single revision, found the range '\(text)'"
    case .notACommit(let text, let type): "'\(text)' is a \(type), not a commit"
    case .noMergeBase(let left, let right): "\(left)...\(right): no merge base"
    case .beyondShallowBoundary(let text):
      "'\(text)' is beyond the boundary of this shallow clone"
    case .unborn(let branch): "your current branch '\(branch)' does not have any commits yet"
    case .git(let error): error.description
    }
  }

  package var hint: String? {
    switch self {
    case .unknown(_, let tags):
      tags.isEmpty
        ? nil : "did you mean \(tags.map { "'\($0)'" }.joined(separator: " or "))?"
    case .ambiguous(_, let candidates):
      "write more digits: \(candidates.joined(separator: ", "))"
    case .ambiguousName(_, let candidates):
      "write one of \(candidates.map { "'\($0)'" }.joined(separator: ", "))"
    case .shorthand(_, let instead): "write '\(instead)'"
    case .range, .notACommit: nil
    case .noMergeBase(let left, let right):
      "write '\(left)..\(right)'; in a shallow clone, run 'git fetch --unshallow' first"
    case .beyondShallowBoundary: "run 'git fetch --unshallow' to fetch the rest"
    case .unborn: nil
    case .git(let error): error.hint
    }
  }
}
