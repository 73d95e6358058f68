internal import ArgumentParser
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// `cvgit snapshot diff`.
struct SnapshotDiffCommand: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed since a snapshot was sent",
    discussion:
      "Compares the CV of the snapshot with HEAD. In Markdown, private entries are left out.")

  static let usesPager = true

  @OptionGroup var global: GlobalOptions

  @Option(help: "Output format")
  var format: DiffCommand.DiffFormat = .text

  @Option(help: "Lowest significance to show")
  var only: Significance?

  @Flag(name: .customLong("private"), help: "Show private entries in Markdown, too")
  var showsPrivate = false

  @Argument(help: "Name of the snapshot")
  var name: String

  func run(in session: inout Session) throws -> ExitStatus {
    let cv = try session.openCV()
    let snapshot = try cv.snapshot(named: name)
    let old = try cv.version(of: snapshot, name: snapshot.name)
    let new = try cv.repository.version(named: "HEAD")
    // For a snapshot of a variant, narrow each side by its own version of the variant.
    let variants = try snapshot.manifest.variant.map {
      try NamedVariant.pair($0, from: old, to: new, cv)
    }
    if format == .markdown, !showsPrivate {
      let diff = try cv.publicDiff(from: old, to: new, variants: variants)
      let least = only ?? .detail
      session.print(DiffMarkdownRenderer().render(PublicOutline(diff, least: least)))
      return diff.report.diff.unreadable.isEmpty ? .done : .findings
    }
    var report = try cv.diff(from: old, to: new, variants: variants)
    let least = only ?? (format == .json ? .cosmetic : .detail)
    switch format {
    case .json:
      report.diff.changes.removeAll { $0.significance < least }
      session.print(try report.document.json())
    case .markdown:
      session.print(
        DiffMarkdownRenderer().render(PublicOutline(.everything(report), least: least)))
    case .text:
      let isColored = try session.isColored(in: cv.repository)
      let renderer = DiffTextRenderer(width: session.surroundings.width, isColored: isColored)
      session.print(renderer.render(DiffOutline(report, least: least)))
    }
    return report.diff.unreadable.isEmpty ? .done : .findings
  }
}
