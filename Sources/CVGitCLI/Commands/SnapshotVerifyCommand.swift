internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git
internal import Text

/// `cvgit snapshot verify`.
struct SnapshotVerifyCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that snapshots have not been altered",
    discussion: """
      Checks the hash of every file, the manifest against the tag, and the records against their commit, \
      and renders the document again. Exits with 1 if something was altered; a rendering by another \
      version of a program is only reported. Without a name, checks all snapshots. If \
      git can verify a signature, it says so.
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "Names of snapshots; all by default")
  var names: [String] = []

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV(originals: true)
    var snapshots = try names.map { try cv.snapshot(named: $0) }
    var isGood = true
    if names.isEmpty {
      let collection = try cv.snapshots()
      snapshots = collection.snapshots
      for error in collection.unreadable {
        session.print("\(error.description.terminalSafe)\n")
        isGood = false
      }
    }
    for snapshot in snapshots {
      var check = try cv.verify(snapshot)
      if snapshot.isSigned { check.notes.append(try signature(of: snapshot, in: cv, session)) }
      let renderings = try RenderedAgain(check, in: cv, session.surroundings).comparisons
      let isFlawless = check.faults.isEmpty && !renderings.contains(where: \.isFault)
      isGood = isGood && isFlawless
      guard !session.global.isQuiet || !isFlawless else { continue }
      session.print(SnapshotCheckRenderer().render(check, renderings))
    }
    return isGood ? .done : .findings
  }

  /// The result of verifying the signature with git, which knows the trusted keys.
  private func signature(
    of snapshot: Snapshot, in cv: CVRepository, _ session: Session
  ) throws -> String {
    let git = GitProgram(
      in: cv.repository.startingFolder, environment: Environment(session.surroundings.environment))
    return try git.run(["verify-tag", "--", snapshot.name]).status == 0
      ? "signed, and git verified the signature"
      : "signed, not checked: see 'git verify-tag \(snapshot.name)'"
  }
}
