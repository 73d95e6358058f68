internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git

/// The CV that a snapshot is made of: a commit whose records are in order.
struct SnapshotSource {
  let commit: Commit
  private let reading: CVReading
  private let variant: String?
  private let cv: CVRepository

  /// - Parameter revision: nil for `HEAD`, and then the work tree must not hold anything newer.
  init(at revision: String?, variant: String?, in cv: CVRepository) throws {
    guard let commit = try cv.repository.version(named: revision ?? "HEAD").version.commit else {
      throw Failure("there is no commit to keep yet", hint: "commit the CV first")
    }
    if revision == nil, !cv.repository.isBare, try cv.repository.hasChanges(under: cv.root) {
      throw Failure(
        "\(quoted(cv.root.isEmpty ? "." : cv.root)) has changes that are not committed",
        hint: "commit them first, or keep the state of a revision with '--at HEAD'")
    }
    let reading = try cv.reading(of: .commit(commit))
    if reading.isEmpty { throw NoCV(cv.root, at: revision ?? "HEAD").failure }
    self.commit = commit
    self.reading = reading
    self.variant = variant
    self.cv = cv
    try checkRecords(revision ?? "HEAD")
    try checkVariant()
  }

  private func checkRecords(_ revision: String) throws {
    let findings = reading.findings
    let errors = findings.filter { $0.severity == .error }
    if !errors.isEmpty {
      throw Failure(
        "the CV at \(quoted(revision)) has \(FindingsTextRenderer.counts(errors))",
        hint: "'cvgit validate --at \(revision)' tells where")
    }
    if let example = findings.first(where: { $0.rule == "example" }) {
      throw Failure(
        "an example stands among the entries: \(quoted(example.path))",
        hint: "make it your own and remove the tag \"example\", or delete the file")
    }
  }

  private func checkVariant() throws {
    guard let variant else { return }
    let folder = (cv.root.isEmpty ? "" : cv.root + "/") + "variants/"
    let names = try cv.repository.files(in: commit.tree, under: folder)
      .compactMap { $0.path.name.string }.filter { $0.hasSuffix(".yaml") }
      .map { String($0.dropLast(".yaml".count)) }
    guard !names.contains(variant) else { return }
    throw Failure(
      "there is no variant \(quoted(variant))",
      hint: suggestion(for: variant, among: names).map { "did you mean \(quoted($0))?" }
        ?? "variants are files of \(quoted(folder))")
  }

  /// Adds the document in every format, and what changed since the snapshot before.
  func render(into draft: inout SnapshotDraft) throws {
    let document = try RenderedDocument(reading.cv, variant: variant)
    draft.rendered = document.files
    draft.tools = document.tools
    draft.theme = document.theme
    guard let before = try cv.snapshot(before: commit, variant: variant) else { return }
    // Named by their days: the name of the snapshot before says what that one was for.
    let report = try cv.diff(
      from: try cv.version(of: before, name: "CV of \(before.manifest.date)"),
      to: NamedVersion(.commit(commit), name: "CV of \(draft.day)"), isPublic: true)
    draft.changes = DiffMarkdownRenderer().render(DiffOutline(report, least: .detail))
    draft.since = .init(date: before.manifest.date, commit: before.manifest.commit)
  }
}
