internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// `cvgit log`.
struct LogCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Show what happened, commit by commit",
    discussion: """
      Newest commits first. Commits that change nothing are omitted; formatting is not a change. For \
      one entry, shows its history across renames, and how long each status lasted. A merge is shown \
      as the changes that it brought in.

      Examples:
        cvgit log v2024..HEAD
        cvgit log -n 5
        cvgit log 2024-01-01..2024-12-31 publications
        cvgit log publications/nonlinearsolve-jl
      """)

  static let usesPager = true
  static let takesFilters = true

  @OptionGroup var global: GlobalOptions

  @Option(help: "Lowest significance to show")
  var only: Significance?

  @Option(
    name: [.customShort("n"), .long],
    help: ArgumentHelp("Limit the number of commits", valueName: "number"))
  var maxCount: Int?

  @Option(help: "Output format")
  var format: HistoryFormat = .text

  @Argument(help: "Revisions, then kinds and entries")
  var arguments: [String] = []

  /// The arguments after `--`.
  @Option(name: .customLong(SessionArguments.filterOption), help: .hidden)
  var filters: [String] = []

  func validate() throws {
    if let maxCount, maxCount < 0 {
      throw ValidationError("invalid value for '--max-count': \(maxCount)")
    }
  }

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV()
    let request = try HistoryRequest(arguments, filters: filters, repository: cv)
    guard let newest = request.to.version.commit else {
      if format == .json { session.print(try jsonText(LogDocument(commits: [], notes: []))) }
      return .done
    }
    let least = only ?? (format == .json ? .cosmetic : .detail)
    var log = try HistoryLog(
      cv, from: newest, until: request.from?.version.commit?.id, request.selection, least: least)
    try checkEntries(request, newest, cv)
    switch format {
    case .json: try printJSON(&log, cv, &session)
    case .text: try printText(&log, request, least, cv, &session)
    }
    return log.unreadableNow.isEmpty ? .done : .findings
  }

  /// Rejects an entry that does not occur in the range: its name is probably misspelled.
  private func checkEntries(
    _ request: HistoryRequest, _ newest: Commit, _ cv: CVRepository
  ) throws {
    guard !request.selection.entries.isEmpty else { return }
    var known = Set(try cv.keys(of: request.to.version))
    if let from = request.from { known.formUnion(try cv.keys(of: from.version)) }
    for key in request.selection.entries.subtracting(known).sorted() {
      var log = try HistoryLog(
        cv, from: newest, until: request.from?.version.commit?.id, EntrySelection(entries: [key]))
      guard try log.next() == nil else { continue }
      throw EntryFilter.missing(key, known: known, place: "in this history")
    }
  }

  private var limit: Int { maxCount ?? .max }

  private func printJSON(
    _ log: inout HistoryLog, _ cv: CVRepository, _ session: inout Session
  ) throws {
    var commits: [LogDocument.CommitDocument] = []
    while commits.count < limit, let step = try log.next() {
      commits.append(LogDocument.CommitDocument(try cv.mapped(step)))
    }
    session.print(try jsonText(LogDocument(commits: commits, notes: log.notes)))
  }

  private func printText(
    _ log: inout HistoryLog, _ request: HistoryRequest, _ least: Significance,
    _ cv: CVRepository, _ session: inout Session
  ) throws {
    let isColored = try session.isColored(in: cv.repository)
    let width = session.surroundings.width
    if request.selection.isOneEntry {
      var steps: [StepDiff] = []
      while steps.count < limit, let step = try log.next() { steps.append(try cv.mapped(step)) }
      session.print(
        TimelineRenderer(width: width, isColored: isColored, least: least).render(steps))
    } else {
      let renderer = LogTextRenderer(width: width, isColored: isColored, least: least)
      var count = 0
      while count < limit, let step = try log.next() {
        session.print((count == 0 ? "" : "\n") + renderer.render(try cv.mapped(step)))
        count += 1
        guard try session.flush() else { break }
      }
    }
    for note in log.notes { session.warn("note: \(note)") }
    if try isEmpty(request, cv), !session.global.isQuiet {
      let failure = try NoCV(in: cv, at: request.to.name).failure
      session.warn("note: \(failure.message)" + (failure.hint.map { "\nhint: \($0)" } ?? ""))
    }
  }

  /// Whether a whole history contains no CV.
  private func isEmpty(_ request: HistoryRequest, _ cv: CVRepository) throws -> Bool {
    guard request.from == nil, request.selection.isAll else { return false }
    return try cv.keys(of: request.to.version).isEmpty
  }
}

/// The output formats of `log`, `show` and `blame`.
enum HistoryFormat: String, ChoiceArgument {
  case text
  case json
}

extension EntrySelection {
  /// Whether exactly one entry is selected.
  var isOneEntry: Bool { kinds.isEmpty && entries.count == 1 }
}
