internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// `cvgit snapshot show`.
struct SnapshotShowCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a snapshot: what it was for, and what it holds",
    discussion: "A name may be given without 'snapshot/', and cut where it stays the only one.")

  static let usesPager = true

  @OptionGroup var global: GlobalOptions

  @Option(help: "How to print it.")
  var format: SnapshotFormat = .text

  @Argument(help: "The snapshot's name.")
  var name: String

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV()
    let snapshot = try cv.snapshot(named: name)
    switch format {
    case .json: session.print(try jsonText(SnapshotDocument(snapshot)))
    case .text:
      let isColored = session.isColored(cv.repository.configuration.string("color.ui"))
      let width = session.surroundings.width
      session.print(SnapshotTextRenderer(width: width, isColored: isColored).render(snapshot))
    }
    return .done
  }
}
