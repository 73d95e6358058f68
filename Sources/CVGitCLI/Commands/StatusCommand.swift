internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git
internal import Text

/// `cvgit status`.
struct StatusCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show what is new, wrong, or waiting",
    discussion: """
      Shows what is staged and what is not, the findings of 'validate', what changed since the last \
      snapshot, and papers and grants whose status has been pending for more than 400 days. Exits with \
      1 if there are errors.
      """)

  static let usesPager = true

  @OptionGroup var global: GlobalOptions

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV()
    if try cv.repository.isBare {
      throw NoWorkTree(cv.repository, hint: "\"cvgit log\" shows what happened").failure
    }
    let reading = try cv.reading(of: .workTree)
    if reading.isEmpty { throw try NoCV(in: cv).failure }
    let head = try cv.repository.version(named: "HEAD")
    let parts = [
      try part("Staged", from: head, to: .index, in: cv, session),
      try part("Not staged", from: .index, to: .workTree, in: cv, session),
      Self.findings(reading), try Self.sinceSnapshot(cv), try waiting(reading, head, cv, session),
    ].filter { !$0.isEmpty }
    if parts.isEmpty {
      session.tell("nothing new, and no findings (\(reading.census))")
    } else {
      session.print(parts.joined(separator: "\n"))
    }
    return reading.findings.contains { $0.severity == .error } ? .findings : .done
  }

  /// What two versions differ in, under a heading; empty for nothing.
  private func part(
    _ heading: String, from old: NamedVersion, to new: NamedVersion, in cv: CVRepository,
    _ session: Session
  ) throws -> String {
    let report = try cv.diff(from: old, to: new)
    let outline = DiffOutline(report, least: .cosmetic)
    let isColored = try session.isColored(in: cv.repository)
    let renderer = DiffTextRenderer(width: session.surroundings.width, isColored: isColored)
    var text = renderer.entries(outline)
    for record in outline.unreadable { text += "  ! \(record.terminalSafe)\n" }
    if text.isEmpty, report.diff.formattingOnly > 0 { text = "  formatting only\n" }
    return text.isEmpty ? "" : "\(heading)\n\(text)"
  }

  private static func findings(_ reading: CVReading) -> String {
    guard !reading.findings.isEmpty else { return "" }
    let counts = FindingsTextRenderer.counts(reading.findings)
    return "Findings\n  \(counts): \"cvgit validate\" shows them\n"
  }

  private static func sinceSnapshot(_ cv: CVRepository) throws -> String {
    guard let last = try cv.snapshots().snapshots.last,
      let summary = try cv.summaries(of: [last]).first, let changes = summary.untilNow
    else { return "" }
    let words = changes.summary.map { "\($0.count) \($0.effect)" }.joined(separator: ", ")
    return "Since \(last.name.terminalSafe)\n  \(words.isEmpty ? "no changes" : words)\n"
  }

  /// The days after which a pending status is worth a look.
  private static let longWait = 400

  /// Entries whose status has been pending for long.
  private func waiting(
    _ reading: CVReading, _ head: NamedVersion, _ cv: CVRepository, _ session: Session
  ) throws -> String {
    guard let newest = head.version.commit else { return "" }
    let schema = reading.cv.schema
    let pending = reading.cv.entries.values.filter { entry in
      guard let kind = schema[entry.key.kind], let status = kind.statusText(of: entry) else {
        return false
      }
      return kind.lifecycle?.isPending(status) ?? false
    }
    let today = try session.now().day
    var open = Set(pending.map(\.key))
    guard !open.isEmpty else { return "" }
    var days: [EntryKey: Int] = [:]
    var current = Dictionary(open.map { ($0, $0) }) { first, _ in first }
    var log = try HistoryLog(
      cv, from: newest, until: nil, EntrySelection(entries: open), entersMerges: true)
    while !open.isEmpty, let step = try log.next() {
      for change in step.diff.changes {
        guard let key = current[change.key], open.contains(key) else { continue }
        if let oldKey = change.oldKey { current[oldKey] = key }
        let isSet: Bool =
          switch change.change {
          case .added: true
          case .removed: false
          case .modified: change.statusChange(in: step.cv.schema[change.key.kind]) != nil
          }
        guard isSet else { continue }
        open.remove(key)
        let seconds = today.startInUnixSeconds - step.occasion.day.startInUnixSeconds
        days[key] = Int(seconds / 86400)
      }
    }
    let long = pending.filter { (days[$0.key] ?? 0) > Self.longWait }.sorted { $0.key < $1.key }
    guard !long.isEmpty else { return "" }
    let lines = long.map { entry in
      let status = schema[entry.key.kind]?.statusText(of: entry) ?? ""
      return "  \(status) for \(days[entry.key] ?? 0) days: "
        + "\(schema.title(of: entry)) (\(entry.key))\n"
    }
    return "Waiting\n" + lines.map(\.terminalSafeLine).joined()
  }
}

extension String {
  fileprivate var terminalSafeLine: String { String(dropLast()).terminalSafe + "\n" }
}
