internal import ArgumentParser

/// `cvgit snapshot`, whose subcommands stand in files of their own.
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Keep what was sent with an application, for good",
    usage: """
      cvgit snapshot --for PURPOSE [--at REV] [--variant NAME] [--attach FILE…] [--date DAY]
      cvgit snapshot SUBCOMMAND
      """,
    discussion: """
      A snapshot is an annotated tag on a commit of its own, which holds the records as they were, the rendered \
      document, what else was sent, a manifest with the hash of every file, and what changed since the one before. \
      It travels with git. No branch, index or file of the work tree is touched.

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
