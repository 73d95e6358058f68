package import ArgumentParser

/// The command `cvgit`: its subcommands, one a file.
package struct CVGitCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "cvgit",
    abstract: "Tell what changed in a career, from a CV kept as records in git",
    discussion: """
      A CV is a folder of records, one entry a file. cvgit checks them, tells what changed between two \
      revisions, and keeps what was sent.
      """,
    version: Version.text,
    subcommands: [
      InitCommand.self,
      NewCommand.self,
      SetCommand.self,
      FmtCommand.self,
      ValidateCommand.self,
      DiffCommand.self,
      LogCommand.self,
      ShowCommand.self,
      BlameCommand.self,
      ChangelogCommand.self,
      RenderCommand.self,
      ThemeCommand.self,
      SnapshotCommand.self,
      HooksCommand.self,
      SchemaCommand.self,
      CompletionsCommand.self,
      CompleteCommand.self,
      ProposeCommand.self,
      DiffDriverCommand.self,
      TextconvCommand.self,
    ])

  /// Read by the subcommand; here so that the help lists them and that they are no unknown options.
  @OptionGroup package var global: GlobalOptions

  package init() {}
}

/// The version of this program.
package enum Version {
  package static let text = "0.1.0"
}
