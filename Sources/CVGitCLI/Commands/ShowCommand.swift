internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// `cvgit show`.
struct ShowCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the entries of a kind, or one entry",
    discussion: """
      Private entries and fields are shown, and marked.

      Examples:
        cvgit show publications
        cvgit show experience/mit-csail --at v2023
      """)

  static let usesPager = true

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("Show a revision instead of the work tree", valueName: "rev"))
  var at: String?

  @Option(help: "Output format")
  var format: HistoryFormat = .text

  @Argument(help: "Kind, or KIND/ID")
  var entry: String

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV()
    let request = try EntryRequest(entry)
    let version = try version(cv)
    guard let shown = try ShownEntries(kind: request.kind, id: request.id, in: cv, at: version),
      request.id == nil || !shown.entries.isEmpty || !shown.unreadable.isEmpty
    else { throw try request.missing(in: cv, at: version) }
    switch format {
    case .json: session.print(try jsonText(ShowDocument(shown, kind: request.kind)))
    case .text:
      let renderer = ShowTextRenderer(
        width: session.surroundings.width,
        isColored: try session.isColored(in: cv.repository))
      session.print(
        request.id == nil && !shown.isOneFile
          ? renderer.renderTable(shown, kind: request.kind) : renderer.renderEntry(shown))
    }
    return shown.unreadable.isEmpty ? .done : .findings
  }

  private func version(_ cv: CVRepository) throws -> NamedVersion {
    if let at { return try cv.repository.version(named: at) }
    return try cv.repository.isBare ? cv.repository.version(named: "HEAD") : .workTree
  }
}
