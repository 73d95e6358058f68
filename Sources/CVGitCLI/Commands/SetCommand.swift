internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import Git
internal import Text

/// `cvgit set`.
struct SetCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Set fields of a record",
    discussion: """
      FIELD=VALUE sets a field, FIELD= clears it, FIELD+=VALUE and FIELD-=VALUE add and remove an \
      item of a list, and FIELD.KEY=VALUE sets one key of a mapping. Every other byte of the file stays \
      the same. A change that would not validate is rejected.

      Examples:
        cvgit set publications/nonlinearsolve-jl status=Accepted "venue=ACM TOMS"
        cvgit set service/neurips counts.2025=5
        cvgit set software/lux-jl technologies+=Julia note=
        cvgit set profile metrics.citations=560+
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: ArgumentHelp("Record to change: KIND/ID, profile or document", valueName: "kind/id"))
  var record: String

  @Argument(help: ArgumentHelp("Changes to make", valueName: "field=value"))
  var assignments: [String]

  func run(in session: inout Session) throws -> ExitStatus {
    let assignments = try FieldAssignment.all(assignments)
    let files = try RecordFiles(try session.openCV(isDetecting: false))
    let name = try RecordName(record, in: files)
    let path = try files.pathToEdit(of: name.key)
    guard let bytes = files.bytes(of: path) else { throw Failure("\(quoted(path)) cannot be read") }
    let edited = try Self.edit(bytes, name, assignments)
    guard edited != bytes else {
      session.tell("\(path): nothing to change")
      return .done
    }
    let reading = files.reading(with: edited, at: path)
    let errors = files.newErrors(in: reading)
    guard errors.isEmpty else {
      session.refuse(errors, in: reading)
      return .findings
    }
    try files.write(edited, to: path)
    session.tell(path)
    if !session.global.isQuiet {
      let isColored = try session.isColored(in: files.cv.repository)
      session.print(
        files.changes(to: reading, width: session.surroundings.width, isColored: isColored))
    }
    return .done
  }

  private static func edit(
    _ bytes: [UInt8], _ name: RecordName, _ assignments: [FieldAssignment]
  ) throws -> [UInt8] {
    do throws(EditRefusal) {
      var editor = try RecordEditor(bytes, key: name.key, kind: name.kind)
      for assignment in assignments { _ = try editor.apply(assignment) }
      return editor.bytes
    } catch {
      throw Failure(error)
    }
  }
}
