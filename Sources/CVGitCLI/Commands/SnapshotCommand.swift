internal import ArgumentParser

/// `cvgit snapshot`; each subcommand has its own file.
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Record what you sent with an application",
    usage: """
      cvgit snapshot --for PURPOSE [--at REV] [--variant NAME] [--attach FILE…] [--date DAY]
      cvgit snapshot SUBCOMMAND
      """,
    discussion: """
      A snapshot is an annotated tag on a commit of its own. It contains the records as they were, the \
      rendered document, other files that were sent, a manifest with the hash of every file, and what \
      changed since the previous snapshot. You push and fetch it like any tag. Creating one changes no \
      branch, no index and no file in the work tree.

      Examples:
        cvgit snapshot --for "MIT EECS faculty search" --attach letter.pdf
        cvgit snapshot list
        cvgit snapshot diff 2025-11-20-mit-eecs-faculty-search
      """,
    subcommands: [
      SnapshotMakeCommand.self, SnapshotListCommand.self, SnapshotShowCommand.self,
      SnapshotDiffCommand.self, SnapshotVerifyCommand.self, SnapshotExportCommand.self,
      SnapshotDeleteCommand.self,
    ],
    defaultSubcommand: SnapshotMakeCommand.self)
}
