internal import CVHistory

/// One of git's hooks that cvgit has a script for.
enum Hook: String, CaseIterable {
  case preCommit = "pre-commit"
  case preMergeCommit = "pre-merge-commit"
  case prepareCommitMessage = "prepare-commit-msg"
  case prePush = "pre-push"

  /// The installed file. Its last line is a checksum, which reveals later edits.
  var script: String { Self.withChecksum(text) }

  private var text: String {
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

  /// The subcommand that the hook runs, which also identifies it in another hook or in settings.
  var subcommand: String {
    switch self {
    case .preCommit, .preMergeCommit: "validate"
    case .prepareCommitMessage: "propose"
    case .prePush: "check-push"
    }
  }

  /// Whether a hook or the settings of a hook manager run cvgit for this hook.
  func isRun(by text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      !line.drop(while: \.isWhitespace).hasPrefix("#") && line.contains(subcommand)
        && (line.contains("cvgit") || line.contains("\"$program\""))
    }
  }

  private static let checksumMark = "# checksum "

  private static func withChecksum(_ text: String) -> String {
    let digits = String(CRC32.checksum(of: Array(text.utf8)), radix: 16)
    return text + checksumMark + digits + "\n"
  }

  /// The checksums of the scripts that were installed before they had one themselves.
  private static let withoutChecksum: Set<UInt32> = [
    0x1d0f_64a9, 0x1eb8_1b50, 0x2559_852e, 0x433b_3869, 0x05ac_4744, 0x5e78_b5e3, 0x6b69_0d26,
    0x7023_eb14, 0x888a_180e, 0x0b89_d333, 0xd1c0_bbea,
  ]

  /// Whether nobody has changed a script of ours, of any version, since it was written.
  static func isUnedited(_ text: String) -> Bool {
    if withoutChecksum.contains(CRC32.checksum(of: Array(text.utf8))) { return true }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1, lines.last == "", lines[lines.count - 2].hasPrefix(checksumMark) else {
      return false
    }
    return withChecksum(lines.dropLast(2).map { $0 + "\n" }.joined()) == text
  }

  /// Whether any version of cvgit wrote the text.
  static func isOurs(_ text: String) -> Bool {
    text.split(separator: "\n", maxSplits: 2).dropFirst().first?.hasPrefix("# cvgit: ") == true
  }
}
