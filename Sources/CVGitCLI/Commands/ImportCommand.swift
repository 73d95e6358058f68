internal import ArgumentParser
internal import CVFormats
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// `cvgit import`.
struct ImportCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import entries of a file as records",
    discussion: """
      Reads a file in another format (BibTeX, JSON Resume, RenderCV, CSL-JSON, ORCID, a folder of \
      pages), shows what it changes in the CV, and writes records. A copy of the file is kept under \
      .import/ in the CV's folder. When the file is imported again, what changed in it since is merged \
      into the records field by field: what you edited stays, and what changed on both sides is listed \
      as a conflict.

      Examples:
        cvgit import publications.bib
        cvgit import --dry-run resume.json
        curl -LH 'Accept: application/vnd.citationstyles.csl+json' https://doi.org/10.1145/3377811.3380366 \
      | cvgit import --format csl-json -
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(name: [.customShort("n"), .long], help: "Show what would change, and write nothing")
  var dryRun = false

  @Flag(help: "Keep the values of the records where both sides changed")
  var ours = false

  @Flag(help: "Take the values of the file where both sides changed")
  var theirs = false

  @Flag(help: "Delete records whose entries are gone from the file, unless they were edited")
  var prune = false

  @Option(help: ArgumentHelp("Format of the files; found out by default", valueName: "format"))
  var format: String?

  @Option(help: ArgumentHelp("Keep the copy of the file under this name", valueName: "name"))
  var name: String?

  @Argument(
    help: ArgumentHelp("Files or folders to import; '-' is standard input", valueName: "file"))
  var files: [String]

  /// The commands whose `--format` is one of a file to import.
  static let takesFormats = ["import", "init"]

  func validate() throws {
    if ours, theirs { throw ValidationError("'--ours' and '--theirs' cannot be used together") }
    if name != nil, files.count > 1 { throw ValidationError("'--name' is for one file") }
  }

  func run(in session: inout Session) throws -> ExitStatus {
    let records = try RecordFiles(try session.openRecords())
    guard let top = try records.cv.repository.workTree else { return .failure }
    let inputs = try files.map {
      try ImportInput($0, format: format, keptName: name, session, top: top)
    }
    let preference = ImportPlan.Preference(
      side: ours ? .ours : theirs ? .theirs : nil, prunes: prune)
    var owner = ImportRun.Owner()
    if records.reading.isEmpty {
      owner.name = try records.cv.repository.configuration.string("user.name")
    }
    let run = try ImportRun(
      inputs, into: records, top: top, preference: preference, owner: owner)
    return try ImportWriting(run, isDryRun: dryRun).finish(&session)
  }
}
