/// One of git's hooks that cvgit has a script for.
enum Hook: String, CaseIterable {
  case preCommit = "pre-commit"
  case preMergeCommit = "pre-merge-commit"
  case prepareCommitMessage = "prepare-commit-msg"
  case prePush = "pre-push"

  /// The file as it is installed.
  var script: String {
    switch self {
    case .preCommit: HookScripts.preCommit
    case .preMergeCommit: HookScripts.preMergeCommit
    case .prepareCommitMessage: HookScripts.prepareCommitMessage
    case .prePush: HookScripts.prePush
    }
  }

  /// The line that does the same in a hook of the user's own.
  var line: String {
    switch self {
    case .preCommit, .preMergeCommit: "cvgit --quiet validate --staged || exit"
    case .prepareCommitMessage: #"cvgit --quiet propose "$@""#
    case .prePush: #"cvgit --quiet check-push "$@" || exit"#
    }
  }

  /// The name under which a hook that was there before is kept, and run first.
  var keptName: String { "\(rawValue).before-cvgit" }

  /// Whether a text is one of ours, of any version.
  static func isOurs(_ text: String) -> Bool {
    text.split(separator: "\n", maxSplits: 2).dropFirst().first?.hasPrefix("# cvgit: ") == true
  }
}
