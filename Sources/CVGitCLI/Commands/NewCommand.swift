internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git
internal import Text

/// `cvgit new`.
struct NewCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Create a record",
    discussion: """
      The ID is made from the first five words of the name. In a terminal, the record opens in the \
      editor that git would open, and is checked when the editor is closed.

      Examples:
        cvgit new publications
        cvgit new awards title="Best Paper" issuer=ICML date=2025-07
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: "ID to use instead of one made from the name")
  var id: String?

  @Flag(inversion: .prefixedNo, help: "Open the record in an editor; the default in a terminal")
  var edit: Bool?

  @Argument(help: "Kind of the record, such as publications")
  var kind: String

  @Argument(help: ArgumentHelp("Fields to fill in", valueName: "field=value"))
  var assignments: [String] = []

  func run(in session: inout Session) throws -> ExitStatus {
    let repository = try session.openRepository()
    let location = try CVLocation(session, repository, isStrict: false)
    let status = try create(in: location.open(repository), &session)
    if status == .done { try location.keep(in: repository, withRecords: true, &session) }
    return status
  }

  private func create(in cv: CVRepository, _ session: inout Session) throws -> ExitStatus {
    let files = try RecordFiles(cv)
    let kind = try RecordName.kind(kind, in: files.reading.cv.schema)
    if case .file(let file) = kind.role {
      throw Failure(
        "there is only one \(kind.singular), \(quoted(file))",
        hint: "change it with \"cvgit set \(kind.name)\"")
    }
    if let id, !EntryKey.isValidID(id) {
      throw Failure(
        "invalid ID \(quoted(id))", hint: "an ID consists of a-z, 0-9 and single hyphens")
    }
    var record = NewRecord(kind: kind)
    do {
      for assignment in try FieldAssignment.all(assignments) { try record.apply(assignment) }
    } catch let refusal as EditRefusal {
      throw Failure(refusal)
    }
    let writer = NewRecordWriter(files: files, kind: kind, id: id)
    guard edit ?? session.surroundings.isInteractive else {
      return try write(record, writer, &session)
    }
    return try writer.edit(record, &session)
  }

  /// Writes a record without an editor, which requires all required fields.
  private func write(
    _ record: NewRecord, _ writer: NewRecordWriter, _ session: inout Session
  ) throws -> ExitStatus {
    guard record.missing.isEmpty else {
      let missing = record.missing.map { "\($0.name)=…" }.joined(separator: " ")
      throw Failure(
        "the new \(record.kind.singular) is missing \(record.missing.map { quoted($0.name) }.joined(separator: ", "))",
        hint: "add \(missing)")
    }
    let text = record.lines.map { $0 + "\n" }.joined()
    let place = try writer.place(of: Array(text.utf8))
    let errors = writer.files.newErrors(in: place.reading)
    guard errors.isEmpty else {
      session.refuse(errors, in: place.reading)
      return .findings
    }
    return try writer.write(place, &session)
  }
}
