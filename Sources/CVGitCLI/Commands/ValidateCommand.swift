internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// `cvgit validate`.
struct ValidateCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check the records of the CV",
    discussion: """
      Checks the files of the work tree, and tells everything that is wrong in one run. Warnings never make it fail.
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Check what git would commit now.")
  var staged = false

  @Option(help: ArgumentHelp("Check a revision.", valueName: "rev"))
  var at: String?

  @Option(help: "How to print findings.")
  var format: FindingsFormat = .text

  @Argument(help: "Tell findings of these files and folders alone.")
  var paths: [String] = []

  enum FindingsFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case github
  }

  func validate() throws {
    if staged, at != nil {
      throw ValidationError("'--staged' and '--at' exclude each other")
    }
  }

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV()
    let reading = try cv.reading(of: try version(cv))
    if reading.isEmpty, !staged { throw NoCV(cv.root, at: at).failure }
    let filter = try PathFilter(paths, session: session, repository: cv.repository)
    let findings = try findings(reading, cv).filter { filter.selects($0.path) }
    switch format {
    case .json: session.print(try jsonText(FindingsDocument(findings)))
    case .github: session.print(FindingsGitHubRenderer().render(findings))
    case .text: printText(findings, reading, cv, &session)
    }
    return findings.contains { $0.severity == .error } ? .findings : .done
  }

  /// All findings; with `--staged` also of what is staged beside what was committed. In a hook, which is quiet, warnings
  /// are told of what is staged alone.
  private func findings(_ reading: CVReading, _ cv: CVRepository) throws -> [Finding] {
    guard staged else { return reading.findings }
    let staged = try cv.stagedRecords()
    let all = reading.findings + reading.backwardFindings(since: staged)
    return all.filter { finding in
      !global.isQuiet || finding.severity == .error || staged.paths.contains(finding.path)
    }.sorted(by: Finding.isShownBefore)
  }

  private func version(_ cv: CVRepository) throws -> CVVersion {
    if let at { return try cv.repository.version(named: at).version }
    return staged ? .index : .workTree
  }

  private func printText(
    _ findings: [Finding], _ reading: CVReading, _ cv: CVRepository, _ session: inout Session
  ) {
    guard findings.isEmpty else {
      let isColored = session.isColored(cv.repository.configuration.string("color.ui"))
      session.print(
        FindingsTextRenderer(isColored: isColored).render(findings, lines: reading.sourceLine))
      return
    }
    if !session.global.isQuiet, !reading.isEmpty {
      session.print("\(cv.root.isEmpty ? "the CV" : cv.root) is valid (\(reading.census))\n")
    }
  }
}
