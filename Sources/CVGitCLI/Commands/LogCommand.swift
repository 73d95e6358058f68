internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// `cvgit log`.
struct LogCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Show changes commit by commit",
    discussion: """
      Newest commits first. Commits that change nothing are omitted; formatting is not a change. For \
      one entry, shows its history across renames, and how long each status lasted. A merge is shown \
      as the changes that it brought in. Days are the author's, both those that are shown and those of \
      '--since' and '--until'.

      '--format' is text, json, or a text with %h, %H, %an, %ae, %as, %s, %b, %n and %%, as in git.

      Examples:
        cvgit log v2024..HEAD
        cvgit log -5 --oneline
        cvgit log --since 2024 --author Ada publications
        cvgit log publications/nonlinearsolve-jl
      """)

  static let usesPager = true
  static let takesFilters = true

  @OptionGroup var global: GlobalOptions

  @Option(help: "Lowest significance to show")
  var only: Significance?

  @Option(
    name: [.customShort("n"), .long],
    help: ArgumentHelp("Limit the number of commits; also -<number>", valueName: "number"))
  var maxCount: Int?

  @Option(
    name: [.long, .customLong("after")],
    help: ArgumentHelp("Show commits since a day, month, year or '2 weeks ago'", valueName: "date"))
  var since: String?

  @Option(
    name: [.long, .customLong("before")],
    help: ArgumentHelp("Show commits up to the end of a day, month or year", valueName: "date"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      "Show commits whose author matches a regular expression", valueName: "pattern")
  )
  var author: String?

  @Flag(help: "Show one line for each commit")
  var oneline = false

  @Flag(help: "Show the oldest of the commits first")
  var reverse = false

  @Flag(name: [.customShort("p"), .customLong("patch")], help: "Show all changes, like --only all")
  var patch = false

  @Flag(help: "Show the number of changes in each section")
  var stat = false

  @Flag(help: "Show the ID of each entry")
  var ids = false

  @Option(
    help: ArgumentHelp("Output format: text, json, or a text with %h, %s …", valueName: "format"))
  var format: LogFormat = .text

  @Argument(help: "Revisions, then kinds and entries")
  var arguments: [String] = []

  /// The arguments after `--` on the command line.
  @Option(name: .customLong(SessionArguments.filterOption), help: .hidden)
  var filters: [String] = []

  func validate() throws {
    if let maxCount, maxCount < 0 {
      throw ValidationError("invalid value for '--max-count': \(maxCount)")
    }
    if patch, let only, only != .cosmetic {
      throw ValidationError("'-p' and '--only' cannot be used together")
    }
    let isText = format == .text
    if !isText, oneline || stat || ids {
      let option = oneline ? "--oneline" : stat ? "--stat" : "--ids"
      throw ValidationError("'\(option)' is for the text format")
    }
    if oneline, stat { throw ValidationError("'--oneline' and '--stat' cannot be used together") }
  }

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV()
    let request = try HistoryRequest(arguments, filters: filters, repository: cv)
    let filter = try CommitFilter(
      since: since, until: until, author: author, today: session.now().day, cv.repository)
    guard let newest = request.to.version.commit else {
      if format == .json { session.print(try jsonText(LogDocument(commits: [], notes: []))) }
      try explainNothing(request, cv, &session)
      return .done
    }
    let least = patch ? .cosmetic : only ?? (format == .json ? .cosmetic : .detail)
    var log = try HistoryLog(
      cv, from: newest, until: request.from?.version.commit?.id, request.selection, least: least)
    log.isWanted = filter.isEmpty ? nil : filter.admits
    try checkEntries(request, newest, cv)
    let renderer = try LogStepRenderer(self, least: least, cv, session)
    let count = try print(&log, renderer, request, cv, &session)
    session.note(log.notes)
    if count == 0 { try explainNothing(request, cv, &session) }
    return log.unreadableNow.isEmpty ? .done : .findings
  }

  /// Prints the steps, and returns how many there are.
  private func print(
    _ log: inout HistoryLog, _ renderer: LogStepRenderer, _ request: HistoryRequest,
    _ cv: CVRepository, _ session: inout Session
  ) throws -> Int {
    let limit = maxCount ?? .max
    // A timeline shows how long each status lasted, JSON is one value, and the oldest comes last.
    let isTimeline = request.selection.isOneEntry && format == .text && !oneline && !stat
    guard isTimeline || format == .json || reverse else {
      var count = 0
      while count < limit, let step = try log.next() {
        session.print(renderer.separator(before: count) + renderer.render(try cv.mapped(step)))
        count += 1
        guard try session.flush() else { break }
      }
      return count
    }
    var steps: [StepDiff] = []
    while steps.count < limit, let step = try log.next() { steps.append(try cv.mapped(step)) }
    if reverse, !isTimeline { steps.reverse() }
    if format == .json {
      let commits = steps.map(LogDocument.CommitDocument.init)
      session.print(try jsonText(LogDocument(commits: commits, notes: log.notes)))
    } else if isTimeline {
      session.print(renderer.timeline(steps, isReversed: reverse))
    } else {
      for (index, step) in steps.enumerated() {
        session.print(renderer.separator(before: index) + renderer.render(step))
      }
    }
    return steps.count
  }

  /// Rejects an entry that is nowhere in the range; its name is probably misspelled.
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

  /// Says why there is nothing to show, and what to do.
  private func explainNothing(
    _ request: HistoryRequest, _ cv: CVRepository, _ session: inout Session
  ) throws {
    guard maxCount != 0 else { return }
    guard try cv.keys(of: request.to.version).isEmpty else {
      session.note("no commit that changed the CV was selected")
      return
    }
    if try !cv.repository.isBare, try !cv.keys(of: .workTree).isEmpty {
      let folder = cv.root.isEmpty ? "." : cv.root
      session.note(
        "the CV is not committed yet", hint: "git add \(folder) && git commit")
      return
    }
    let failure = try NoCV(in: cv, at: request.to.name).failure
    session.note(failure.message, hint: failure.hint)
  }
}

/// How `show`, `list` and `blame` print.
enum HistoryFormat: String, ChoiceArgument {
  case text
  case json
}

extension EntrySelection {
  /// Whether a single entry was named, and nothing else.
  var isOneEntry: Bool { kinds.isEmpty && entries.count == 1 }
}
