internal import ArgumentParser

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A command with its options and subcommands, as argument-parser describes it to tools, so that
/// completions need no separate list.
struct CommandDescription: Decodable {
  let commandName: String
  let shouldDisplay: Bool
  var abstract: String?
  var subcommands: [CommandDescription]?
  var arguments: [Argument]?

  /// An option, flag or argument.
  struct Argument: Decodable {
    let kind: Kind
    let shouldDisplay: Bool
    var names: [Name]?
    var abstract: String?
    var allValues: [String]?

    enum Kind: String, Decodable {
      case positional
      case option
      case flag
    }

    struct Name: Decodable {
      let kind: String
      let name: String

      /// As typed: `-C`, `--root`.
      var word: String { kind == "long" ? "--\(name)" : "-\(name)" }
    }

    var takesValue: Bool { kind == .option }
    var values: [Completion.Candidate] { (allValues ?? []).map { Completion.Candidate(word: $0) } }
  }

  /// The output of `--experimental-dump-help`.
  private struct Dump: Decodable {
    let command: CommandDescription
  }

  /// The whole program.
  static func program() throws -> CommandDescription {
    try JSONDecoder().decode(Dump.self, from: Data(CVGitCommand._dumpHelp().utf8)).command
  }

  func subcommand(_ name: String) -> CommandDescription? {
    subcommands?.first { $0.commandName == name }
  }

  /// The subcommands shown in the help.
  var shownSubcommands: [Completion.Candidate] {
    (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
      .map { Completion.Candidate(word: $0.commandName, about: $0.abstract ?? "") }
  }

  /// The option or flag with a name, such as `--root`.
  func option(_ word: String) -> Argument? {
    arguments?.first { $0.names?.contains { $0.word == word } ?? false }
  }

  /// The long names of the options shown in the help.
  var longOptions: [Completion.Candidate] {
    (arguments ?? []).filter(\.shouldDisplay).compactMap { option in
      option.names?.first { $0.kind == "long" }.map {
        Completion.Candidate(word: $0.word, about: option.abstract ?? "")
      }
    }
  }

  /// The values of the first argument, if they are known.
  var firstArgumentValues: [Completion.Candidate] {
    arguments?.first { $0.kind == .positional }?.values ?? []
  }
}
