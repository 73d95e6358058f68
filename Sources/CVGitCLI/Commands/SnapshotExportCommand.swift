internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import Git
internal import Text

/// `cvgit snapshot export`.
struct SnapshotExportCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the files of a snapshot to a zip or tar archive",
    discussion: """
      Writes the rendered and attached files: those that you would send. The same snapshot gives the \
      same bytes everywhere.
      """)

  @OptionGroup var global: GlobalOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Archive to write, ending in .zip or .tar", valueName: "file"))
  var output: String

  @Flag(help: "Add the public records, the manifest, and CHANGES.md")
  var all = false

  @Flag(name: .customLong("private"), help: "With --all, add everything in the CV's folder")
  var addsPrivate = false

  @Argument(help: "Name of the snapshot")
  var name: String

  func validate() throws {
    if addsPrivate, !all { throw ValidationError("'--private' requires '--all'") }
  }

  func run(in session: inout Session) throws -> ExitStatus {
    guard let format = ArchiveFormat(fileName: output) else {
      throw Failure(
        "unknown archive format for \(quoted(output))",
        hint: "use a name that ends in \".zip\" or \".tar\"")
    }
    let cv = try session.openCV()
    let snapshot = try cv.snapshot(named: name)
    let export = try cv.export(snapshot, all ? addsPrivate ? .allAndPrivate : .all : .sent)
    if export.files.isEmpty {
      throw Failure(
        "\(quoted(snapshot.name)) contains no rendered or attached files",
        hint: "'--all' writes its records")
    }
    let bytes = format.archive(export.files, at: snapshot.moment)
    try NamedFile(session.path(output), name: output).write(bytes)
    if export.leftOut > 0, !session.global.isQuiet {
      let noun = export.leftOut == 1 ? "file" : "files"
      session.warn(
        "left out \(export.leftOut) \(noun) of the CV that are private, contain private data, or "
          + "are not records")
    }
    return .done
  }
}
