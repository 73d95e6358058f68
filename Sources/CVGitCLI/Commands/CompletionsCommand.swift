internal import ArgumentParser

/// `cvgit completions`.
struct CompletionsCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print shell completions",
    discussion: """
      Completes commands, options, kinds, entries, fields, statuses, tags and snapshots.

      Examples:
        cvgit completions bash > ~/.local/share/bash-completion/completions/cvgit
        cvgit completions zsh > ~/.zfunc/_cvgit
        cvgit completions fish > ~/.config/fish/completions/cvgit.fish
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "Shell: bash, zsh or fish")
  var shell: Shell

  enum Shell: String, ChoiceArgument {
    case bash
    case zsh
    case fish
  }

  func run(in session: inout Session) throws -> ExitStatus {
    switch shell {
    case .bash: session.print(verbatim: CompletionScripts.bash)
    case .zsh: session.print(verbatim: CompletionScripts.zsh)
    case .fish: session.print(verbatim: CompletionScripts.fish)
    }
    return .done
  }
}
