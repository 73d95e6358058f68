internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git
internal import Text

/// `cvgit snapshot list`.
struct SnapshotListCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List snapshots, newest first",
    discussion: """
      Shows what changed since the previous snapshot, and from each one to HEAD. Spelling changes are \
      not counted.
      """)

  static let usesPager = true

  @OptionGroup var global: GlobalOptions

  @Option(help: "Output format")
  var format: SnapshotFormat = .text

  func run(in session: inout Session) throws -> ExitStatus {
    try Self.list(format, in: session.openCV(), &session)
  }

  static func list(
    _ format: SnapshotFormat, in cv: CVRepository, _ session: inout Session
  ) throws -> ExitStatus {
    let collection = try cv.snapshots()
    for error in collection.unreadable {
      session.warn("warning: \(error.description.terminalSafe)")
    }
    let summaries = try cv.summaries(of: collection.snapshots)
    switch format {
    case .json: session.print(try jsonText(SnapshotListDocument(summaries)))
    case .text where !summaries.isEmpty:
      let isColored = try session.isColored(in: cv.repository)
      session.print(SnapshotListRenderer(isColored: isColored).render(summaries))
    case .text:
      session.note(
        "no snapshots yet", hint: "cvgit snapshot --for \"MIT EECS faculty search\" makes one")
    }
    return .done
  }
}

/// The output formats of snapshots.
enum SnapshotFormat: String, ChoiceArgument {
  case text
  case json
}
