internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// Shows what an import changes, and writes it.
struct ImportWriting {
  let run: ImportRun
  let isDryRun: Bool
  /// True for a new CV, whose next steps say what a push publishes.
  let isCreating: Bool

  init(_ run: ImportRun, isDryRun: Bool = false, isCreating: Bool = false) {
    (self.run, self.isDryRun, self.isCreating) = (run, isDryRun, isCreating)
  }

  func finish(_ session: inout Session) throws -> ExitStatus {
    guard !run.isUnchanged else {
      session.tell("\(names): nothing new since the last import")
      return .done
    }
    let isColored = try session.isColored(
      run.files.cv.repository.configuration.string("color.ui"))
    let report = ImportReport(run, width: session.surroundings.width, isColored: isColored)
    if let findings = report.findings { session.warn(findings) }
    if !session.global.isQuiet { session.print(report.diff) }
    let decisions = report.decisions
    if !decisions.isEmpty, run.isOpen || !session.global.isQuiet {
      session.print((session.global.isQuiet ? "" : "\n") + decisions)
    }
    for refusal in run.refusals {
      session.warn("error: \(refusal.message)")
      if let hint = refusal.hint { session.warn("hint: \(hint)") }
    }
    let errors = report.recordErrors
    if !errors.isEmpty {
      session.warn(
        FindingsTextRenderer(isColored: false)
          .render(errors, lines: run.reading.sourceLines(of: errors))
          + "hint: the hook stops a commit with these errors; correct the records first")
    }
    if isDryRun {
      session.tell("nothing was written")
    } else {
      try write(report, &session)
    }
    tellWhatIsOpen(&session)
    return run.isOpen || !errors.isEmpty ? .findings : .done
  }

  private var names: String { run.inputs.map(\.name).joined(separator: ", ") }

  private func write(_ report: ImportReport, _ session: inout Session) throws {
    try session.flushAll()
    let copies = try run.write()
    if !session.global.isQuiet { session.print("\n") }
    session.tell(report.counts)
    guard !copies.isEmpty else { return }
    let shown = copies.count == 1 ? copies[0] : "\(copies.count) files in \(folder)"
    session.tell("kept a copy for the next import: \(shown)")
    if !isCreating {
      session.tell("git push publishes it with everything in it, as it does the records")
    }
  }

  private var folder: String { run.files.path(ImportCopies.folder) }

  /// What to do about what is left open.
  private func tellWhatIsOpen(_ session: inout Session) {
    let open = run.inputs.filter { !run.plan.isSettled($0.name) }
    guard !open.isEmpty, !session.global.isQuiet else { return }
    let files = open.map(\.name).joined(separator: " ")
    if run.plan.conflicts.contains(where: { conflict in open.contains { $0.name == conflict.file } }
    ) {
      session.warn(
        "hint: \"cvgit import --theirs \(files)\" takes the values of the file, \"--ours\" keeps those "
          + "of the records")
    }
    if run.plan.gone.contains(where: { gone in open.contains { $0.name == gone.file } }) {
      session.warn(
        "hint: \"cvgit import --prune \(files)\" deletes records that are no longer in the file, "
          + "\"--ours\" keeps them")
    }
  }
}
