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

  @Argument(help: "Kind, or KIND/ID; without one, shows how many entries there are")
  var entry: String?

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV()
    let version = try cv.versionToShow(at)
    guard let entry else { return try overview(version, in: cv, &session) }
    let request = try EntryRequest(entry, in: cv, at: version.version)
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

  /// Every kind with the number of its entries.
  private func overview(
    _ version: NamedVersion, in cv: CVRepository, _ session: inout Session
  ) throws -> ExitStatus {
    let reading = try cv.reading(of: version.version)
    if reading.isEmpty { throw try NoCV(in: cv, at: at).failure }
    guard format == .text else {
      throw Failure("'--format json' needs a kind or an entry", hint: "see \"cvgit list --help\"")
    }
    let isColored = try session.isColored(in: cv.repository)
    session.print(
      ShowTextRenderer(width: session.surroundings.width, isColored: isColored)
        .renderOverview(reading))
    return reading.unreadable.isEmpty ? .done : .findings
  }
}
