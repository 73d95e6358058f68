internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import Git
internal import Text

/// `cvgit edit`.
struct EditCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Edit a record, and check it",
    discussion: """
      Opens the editor that git would open, on a copy. If what was written has errors, offers to go \
      back to it with the errors in comments; a text that is not finished is kept.

      Examples:
        cvgit edit publications/nonlinearsolve-jl
        cvgit edit profile
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(
    help: ArgumentHelp("Record to edit: KIND/ID, profile or document", valueName: "kind/id"))
  var record: String

  func run(in session: inout Session) throws -> ExitStatus {
    let files = try RecordFiles(try session.openCV(isDetecting: false))
    let name = try RecordName(record, in: files)
    let path = try files.pathToEdit(of: name.key, canBeUnreadable: true)
    guard let bytes = files.bytes(of: path) else { throw Failure("\(quoted(path)) cannot be read") }
    let repository = files.cv.repository
    let draft = try EditedDraft("CVGIT_EDIT.yaml", in: repository, session.surroundings)
    var text = String(decoding: bytes, as: UTF8.self)
    while true {
      text = try draft.edit(text)
      let edited = Array(text.utf8)
      guard edited != bytes else {
        try draft.remove()
        session.tell("\(path): nothing to change")
        return .done
      }
      let reading = files.reading(with: edited, at: path)
      let errors = files.newErrors(in: reading)
      guard errors.isEmpty else {
        guard draft.goesBack(with: errors, in: reading) else {
          session.warn("nothing was written; the draft is kept in \(draft.path)")
          return .findings
        }
        continue
      }
      try files.write(edited, to: path)
      try draft.remove()
      session.tell(path)
      if !session.global.isQuiet {
        let isColored = try session.isColored(in: repository)
        session.print(
          files.changes(to: reading, width: session.surroundings.width, isColored: isColored))
      }
      return .done
    }
  }
}
