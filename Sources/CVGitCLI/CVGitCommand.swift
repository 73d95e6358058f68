package import ArgumentParser

/// The `cvgit` command; each subcommand has its own file.
package struct CVGitCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "cvgit",
    abstract: "Version a CV in Git, and show what changed in it",
    discussion: """
      A CV is a folder of records, one file per entry. cvgit checks the records, shows what changed \
      between two revisions, renders the document, and records what you sent.
      """,
    version: Version.text,
    subcommands: [
      InitCommand.self,
      ImportCommand.self,
      NewCommand.self,
      SetCommand.self,
      EditCommand.self,
      FmtCommand.self,
      FieldsCommand.self,
      StatusCommand.self,
      ValidateCommand.self,
      DiffCommand.self,
      LogCommand.self,
      ListCommand.self,
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
      CheckPushCommand.self,
      DiffDriverCommand.self,
      TextconvCommand.self,
    ])

  /// Parsed by the subcommand; declared here so that they appear in the help.
  @OptionGroup package var global: GlobalOptions

  package init() {}
}

/// The version of cvgit.
package enum Version {
  package static let text = "0.2.0"
}
