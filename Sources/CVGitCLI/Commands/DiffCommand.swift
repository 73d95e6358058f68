internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// `cvgit diff`.
struct DiffCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed between two revisions",
    discussion: """
      Compares one revision with the work tree, or HEAD if none is given. A date such as 2024-12-31 \
      is the last commit up to the end of that day, or, on the left of '..', the last one before it. \
      Names of kinds, and KIND/ID, select entries.

      Examples:
        cvgit diff v2024..HEAD
        cvgit diff 2024-01-01..2024-12-31 publications
        cvgit diff --staged
      """)

  static let usesPager = true
  static let takesFilters = true

  @OptionGroup var global: GlobalOptions

  @Flag(
    name: [.customLong("staged"), .customLong("cached")],
    help: "Compare with what git would commit now")
  var staged = false

  @Flag(help: "Show the number of changes in each section")
  var stat = false

  @Option(help: "Lowest significance to show")
  var only: Significance?

  @Flag(help: "Show the ID of each entry")
  var ids = false

  @Flag(help: "Show how the two sides of an entry were matched")
  var explain = false

  @Option(
    help: ArgumentHelp(
      "Compare a variant; each side uses its own variant file", valueName: "name"))
  var variant: String?

  @Flag(name: .customLong("private"), help: "Show private entries in Markdown, too")
  var showsPrivate = false

  @Option(help: "Output format")
  var format: DiffFormat = .text

  @Option(help: ArgumentHelp("Use this title instead of the revisions", valueName: "text"))
  var title: String?

  @Flag(help: "Exit with 1 if there are differences")
  var exitCode = false

  @Argument(help: "Revisions, then kinds and entries")
  var arguments: [String] = []

  /// The arguments after `--`.
  @Option(name: .customLong(SessionArguments.filterOption), help: .hidden)
  var filters: [String] = []

  enum DiffFormat: String, ChoiceArgument {
    case text
    case json
    case markdown
  }

  func validate() throws {
    if ids, format != .text { throw ValidationError("'--ids' is for the text format") }
    if title != nil, format == .json { throw ValidationError("'--title' is not for JSON") }
    guard stat else { return }
    if format == .json { throw ValidationError("'--stat' cannot be used with JSON") }
    if explain {
      throw ValidationError("'--stat' and '--explain' cannot be used together")
    }
  }

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV()
    let request = try DiffRequest(
      arguments, filters: filters, isStaged: staged, repository: cv)
    let variants = try variant.map {
      try NamedVariant.pair($0, from: request.from, to: request.to, cv)
    }
    let least = only ?? (format == .json ? .cosmetic : .detail)
    if format == .markdown, !showsPrivate {
      var diff = try cv.publicDiff(from: request.from, to: request.to, variants: variants)
      if diff.report.diff.isEmpty { try request.checkThereIsACV(in: cv) }
      request.filter.apply(to: &diff, in: cv)
      let shown = diff.report.diff.changes(ofAtLeast: least)
      if !diff.report.diff.unreadable.isEmpty || !shown.isEmpty || !global.isQuiet {
        show(diff, least, &session)
      }
      return status(diff.report, shown)
    }
    var report = try cv.diff(from: request.from, to: request.to, variants: variants)
    if report.diff.isEmpty { try request.checkThereIsACV(in: cv) }
    request.filter.apply(to: &report, in: cv)
    let shown = report.diff.changes(ofAtLeast: least)
    let isWell = shown.isEmpty && report.diff.unreadable.isEmpty
    if !isWell || !global.isQuiet || format == .json {
      try show(report, least, shown, cv, &session)
    }
    return status(report, shown)
  }

  private func status(_ report: DiffReport, _ shown: [EntryChange]) -> ExitStatus {
    let isFinding = !report.diff.unreadable.isEmpty || exitCode && !shown.isEmpty
    return isFinding ? .findings : .done
  }

  /// Shows a diff as Markdown, which is meant for others.
  private func show(_ diff: PublicDiff, _ least: Significance, _ session: inout Session) {
    let outline = PublicOutline(diff, least: least, isExplained: explain, title: title)
    let renderer = DiffMarkdownRenderer()
    session.print(stat ? renderer.counts(outline) : renderer.render(outline))
  }

  private func show(
    _ report: DiffReport, _ least: Significance, _ shown: [EntryChange], _ cv: CVRepository,
    _ session: inout Session
  ) throws {
    if format == .json {
      var report = report
      report.diff.changes = shown
      session.print(try report.document.json())
      return
    }
    if format == .markdown { return show(.everything(report), least, &session) }
    var outline = DiffOutline(report, least: least, isExplained: explain)
    if let title { outline.title = title }
    outline.showIDs(all: ids)
    let isColored = try session.isColored(in: cv.repository)
    let width = session.surroundings.width
    session.print(
      stat
        ? DiffStatRenderer(width: width, isColored: isColored).render(outline)
        : DiffTextRenderer(width: width, isColored: isColored).render(outline))
  }
}

extension Significance: ExpressibleByArgument {
  /// `--only all` shows everything, including spelling.
  package init?(argument: String) {
    switch argument {
    case "all": self = .cosmetic
    case "detail": self = .detail
    case "headline": self = .headline
    default: return nil
    }
  }

  package static var allValueStrings: [String] { ["headline", "detail", "all"] }
}
