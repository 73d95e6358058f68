internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// `cvgit propose`, which the prepare-commit-msg hook runs.
struct ProposeCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose",
    abstract: "Propose a commit message from the staged records",
    discussion: """
      Writes a subject and a body into the file that git is about to open in an editor, unless the \
      file has a message, or a second argument names the source of one. Private entries and fields \
      are left out. To turn this off, run 'git config cvgit.proposal off'.
      """,
    shouldDisplay: false)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "File that contains the message")
  var file: String

  @Argument(help: "Source of the message, as git passes it to the hook")
  var source: [String] = []

  func run(in session: inout Session) throws -> ExitStatus {
    guard source.allSatisfy(\.isEmpty) else { return .done }
    let cv = try session.openCV()
    let configuration = try cv.repository.configuration
    guard try configuration.bool("cvgit.proposal") ?? true, Self.isUTF8(configuration) else {
      return .done
    }
    let path = file.hasPrefix("/") ? file : "\(session.directory)/\(file)"
    let messageFile = FileReplacement(path, name: file)
    let bytes = try messageFile.content() ?? []
    let head = try cv.repository.version(named: "HEAD")
    let outline = PublicOutline(try cv.publicDiff(from: head, to: .index), least: .detail)
    guard let message = CommitMessageRenderer().render(outline) else { return .done }
    let comment =
      configuration.string("core.commentString") ?? configuration.string("core.commentChar")
    let template = CommitMessageFile(String(decoding: bytes, as: UTF8.self), comment: comment)
    guard let text = template.proposing(message) else { return .done }
    try messageFile.write(Array(text.utf8), replacing: bytes)
    return .done
  }

  /// Whether git reads the message as UTF-8.
  private static func isUTF8(_ configuration: Configuration) -> Bool {
    let encoding = configuration.string("i18n.commitEncoding")?.lowercased()
    return encoding == nil || encoding == "utf-8" || encoding == "utf8"
  }
}
