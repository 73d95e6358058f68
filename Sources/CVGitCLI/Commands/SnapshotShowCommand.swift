internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// `cvgit snapshot show`.
struct SnapshotShowCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the purpose and contents of a snapshot",
    discussion: "The name may omit 'snapshot/', and may be abbreviated as long as it is unique.")

  static let usesPager = true

  @OptionGroup var global: GlobalOptions

  @Option(help: "Output format")
  var format: SnapshotFormat = .text

  @Argument(help: "Name of the snapshot")
  var name: String

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV()
    let snapshot = try cv.snapshot(named: name)
    switch format {
    case .json: session.print(try jsonText(SnapshotDocument(snapshot)))
    case .text:
      let isColored = try session.isColored(in: cv.repository)
      let width = session.surroundings.width
      session.print(SnapshotTextRenderer(width: width, isColored: isColored).render(snapshot))
    }
    return .done
  }
}
