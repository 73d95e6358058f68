internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// `cvgit changelog`.
struct ChangelogCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "changelog",
    abstract: "Tell what changed from release to release")

  @OptionGroup var global: GlobalOptions

  @Argument(help: "A range of revisions; all up to HEAD where there is none.")
  var arguments: [String] = []

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV()
    let (from, to) = try HistoryRequest.range(arguments, in: cv.repository)
    let author = Signature(name: "", email: "", seconds: 0, offsetMinutes: 0)
    let changelog = try ChangelogBuilder.changelog(
      ChangelogRequest(from: from?.version ?? .empty, to: to, author: author), in: cv)
    session.print(ChangelogMarkdownRenderer().render(changelog))
    for note in changelog.notes { session.warn("note: \(note)") }
    return .done
  }
}
