internal import CVFormats
internal import CVHistory
internal import CVModel
internal import CVRendering
internal import YAML

/// Says what an import does.
struct ImportReport {
  private let run: ImportRun
  private let isColored: Bool
  private let width: Int

  /// The most warnings about a file that are shown.
  private static let shownWarnings = 20

  init(_ run: ImportRun, width: Int, isColored: Bool) {
    (self.run, self.width, self.isColored) = (run, width, isColored)
  }

  /// The semantic diff from the records as they are to those that the import makes.
  var diff: String {
    var outline = DiffOutline(DiffReport(from: run.files.reading, to: run.reading), least: .detail)
    outline.title = run.inputs.map(\.name).joined(separator: ", ")
    return DiffTextRenderer(width: width, isColored: isColored).render(outline)
  }

  /// What is left open, and what gave way.
  var decisions: String { ImportTextRenderer().render(run.plan) }

  /// What is wrong with the files; of many warnings, the first ones.
  var findings: String? {
    guard !run.findings.isEmpty else { return nil }
    let errors = run.findings.filter { $0.severity == .error }
    let warnings = run.findings.filter { $0.severity == .warning }
    let shown = (errors + warnings.prefix(Self.shownWarnings)).sorted(by: Finding.isShownBefore)
    let texts = Dictionary(
      run.inputs.flatMap { input in input.files.map { ($0.path, SourceText($0.bytes)) } }
    ) { first, _ in first }
    var text = FindingsTextRenderer(isColored: false).render(shown) { finding in
      finding.position.flatMap { texts[finding.path]?.line($0.line) }
    }
    if warnings.count > Self.shownWarnings {
      text += "\(warnings.count - Self.shownWarnings) more warnings not shown\n"
    }
    return String(text.dropLast())
  }

  /// The errors that the new records have.
  var recordErrors: [Finding] { run.files.newErrors(in: run.reading) }

  /// `12 new records, 3 changed, 1 deleted`.
  var counts: String {
    let changes = run.texts.map { path, bytes in
      (isNew: run.files.bytes(of: path) == nil, isDeleted: bytes == nil)
    }
    let new = changes.count { $0.isNew }
    let deleted = changes.count { $0.isDeleted }
    let counts = [
      (new, "new"), (changes.count - new - deleted, "changed"), (deleted, "deleted"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return counts.isEmpty ? "no record changed" : "records: \(counts)"
  }
}
