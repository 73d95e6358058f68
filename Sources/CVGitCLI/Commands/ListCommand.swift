internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git
internal import Text

/// `cvgit list`.
struct ListCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List entries as a table",
    discussion: """
      Private entries are listed, and marked. An entry of several years is listed if one of them is in \
      the range of '--since' and '--until'.

      Examples:
        cvgit list publications --status accepted --since 2024
        cvgit list --format csv
      """)

  static let usesPager = true

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("List a revision instead of the work tree", valueName: "rev"))
  var at: String?

  @Option(help: ArgumentHelp("List only entries with a status; repeatable", valueName: "status"))
  var status: [String] = []

  @Option(help: ArgumentHelp("List only entries since a day, month or year", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("List only entries until a day, month or year", valueName: "date"))
  var until: String?

  @Option(help: "Output format")
  var format: ListFormat = .table

  @Argument(help: "Kinds; all by default")
  var kinds: [String] = []

  enum ListFormat: String, ChoiceArgument {
    case table
    case json
    case csv
  }

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV()
    let version = try cv.versionToShow(at)
    let reading = try cv.reading(of: version.version)
    if reading.isEmpty { throw try NoCV(in: cv, at: at).failure }
    let wanted = try wantedKinds(reading.cv.schema)
    let filter = try EntryListFilter(
      statuses: status, since: days(since, "--since"), until: days(until, "--until"), wanted)
    let lists = wanted.compactMap { kind -> EntryList? in
      let entries = ShownEntries.sorted(
        reading.cv.entries(of: kind.name).filter { filter.selects($0, kind) }, kind)
      return entries.isEmpty ? nil : EntryList(kind: kind, entries: entries)
    }
    switch format {
    case .json: session.print(try jsonText(EntryListDocument(lists, at: RevisionLabel(version))))
    case .csv: session.print(verbatim: EntryListCSVRenderer().render(lists))
    case .table:
      let renderer = EntryListRenderer(
        width: session.surroundings.width, isColored: try session.isColored(in: cv.repository))
      session.print(renderer.render(lists))
      if lists.isEmpty { session.note("no entries match") }
    }
    for record in reading.unreadable { session.note("\(record.path) cannot be read") }
    return reading.unreadable.isEmpty ? .done : .findings
  }

  private func wantedKinds(_ schema: Schema) throws -> [Kind] {
    if kinds.isEmpty { return schema.entryKinds }
    return try kinds.map { name in
      let kind = try RecordName.kind(name, in: schema)
      if case .file = kind.role {
        throw Failure(
          "there is only one \(kind.singular)", hint: "\"cvgit show \(kind.name)\" shows it")
      }
      return kind
    }
  }

  private func days(_ text: String?, _ option: String) throws -> DayRange? {
    guard let text else { return nil }
    guard let days = DayRange(text) else {
      throw Failure(
        "invalid date for '\(option)': \(quoted(text))",
        hint: "write 2024, 2024-12 or 2024-12-31")
    }
    return days
  }
}

/// The entries that `list` is asked for.
private struct EntryListFilter {
  private let statuses: [String]
  private let since: Day?
  private let until: Day?

  init(statuses: [String], since: DayRange?, until: DayRange?, _ kinds: [Kind]) throws {
    self.statuses = statuses
    (self.since, self.until) = (since?.first, until?.last)
    let known = kinds.compactMap(\.lifecycle)
    for status in statuses where !known.contains(where: { $0.step(named: status) != nil }) {
      let labels = known.flatMap { $0.allSteps.map(\.label) }
      throw Failure(
        "unknown status \(quoted(status))",
        hint: suggestion(for: status, among: labels).map { "did you mean \(quoted($0))?" }
          ?? "statuses: \(Set(labels).sorted().joined(separator: ", "))")
    }
  }

  func selects(_ entry: Entry, _ kind: Kind) -> Bool {
    if !statuses.isEmpty {
      guard let lifecycle = kind.lifecycle,
        let step = kind.statusText(of: entry).flatMap(lifecycle.step)
      else { return false }
      guard statuses.contains(where: { lifecycle.step(named: $0) == step }) else { return false }
    }
    if since == nil, until == nil { return true }
    guard let days = kind.days(of: entry) else { return false }
    let first = DayRange(days.first)?.first
    let last = days.last.map { DayRange($0)?.last } ?? nil
    if let until, let first, until < first { return false }
    if let since, let last, last < since { return false }
    return true
  }
}

extension CVRepository {
  /// The revision to show: the one that was asked for, or the work tree, or `HEAD` if there is
  /// none.
  func versionToShow(_ revision: String?) throws -> NamedVersion {
    if let revision { return try repository.version(named: revision) }
    return try repository.isBare ? repository.version(named: "HEAD") : .workTree
  }
}
