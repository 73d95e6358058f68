internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import Git
internal import Text

/// `cvgit snapshot --for PURPOSE`.
struct SnapshotMakeCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "make",
    abstract: "Create a snapshot; 'make' may be omitted",
    usage: """
      cvgit snapshot --for PURPOSE [--at REV] [--variant NAME] [--attach FILE…] [--date DAY]
      """,
    discussion: """
      Records the CV of HEAD, or of another revision. The tag is signed if git is configured to sign tags.
      """)

  @OptionGroup var global: GlobalOptions

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Recipient or purpose", valueName: "purpose"))
  var purpose: String?

  @Option(help: ArgumentHelp("Revision to record; HEAD by default", valueName: "rev"))
  var at: String?

  @Option(help: ArgumentHelp("Variant that was sent", valueName: "name"))
  var variant: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Other files that were sent, such as a letter or a PDF", valueName: "file"))
  var attach: [String] = []

  @Option(help: ArgumentHelp("Day it was sent; today by default", valueName: "day"))
  var date: String?

  /// Without any option, an overview of what there is.
  func run(in session: inout Session) throws -> ExitStatus {
    // Not left to the parser, which would report this before an unknown option.
    guard let purpose else {
      if at == nil, variant == nil, attach.isEmpty, date == nil {
        return try SnapshotListCommand.list(.text, in: session.openCV(), &session)
      }
      throw Failure(
        "missing expected argument '--for <purpose>'",
        hint: "name the recipient: --for \"MIT EECS\"")
    }
    let cv = try session.openCV()
    let clock = try SnapshotClock(date, session: session)
    let committer = clock.set(try cv.repository.committer(now: clock.now))
    let author = clock.set(try cv.repository.author(now: clock.now))
    let source = try SnapshotSource(at: at, variant: variant, in: cv)
    guard
      var draft = SnapshotDraft(
        purpose: purpose, day: clock.day ?? committer.day, commit: source.commit)
    else { throw Failure("the purpose is empty", hint: "name the recipient: --for \"MIT EECS\"") }
    draft.variant = variant
    let attached = try AttachedFiles(attach, in: session.directory)
    draft.attached = attached.files
    for line in attached.renamed { session.warn("note: \(line)") }
    if try source.hasUntrustedTheme { session.warn(TrustedThemes.warning) }
    try source.render(into: &draft, session.surroundings)
    let signer = try TagSigner(
      cv.repository, identity: committer, surroundings: session.surroundings)
    let name = try cv.make(draft, author: author, committer: committer, sign: signer?.sign)
    session.print(name + "\n")
    if !session.global.isQuiet { session.warn(try advice(name, cv.repository)) }
    return .done
  }

  /// How to push the snapshot, with warnings about `--tags` and about pruning.
  private func advice(_ name: String, _ repository: Repository) throws -> String {
    let remotes = try repository.configuration.names.filter {
      $0.hasPrefix("remote.") && $0.hasSuffix(".url")
    }.map { String($0.dropFirst("remote.".count).dropLast(".url".count)) }
    let remote = remotes.contains("origin") ? "origin" : remotes.first ?? "REMOTE"
    let prunes = try ["fetch.prunetags", "remote.\(remote).prunetags"].contains {
      try repository.configuration.bool($0) ?? false
    }
    let warning =
      prunes
      ? "\nhint: 'pruneTags' is set: the next 'git fetch' deletes this tag unless it is pushed before"
      : ""
    return """
      hint: to keep it elsewhere too, push this one tag: git push \(remote.terminalSafe) \(name)
      hint: 'git push --tags' would publish the purpose of every snapshot
      """ + warning
  }
}
