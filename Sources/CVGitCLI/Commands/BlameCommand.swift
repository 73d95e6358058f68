internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git
internal import Text

/// `cvgit blame`.
struct BlameCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "blame",
    abstract: "Show which commit set each field of an entry",
    discussion: """
      Follows the entry back across renames and changes of kind. Formatting is ignored.

      Examples:
        cvgit blame publications/nonlinearsolve-jl
        cvgit blame education/mit --at v2024
      """)

  static let usesPager = true

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("Revision to start at", valueName: "rev"))
  var at = "HEAD"

  @Option(help: "Output format")
  var format: HistoryFormat = .text

  @Argument(help: "Entry, as KIND/ID")
  var entry: String

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV()
    let version = try cv.repository.version(named: at)
    let request = try EntryRequest(entry, in: cv, at: version.version)
    guard let key = request.key else {
      throw Failure(
        "expected KIND/ID, found \(quoted(entry))", hint: "\"cvgit show \(entry)\" lists entries")
    }
    guard let commit = version.version.commit,
      let found = try Blame(key, in: cv, at: commit)
    else { throw try request.missing(in: cv, at: version) }
    let blame = try cv.mapped(found)
    switch format {
    case .json: session.print(try jsonText(BlameDocument(blame, at: RevisionLabel(version))))
    case .text:
      let renderer = BlameTextRenderer(
        width: session.surroundings.width,
        isColored: try session.isColored(in: cv.repository))
      session.print(renderer.render(blame))
      for note in blame.notes { session.warn("note: \(note)") }
    }
    return .done
  }
}
