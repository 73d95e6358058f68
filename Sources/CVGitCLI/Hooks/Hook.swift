/// A git hook for which cvgit has a script.
enum Hook: String, CaseIterable {
  case preCommit = "pre-commit"
  case preMergeCommit = "pre-merge-commit"
  case prepareCommitMessage = "prepare-commit-msg"
  case prePush = "pre-push"

  /// The file as installed.
  var script: String {
    switch self {
    case .preCommit: HookScripts.preCommit
    case .preMergeCommit: HookScripts.preMergeCommit
    case .prepareCommitMessage: HookScripts.prepareCommitMessage
    case .prePush: HookScripts.prePush
    }
  }

  /// The line that does the same in the user's own hook.
  var line: String {
    switch self {
    case .preCommit, .preMergeCommit: "cvgit --quiet validate --staged || exit"
    case .prepareCommitMessage: #"cvgit --quiet propose "$@""#
    case .prePush: #"cvgit --quiet check-push "$@" || exit"#
    }
  }

  /// The name for an existing hook, which is kept and runs first.
  var keptName: String { "\(rawValue).before-cvgit" }

  /// Whether a text is one of our hooks, of any version.
  static func isOurs(_ text: String) -> Bool {
    text.split(separator: "\n", maxSplits: 2).dropFirst().first?.hasPrefix("# cvgit: ") == true
  }
}
