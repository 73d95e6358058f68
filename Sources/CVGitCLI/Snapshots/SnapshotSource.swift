internal import CVHistory
internal import CVModel
internal import CVRendering
internal import Git
internal import Text

/// The CV for a snapshot: a commit whose records are valid.
struct SnapshotSource {
  let commit: Commit
  private let reading: CVReading
  private let variant: String?
  private let cv: CVRepository

  /// - Parameter revision: nil for `HEAD`, in which case the work tree must have no changes.
  init(at revision: String?, variant: String?, in cv: CVRepository) throws {
    guard let commit = try cv.repository.version(named: revision ?? "HEAD").version.commit else {
      throw Failure("there is no commit yet", hint: "commit the CV first")
    }
    if revision == nil, try !cv.repository.isBare,
      let place = try cv.places.first(where: cv.repository.hasChanges)
    {
      throw Failure(
        "\(quoted(place.isEmpty ? "." : place)) has changes that are not committed",
        hint: "commit them first, or record a revision with '--at HEAD'")
    }
    let reading = try cv.documentReading(of: .commit(commit)).reading
    if reading.isEmpty { throw try NoCV(in: cv, at: revision ?? "HEAD").failure }
    self.commit = commit
    self.reading = reading
    self.variant = variant
    self.cv = cv
    try checkRecords(revision ?? "HEAD")
    if let variant { _ = try NamedVariant(variant, in: reading.cv) }
  }

  private func checkRecords(_ revision: String) throws {
    let findings = reading.findings
    let errors = findings.filter { $0.severity == .error }
    if !errors.isEmpty {
      throw Failure(
        "the CV at \(quoted(revision)) has \(FindingsTextRenderer.counts(errors))",
        hint: "'cvgit validate --at \(revision)' shows where")
    }
    if let example = findings.first(where: { $0.rule == "example" }) {
      throw Failure(
        "\(quoted(example.path)) is still the example that \"cvgit init\" wrote",
        hint: "edit it and remove the tag \"example\", or delete the file")
    }
  }

  /// Whether the CV has its own theme that is not trusted.
  var hasUntrustedTheme: Bool {
    get throws {
      guard try !TrustedThemes.isSet(in: cv.repository) else { return false }
      return Theme(files: try themeFiles).isOwn
    }
  }

  private var themeFiles: [SnapshotFile] {
    get throws {
      try cv.theme(named: Theme.classic.name, at: .commit(commit))
        .map { SnapshotFile(path: $0.key, content: $0.value) }
        .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
  }

  /// Adds the document in every format, and the changes since the previous snapshot.
  func render(into draft: inout SnapshotDraft, _ surroundings: Surroundings) throws {
    draft.themeFiles = try hasUntrustedTheme ? [] : themeFiles
    var document = try RenderedDocument(
      reading.cv, variant: variant, themeFiles: draft.themeFiles)
    try document.addTexts()
    if let program = try TypstProgram.find(surroundings) {
      let fonts = try FontFiles(reading.cv) {
        try cv.files(in: $0, at: .commit(commit), limit: FontFiles.largest)
      }
      try document.addPDF(
        PDFMaker(program, surroundings, fonts: fonts, moment: commit.committer.moment))
    }
    draft.rendered = document.files
    draft.tools = document.tools
    draft.theme = document.theme
    draft.fonts = document.fonts
    guard let before = try cv.snapshot(before: commit, variant: variant) else { return }
    draft.changes = try changes(since: before, draft)
    draft.since = .init(date: before.manifest.date, commit: before.manifest.commit)
  }

  /// The changes since a snapshot, for others to read.
  private func changes(since before: Snapshot, _ draft: SnapshotDraft) throws -> String {
    // Label both sides by date: a snapshot's name reveals its purpose.
    let old = try cv.version(of: before, name: "CV of \(before.manifest.date)")
    let new = NamedVersion(.commit(commit), name: "CV of \(draft.day)")
    let variants = try variant.map {
      try NamedVariant.pair($0, try cv.reading(of: old.version).cv, reading.cv)
    }
    let diff = try cv.publicDiff(from: old, to: new, variants: variants)
    return DiffMarkdownRenderer().render(PublicOutline(diff, least: .detail))
  }
}
