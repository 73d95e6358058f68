internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git
internal import Text

/// `cvgit validate`.
struct ValidateCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check the records of the CV",
    discussion: """
      Checks the files in the work tree, and reports every problem in one run. Warnings do not affect \
      the exit status.
      """)

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Check what git would commit now")
  var staged = false

  @Option(help: ArgumentHelp("Check a revision instead of the work tree", valueName: "rev"))
  var at: String?

  @Option(help: "Output format")
  var format: FindingsFormat = .text

  @Argument(help: "Report only findings in these files and folders")
  var paths: [String] = []

  enum FindingsFormat: String, ChoiceArgument {
    case text
    case json
    case github
    case gitlab
  }

  func validate() throws {
    if staged, at != nil {
      throw ValidationError("'--staged' and '--at' cannot be used together")
    }
  }

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV()
    let version = try version(cv)
    let staged = staged ? try cv.stagedRecords() : nil
    let (files, reading) =
      try staged.map { ($0.files, $0.reading) } ?? cv.filesRead(of: version)
    if reading.isEmpty, staged == nil { throw try NoCV(in: cv, at: at).failure }
    let filter = try PathFilter(paths, files: files.map(\.path), in: cv)
    try filter.check(files.map(\.path), root: cv.root, at: at)
    let findings = findings(reading, staged).filter { filter.selects($0.path) }
    switch format {
    case .json: session.print(try jsonText(FindingsDocument(findings)))
    case .github:
      session.print(verbatim: FindingsGitHubRenderer().render(reading.publicFindings(findings)))
    case .gitlab:
      session.print(try jsonText(GitLabFinding.report(reading.publicFindings(findings))))
    case .text:
      let records = reading.records.count { filter.selects($0.path) }
      let subject = paths.isEmpty ? whole(reading, cv) : Self.part(records)
      try printText(findings, subject, reading.sourceLines(of: findings), cv, &session)
    }
    return findings.contains { $0.severity == .error } ? .findings : .done
  }

  /// All findings; with `--staged`, those of staged records, compared with the last commit. In a
  /// hook, which is quiet, warnings are shown only for what is staged.
  private func findings(_ reading: CVReading, _ staged: StagedRecords?) -> [Finding] {
    guard let staged else { return reading.findings }
    let all =
      reading.findings.filter { reading.isTouched($0, by: staged) }
      + reading.backwardFindings(since: staged)
    return all.filter { finding in
      !global.isQuiet || finding.severity == .error || staged.paths.contains(finding.path)
        || reading.sources[finding.path] != nil
    }.sorted(by: Finding.isShownBefore)
  }

  private func version(_ cv: CVRepository) throws -> CVVersion {
    if let at { return try cv.repository.version(named: at).version }
    if try cv.repository.isBare {
      throw NoWorkTree(cv.repository, hint: "name a revision with '--at'").failure
    }
    return staged ? .index : .workTree
  }

  /// `cv is valid (9 publications, 5 positions)`.
  private func whole(_ reading: CVReading, _ cv: CVRepository) -> String? {
    if reading.isEmpty { return nil }
    let census = reading.census
    let records = reading.hasRecords ? [cv.root.isEmpty ? "the CV" : cv.root] : []
    let places = records + reading.sources.keys.sorted().map(\.terminalSafe)
    let shown = places.count > 3 ? ["the CV"] : places
    return "\(shown.joined(separator: " and ")) \(shown.count == 1 ? "is" : "are") valid "
      + "(\(census.isEmpty ? "no entries" : census))"
  }

  /// `3 records are valid`.
  private static func part(_ records: Int) -> String {
    records == 1 ? "1 record is valid" : "\(records) records are valid"
  }

  private func printText(
    _ findings: [Finding], _ subject: String?, _ line: (Finding) -> String?, _ cv: CVRepository,
    _ session: inout Session
  ) throws {
    if !findings.isEmpty {
      let isColored = try session.isColored(in: cv.repository)
      session.print(FindingsTextRenderer(isColored: isColored).render(findings, lines: line))
    } else if let subject, !global.isQuiet {
      session.print(subject + "\n")
    }
  }
}
